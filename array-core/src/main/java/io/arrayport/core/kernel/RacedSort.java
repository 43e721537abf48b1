package io.arrayport.core.kernel;

import java.lang.foreign.Arena;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

import io.arrayport.core.threads.Daemon;

/**
 * {@link StripSort} by vectors as soon as they are the faster ones. Their code takes the compiler a second or two, and
 * until then is a hundred times slower than the twin. So once a program has sorted a good deal a thread runs both
 * against each other until the vectors win, and ends; where they never do, the twin stays, and they race again later.
 */
final class RacedSort implements StripSort {
    /** The thread's name begins with it. */
    static final String THREAD = "arrayport-compile-";

    /** Elements. What sorts less is not worth compiling. */
    private static final long ENOUGH = 1 << 20;
    /** Elements, of which sorting a part takes longer by the twin than it takes until all is compiled. */
    private static final long MANY = 1 << 24;
    /** One race at a time: others wait, and have it easier as most of what they need is compiled then. */
    private static final Object TURNS = new Object();
    /** So many times as many elements as before it takes at most until the next race, if vectors have lost one. */
    private static final int LATER = 16;
    private static final int SAMPLE = 1 << 15;
    /** Of columns. */
    private static final int ROWS = 256;
    /** To be won one after the other: in one the twin may have been held up. */
    private static final int ROUNDS = 3;
    /** As that of {@link Raced}. */
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final StripSort vectors;
    private final StripSort twin;
    private final Whole form;
    private final int bytes;
    private final AtomicBoolean started = new AtomicBoolean();
    /** About how many elements: threads that count at once may forget some. */
    private long sorted;
    /** How many it takes until the next race. */
    private volatile long enough = ENOUGH;
    private volatile boolean won;
    /** Nanoseconds that the twin takes for an element. */
    private double pace; // of the thread that races

    /** @param bytes of an element */
    RacedSort(StripSort vectors, StripSort twin, Whole form, int bytes) {
        this.vectors = vectors;
        this.twin = twin;
        this.form = form;
        this.bytes = bytes;
    }

    @Override
    public void run(long from, long at, long n, long room) {
        faster(n).run(from, at, n, room);
    }

    @Override
    public void part(long from, long at, long n, long[] ranks, long room) {
        faster(n).part(from, at, n, ranks, room);
    }

    @Override
    public boolean columns(long from, long at, long step, long n, long count, long room) {
        return won && vectors.columns(from, at, step, n, count, room);
    }

    @Override
    public boolean parts(long n) {
        return faster(n).parts(n);
    }

    private StripSort faster(long n) {
        if (won || n >= MANY) {
            return vectors;
        }
        sorted += n;
        if (sorted >= enough && started.compareAndSet(false, true)
                && !Daemon.start(THREAD + "sort-" + form, this::race)) {
            enough = LATER * sorted;
            started.set(false);
        }
        return twin;
    }

    private void race() {
        try {
            if (Simd.isRaced()) { // else twins race, in tests
                VectorsMet.once();
            }
            synchronized (TURNS) {
                won = isAhead();
            }
        } finally {
            // A busy machine may not have compiled it in time
            enough = (long) Math.min((double) LATER * sorted, sorted + Raced.RARELY * OwnThread.nanos() / pace);
            started.set(won);
        }
    }

    private boolean isAhead() {
        try (Arena arena = Arena.ofConfined()) {
            long size = (long) SAMPLE * bytes;
            long sample = arena.allocate(size, Long.BYTES).address();
            long at = arena.allocate(size, Long.BYTES).address();
            long room = arena.allocate(Math.max(size + SPARE * bytes, SortKernel.columnRoom(ROWS)), Long.BYTES)
                    .address();
            SplittableRandom random = new SplittableRandom(1);
            for (long i = 0; i < size; i += bytes) {
                form.put(sample + i, random.nextLong());
            }
            int ahead = 0;
            long begin = OwnThread.nanos();
            while (ahead < ROUNDS && OwnThread.nanos() - begin < PATIENCE_NANOS) {
                long theirs = time(twin, sample, at, room);
                pace = (double) theirs / SAMPLE;
                // Both ways in the time of one: columns have no race of their own
                long ours = time(vectors, sample, at, room) + columns(sample, at, room);
                ahead = ours < theirs ? ahead + 1 : 0;
            }
            return ahead == ROUNDS;
        }
    }

    private long columns(long sample, long at, long room) {
        long begin = System.nanoTime();
        vectors.columns(sample, at, (long) SAMPLE / ROWS * bytes, ROWS, SAMPLE / ROWS, room);
        return System.nanoTime() - begin;
    }

    private long time(StripSort sort, long sample, long at, long room) {
        long begin = System.nanoTime();
        sort.run(sample, at, SAMPLE, room);
        return System.nanoTime() - begin;
    }
}
