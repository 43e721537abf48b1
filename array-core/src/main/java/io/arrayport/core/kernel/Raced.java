package io.arrayport.core.kernel;

import java.lang.foreign.Arena;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * A kernel that is its scalar twin until its form on vectors is the faster one. That takes the compiler a tenth of a
 * second or more, until then is a hundred times slower than it will be, and loading the Vector API takes as long as a
 * thousand additions of a thousand numbers. So once a program has computed a good deal, a thread makes the vector form
 * and runs both against each other on memory of its own, until the vectors win; where they never do, the twin stays.
 *
 * <p>A win is proved once more a little later: the twin may not have been compiled, or the vectors may be compiled
 * again. Vectors that lose are made anew for the next race, and those that are objects when they should be registers
 * are so at once: what the compiler did not inline once it does not for the life of a class.
 *
 * @param <K> the kernel's type
 */
@SuppressWarnings("ReferenceEquality") // which of the two kernels it is
abstract class Raced<K> {
    /** Elements of a sample: few, because a method is compiled as a whole only when it was called often. */
    static final int SAMPLE = 128;

    /** Elements. What computes less is not worth compiling. */
    static final long ENOUGH = 1 << 23;
    /** So many times as many elements as before it takes until the next race, if vectors have lost one. */
    private static final int LATER = 4;
    private static final int CALLS = 32;
    /** To be won one after the other: in one the twin may have been held up. */
    private static final int ROUNDS = 3;
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    /** Between a win and its proof: the compiler has looked at all that runs by then. */
    private static final long PROOF_NANOS = 100_000_000;
    /** What a call of a kernel may leave behind; vectors that became objects take more. */
    private static final long LEFT_BYTES = 64;
    /** In a row: then the compiler is done, and objects they stay. */
    private static final int BOXED_ROUNDS = 300;
    private static final int MOST_BYTES = 16;
    /** One race at a time: what it compiles, others need too. */
    private static final Object TURNS = new Object();
    private static volatile @Nullable Thread racing;

    private final K twin;
    private final String name;
    /** For each way of calling the kernel, in which its vectors are compiled apart. */
    private final AtomicReferenceArray<K> chosen;
    private final AtomicBoolean started = new AtomicBoolean();
    private @Nullable K vectors; // guarded by this
    /** About how many elements: threads that count at once may forget some. */
    private long seen;
    /** How many it takes until the next race. */
    private volatile long enough = ENOUGH;
    private volatile boolean settled;
    /** Vectors were faster, but objects: only races write and read this, and {@link #tolerant}. */
    private boolean boxed;
    /** Whether vectors may make objects: some kernels always do, and are fast all the same. */
    private boolean tolerant;

    /** @param forms in how many ways the kernel is called */
    Raced(String name, K twin, int forms) {
        this.name = name;
        this.twin = twin;
        chosen = new AtomicReferenceArray<>(forms);
        for (int form = 0; form < forms; form++) {
            chosen.setPlain(form, twin);
        }
    }

    /** Makes the form on vectors, or returns the twin where there is none. */
    abstract K make(K beside);

    /** Runs a kernel over a sample. */
    abstract void sample(K kernel, int form, long a, long b, long out);

    /** Of what is computed with. */
    abstract Lane lane();

    /** All forms on vectors have won: nobody need ask any more. */
    void won(K kernel) {}

    /** Returns what computes {@code n} elements. */
    final K faster(int form, long n) {
        K kernel = chosen.getAcquire(form);
        if (kernel != twin || settled) {
            return kernel;
        }
        if (Thread.currentThread().equals(racing)) {
            return vectors(); // part of what is being raced
        }
        seen += n;
        if (seen >= enough && started.compareAndSet(false, true)) {
            Thread thread = Thread.ofPlatform().name(RacedSort.THREAD + name).daemon()
                    .inheritInheritableThreadLocals(false).unstarted(this::race);
            thread.setContextClassLoader(null);
            thread.start();
        }
        return kernel;
    }

    private synchronized K vectors() {
        K made = vectors;
        if (made == null) {
            made = make(twin);
            vectors = made;
        }
        return made;
    }

    private void race() {
        boolean over = false;
        try {
            over = isOver();
            if (over && vectors() != twin) {
                LockSupport.parkNanos(PROOF_NANOS);
                over = isOver();
            }
            if (over && vectors() != twin) {
                won(vectors());
            }
        } finally {
            settled = over;
            // A busy machine may not have compiled it in time
            enough = LATER * seen;
            if (!over) {
                drop();
            }
            started.set(over);
        }
    }

    /** The next ones that race are made anew. */
    private synchronized void drop() {
        vectors = null;
    }

    /** Returns whether there is nothing left to be found out. */
    private boolean isOver() {
        synchronized (TURNS) {
            racing = Thread.currentThread();
            try (Arena arena = Arena.ofConfined()) {
                if (vectors() == twin || isAhead(vectors(), arena)) {
                    return true;
                }
                if (tolerant || !boxed) {
                    return false;
                }
                tolerant = true;
                drop();
                return isAhead(vectors(), arena);
            } finally {
                racing = null;
            }
        }
    }

    private boolean isAhead(K made, Arena arena) {
        long a = filled(arena, 1);
        long b = filled(arena, 2);
        long out = arena.allocate(SAMPLE * MOST_BYTES, MOST_BYTES).address();
        boolean all = true;
        for (int form = 0; form < chosen.length(); form++) {
            boolean ahead = isAhead(made, form, a, b, out);
            chosen.setRelease(form, ahead ? made : twin);
            all &= ahead;
        }
        return all;
    }

    private boolean isAhead(K made, int form, long a, long b, long out) {
        int ahead = 0;
        int objects = 0;
        long begin = System.nanoTime();
        while (ahead < ROUNDS && objects < BOXED_ROUNDS && System.nanoTime() - begin < PATIENCE_NANOS) {
            long theirs = time(twin, form, a, b, out);
            long left = Allocations.bytes();
            boolean faster = time(made, form, a, b, out) < theirs;
            boolean clean = tolerant || Allocations.bytes() - left <= CALLS * LEFT_BYTES;
            ahead = faster && clean ? ahead + 1 : 0;
            objects = faster && !clean ? objects + 1 : 0;
        }
        boxed |= objects == BOXED_ROUNDS;
        return ahead == ROUNDS;
    }

    /** Numbers that nearly every function takes. */
    private long filled(Arena arena, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Lane part = lane().part();
        long address = arena.allocate(SAMPLE * MOST_BYTES, MOST_BYTES).address();
        long end = address + (long) SAMPLE * lane().bytes();
        for (long at = address; at < end; at += part.bytes()) {
            if (part.isFloat()) {
                Real.of(part).put(at, random.nextDouble(0.1, 0.9));
            } else {
                Whole.of(part).put(at, part == Lane.BOOL ? random.nextInt(2) : random.nextInt(1, 64));
            }
        }
        return address;
    }

    private long time(K kernel, int form, long a, long b, long out) {
        long begin = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            sample(kernel, form, a, b, out);
        }
        return System.nanoTime() - begin;
    }
}
