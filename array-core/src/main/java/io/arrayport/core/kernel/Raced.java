package io.arrayport.core.kernel;

import java.lang.foreign.Arena;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

import io.arrayport.core.backend.Op;
import io.arrayport.core.threads.Daemon;
import org.jspecify.annotations.Nullable;

/**
 * A kernel that is its scalar twin until its form on vectors is the faster one. That takes the compiler a tenth of a
 * second or more, until then is a hundred times slower than it will be, and loading the Vector API takes as long as a
 * thousand additions of a thousand numbers. So once a program has computed a good deal, a thread makes the vector form
 * and runs both against each other on memory of its own, until the vectors win; where they never do, the twin stays.
 *
 * <p>A win is proved once more a little later: the twin may not have been compiled, or the vectors may be compiled
 * again. As long as vectors are objects when they should be registers the compiler may not be done, so they are waited
 * for. Where they stay objects or lose they are made anew, up to twice: what the compiler did not
 * inline once it does not for the life of a class, and whether it inlines all of them depends on what else it compiles
 * at the time. The faster ones stay, objects or not.
 *
 * <p>After those there is another race later: none is lost for ever, and all that are lost together take a hundredth of
 * the time that the kernel takes, but for a few at the start. Whoever has raced for a while lets others race.
 *
 * @param <K> the kernel's type
 */
@SuppressWarnings("ReferenceEquality") // which of the two kernels it is
abstract class Raced<K> implements Turns.Waiting {
    /** Of a sample's numbers, some vectors: few, because a method is compiled as a whole if it was called often. */
    static final int SAMPLE_BYTES = 1024;

    /** Elements. What computes less is not worth compiling. */
    static final long ENOUGH = 1 << 23;
    /** Of these a twin computes one while others compute ten or more: so much fewer are enough. */
    private static final Set<Op> SLOW = slow();
    private static final int SLOWER = 16;
    /** So many times as many elements as before it takes at most until the next race, if vectors have lost one. */
    private static final int LATER = 4;
    /** After so many times the time of a race there is another one. */
    static final double RARELY = 100;
    private static final int CALLS = 32;
    /** To be won one after the other: in one the twin may have been held up. */
    private static final int ROUNDS = 3;
    /**
     * Of the race's own time, as where others want its processor they want the compiler's as well; since vectors last
     * became twice as fast. The last try has all of it, each before it half as much as the next.
     */
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final int TRIES = 3;
    /** So long a race goes on while others wait. The compiler is at work for it in their time, too. */
    private static final long TURN_NANOS = 250_000_000;
    /** Between a win and its proof: the compiler has looked at all that runs by then. */
    private static final long PROOF_NANOS = 100_000_000;
    /** Half of a sample leaves more behind if each of its vectors, of the longest, became the smallest of objects. */
    private static final long BOXED_BYTES = SAMPLE_BYTES / 4;
    private static final int MOST_BYTES = 16;
    /** One race at a time: what it compiles, others need too. */
    private static final Turns TURNS = new Turns();
    private static volatile @Nullable Thread racing;

    /** Of vectors: they are faster but objects, when they are boxed. */
    private enum Outcome {
        WON, BOXED, LOST
    }

    private final K twin;
    private final String name;
    /** For each way of calling the kernel, in which its vectors are compiled apart. */
    private final AtomicReferenceArray<K> chosen;
    private final AtomicBoolean started = new AtomicBoolean();
    private @Nullable K vectors; // guarded by this
    /** About how many elements: threads that count at once may forget some. */
    private long seen;
    /** How many it takes until the first race, and until the next one. */
    private final long first;
    private volatile long enough;
    /** How many there were when another's turn last came, or its own ended. */
    private long before; // of whoever has the turn; guarded by TURNS while this waits
    /** Whether it has won once: until that is proved, everybody computes with what may be slow. */
    private volatile boolean proving;
    private volatile boolean settled;
    /** Vectors that have won as objects: they may be better the next time that they are made; until then they stay. */
    private volatile @Nullable K boxed;
    /** Nanoseconds that the twin takes for an element. */
    private double pace; // of the thread that races, as the next
    private long turnBegan;
    private long patience;

    /**
     * @param forms in how many ways the kernel is called
     * @param enough how many elements it takes until the first race
     */
    Raced(String name, K twin, int forms, long enough) {
        this.name = name;
        this.twin = twin;
        this.first = enough;
        this.enough = enough;
        chosen = new AtomicReferenceArray<>(forms);
        for (int form = 0; form < forms; form++) {
            chosen.setPlain(form, twin);
        }
    }

    private static Set<Op> slow() {
        Set<Op> slow = EnumSet.range(Op.CBRT, Op.ARCTANH);
        slow.add(Op.POWER);
        return slow;
    }

    static long enough(Op op) {
        return SLOW.contains(op) ? ENOUGH / SLOWER : ENOUGH;
    }

    /** Makes the form on vectors, or returns the twin where there is none. */
    abstract K make(K beside);

    /** Runs a kernel over {@code n} elements, a sample or half of one. */
    abstract void sample(K kernel, int form, long a, long b, long out, int n);

    /** Whether the form on vectors computes by vectors where it is called so; else that is its twin, too. */
    boolean takes(K vectors, int form) {
        return true;
    }

    /** Of what is computed with. */
    abstract Lane lane();

    /** Of the second sample's floats. */
    int sign() {
        return 1;
    }

    /** How many a sample has. */
    protected int elements() {
        return SAMPLE_BYTES / lane().bytes();
    }

    /** From how many on the bytes that a call leaves behind, more for a sample than for half of it, are objects. */
    long boxedBytes() {
        return BOXED_BYTES;
    }

    /** For how long vectors may stay as slow as they are, or objects, in the last try. */
    long patienceNanos() {
        return PATIENCE_NANOS;
    }

    /** All forms on vectors have won: nobody need ask any more. */
    void won(K kernel) {}

    /** Returns what computes {@code n} elements. */
    final K faster(int form, long n) {
        K kernel = chosen.getAcquire(form);
        if (settled || kernel != twin && kernel != boxed) {
            return kernel;
        }
        if (Thread.currentThread().equals(racing)) {
            return vectors(); // part of what is being raced
        }
        seen += n;
        if (seen >= enough && started.compareAndSet(false, true)
                && !Daemon.start(RacedSort.THREAD + name, this::race)) {
            enough = LATER * seen;
            started.set(false);
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
            if (Simd.isRaced()) { // else twins race, in tests
                VectorsMet.once();
            }
            for (int left = TRIES - 1; !over && left >= 0; left--) {
                patience = patienceNanos() >> left;
                over = isProved();
                if (!over) {
                    drop();
                }
            }
            if (over && vectors() != twin) {
                won(vectors());
            }
        } finally {
            settled = over;
            // A busy machine may not have compiled it in time
            enough = (long) Math.min((double) LATER * seen, seen + RARELY * OwnThread.nanos() / pace);
            started.set(over);
        }
    }

    private boolean isProved() {
        boolean over = isOver();
        if (over && vectors() != twin) {
            LockSupport.parkNanos(PROOF_NANOS);
            proving = true;
            try {
                over = isOver();
            } finally {
                proving = false;
            }
        }
        return over;
    }

    /** The next ones that race are made anew. */
    private synchronized void drop() {
        vectors = null;
    }

    /** Returns whether there is nothing left to be found out. */
    private boolean isOver() {
        awaitTurn();
        try (Arena arena = Arena.ofConfined()) {
            return vectors() == twin || isAhead(vectors(), arena);
        } finally {
            passTurn();
        }
    }

    private void awaitTurn() {
        TURNS.await(this);
        racing = Thread.currentThread();
        turnBegan = OwnThread.nanos();
    }

    private void passTurn() {
        if (Thread.currentThread().equals(racing)) { // not where waiting for the next turn has failed
            racing = null;
            before = seen;
            TURNS.pass();
        }
    }

    /** What a program computes now, not what it did when dozens began to wait; a win is proved first. */
    @Override
    public final double urgency() {
        return proving ? Double.POSITIVE_INFINITY : (double) (seen - before) / first;
    }

    @Override
    public final void passed() {
        before = seen;
    }

    private boolean isAhead(K made, Arena arena) {
        long a = filled(arena, 1, 1);
        long b = filled(arena, 2, sign());
        long out = arena.allocate((long) SAMPLE_BYTES * MOST_BYTES, MOST_BYTES).address();
        boolean all = true;
        for (int form = 0; form < chosen.length(); form++) {
            Outcome outcome = takes(made, form) ? outcome(made, form, a, b, out) : Outcome.WON;
            if (outcome != Outcome.LOST) {
                boxed = outcome == Outcome.BOXED ? made : boxed;
                chosen.setRelease(form, made);
            } else if (chosen.get(form) == made) { // those made before have won, and stay
                chosen.setRelease(form, twin);
            }
            all &= outcome == Outcome.WON;
        }
        return all;
    }

    private Outcome outcome(K made, int form, long a, long b, long out) {
        int ahead = 0;
        int clean = 0;
        long best = Long.MAX_VALUE;
        long begin = OwnThread.nanos();
        while (Math.min(ahead, clean) < ROUNDS && OwnThread.nanos() - begin < patience) {
            long theirs = time(twin, form, a, b, out, elements());
            long start = OwnThread.bytes();
            long ours = time(made, form, a, b, out, elements());
            long end = OwnThread.bytes();
            time(made, form, a, b, out, elements() / 2);
            // What grows with the elements; the rest is scratch, whatever their number
            long objects = end - start - (OwnThread.bytes() - end);
            clean = objects < CALLS * boxedBytes() ? clean + 1 : 0;
            ahead = ours < theirs ? ahead + 1 : 0;
            if (ours < best / 2) { // the compiler is at it: long code takes it longer than our patience
                best = ours;
                begin = OwnThread.nanos();
            }
            pace = (double) theirs / CALLS / elements();
            if (OwnThread.nanos() - turnBegan > TURN_NANOS) {
                passTurn();
                awaitTurn();
            }
        }
        return ahead < ROUNDS ? Outcome.LOST : clean < ROUNDS ? Outcome.BOXED : Outcome.WON;
    }

    /** Numbers that nearly every function takes. */
    private long filled(Arena arena, long seed, int sign) {
        SplittableRandom random = new SplittableRandom(seed);
        Lane part = lane().part();
        long address = arena.allocate(SAMPLE_BYTES, MOST_BYTES).address();
        long end = address + SAMPLE_BYTES;
        for (long at = address; at < end; at += part.bytes()) {
            if (part.isFloat()) {
                Real.of(part).put(at, sign * random.nextDouble(0.1, 0.9));
            } else {
                Whole.of(part).put(at, part == Lane.BOOL ? random.nextInt(2) : random.nextInt(1, 64));
            }
        }
        return address;
    }

    private long time(K kernel, int form, long a, long b, long out, int n) {
        long begin = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            sample(kernel, form, a, b, out, n);
        }
        return System.nanoTime() - begin;
    }
}
