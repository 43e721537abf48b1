package io.arrayport.core.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Order statistics of one strip in linear time: a sorted sample says between which two keys those of some ranks will
 * lie, one look at all keys collects the few that do, and the same is done with these until they can be sorted. A
 * range that turns out not to hold its ranks is looked for again, wider.
 */
final class Selection {
    /** Up to here the JDK's sort of an array costs less than room for another. */
    private static final int TINY = 32;
    /** Up to here keys are sorted at once. */
    private static final int FEW = 2048;
    /** With more ranges to look for than this, sorting costs less; by vectors, with more than one. */
    private static final int MOST_RANGES = 32;
    /** Whose keys, and as much room again, take 2 GiB. */
    private static final long MOST_SORTED = 1 << 27;
    /** Keys that are copied to be parted by a few ranks: 256 MB, of each thread. */
    private static final long MOST_PARTED = 1 << 24;
    private static final int SAMPLE = 1024;

    private final KeyKernel kernel;
    private final KeyKernel longs;
    private final StripSort sort;
    private final long in;
    private final long stride;
    private final long n;
    private final long[] ranks;
    private final long[] found;

    private Selection(KeyKernel kernel, KeyKernel longs, StripSort sort, long in, long stride, long n, long[] ranks) {
        this.kernel = kernel;
        this.longs = longs;
        this.sort = sort;
        this.in = in;
        this.stride = stride;
        this.n = n;
        this.ranks = ranks;
        this.found = new long[ranks.length];
    }

    /**
     * Returns the keys of {@code ranks}, which ascend, each once.
     *
     * @param longs the kernel whose keys are the longs in memory
     * @param sort of these
     */
    static long[] select(KeyKernel kernel, KeyKernel longs, StripSort sort, long in, long stride, long n,
            long[] ranks) {
        if (n > FEW) {
            return new Selection(kernel, longs, sort, in, stride, n, ranks).run();
        }
        if (n <= TINY) {
            long[] keys = new long[(int) n];
            kernel.keys(in, stride, keys.length, keys);
            Arrays.sort(keys);
            return Arrays.stream(ranks).map(rank -> keys[(int) rank]).toArray();
        }
        return sorted(kernel, sort, in, stride, n, ranks);
    }

    private static long[] sorted(KeyKernel kernel, StripSort sort, long in, long stride, long n, long[] ranks) {
        try (Arena arena = Arena.ofConfined()) {
            long keys = arena.allocate(Math.multiplyExact(2 * n + StripSort.SPARE, Long.BYTES), Long.BYTES).address();
            kernel.collect(in, stride, n, 0, keys);
            sort.part(keys, keys, n, ranks, keys + n * Long.BYTES);
            long[] found = new long[ranks.length];
            for (int i = 0; i < ranks.length; i++) {
                found[i] = Raw.i64(keys + ranks[i] * Long.BYTES);
            }
            return found;
        }
    }

    private long[] run() {
        // The last one, for which NaN is looked, comes with any look at all keys
        int end = ranks.length > 1 && ranks[ranks.length - 1] == n - 1 ? ranks.length - 1 : ranks.length;
        int ranges = 0;
        for (int i = 0; i < end; i = group(i, end)) {
            ranges++;
        }
        if (n <= MOST_SORTED && ranges > MOST_RANGES || n <= MOST_PARTED && ranges > 1 && sort.parts(n)) {
            return sorted(kernel, sort, in, stride, n, ranks);
        }
        SplittableRandom random = new SplittableRandom(n);
        long greatest = 0;
        for (int i = 0; i < end;) {
            int next = group(i, end);
            greatest = range(random, i, next);
            i = next;
        }
        Arrays.fill(found, end, found.length, greatest);
        return found;
    }

    /** Returns the end of the ranks from {@code first} on that one range of the sample holds. */
    private int group(int first, int end) {
        int next = first + 1;
        while (next < end && place(ranks[next]) - place(ranks[next - 1]) <= 2) {
            next++;
        }
        return next;
    }

    /** Returns where in a sample a rank is to be expected. */
    private double place(long rank) {
        return (double) rank / n * SAMPLE;
    }

    /** Returns how far a rank may be from its place: so many standard deviations, and a bit. */
    private double margin(long rank, double deviations) {
        double part = (double) rank / n;
        return 2 + deviations * Math.sqrt(SAMPLE * part * (1 - part));
    }

    /** Finds the keys of some ranks, and returns the greatest of all keys. */
    private long range(SplittableRandom random, int first, int end) {
        long[] sample = new long[SAMPLE];
        for (double deviations = 3;; deviations *= 2) {
            for (int i = 0; i < SAMPLE; i++) {
                sample[i] = kernel.key(in + random.nextLong(n) * stride);
            }
            Arrays.sort(sample);
            int low = (int) Math.floor(place(ranks[first]) - margin(ranks[first], deviations));
            int high = (int) Math.ceil(place(ranks[end - 1]) + margin(ranks[end - 1], deviations));
            Sieve sieve = new Sieve(low < 0 ? Long.MIN_VALUE : sample[low],
                    high >= SAMPLE ? Long.MAX_VALUE : sample[high],
                    (Math.min(high, SAMPLE) - Math.max(low, 0)) * (n / SAMPLE));
            for (long done = 0; done < n; done += Sieve.BLOCK) {
                kernel.sift(in + done * stride, stride, (int) Math.min(Sieve.BLOCK, n - done), sieve);
            }
            if (sieve.holds(ranks[first]) && sieve.holds(ranks[end - 1])) {
                take(sieve, first, end);
                return sieve.greatest;
            }
        }
    }

    private void take(Sieve sieve, int first, int end) {
        long start = sieve.below + sieve.onLow;
        int from = first;
        while (from < end && ranks[from] < start) {
            found[from++] = sieve.low;
        }
        int to = from;
        while (to < end && ranks[to] < start + sieve.count) {
            to++;
        }
        Arrays.fill(found, to, end, sieve.high);
        if (from < to) {
            long[] inside = new long[to - from];
            for (int i = 0; i < inside.length; i++) {
                inside[i] = ranks[from + i] - start;
            }
            System.arraycopy(among(sieve, inside), 0, found, from, inside.length);
        }
    }

    private long[] among(Sieve sieve, long[] inside) {
        try (Arena arena = Arena.ofConfined()) {
            long keys = arena.allocate((long) sieve.count * Long.BYTES, Long.BYTES).address();
            MemorySegment.copy(sieve.inside, 0, Raw.MEMORY, ValueLayout.JAVA_LONG_UNALIGNED, keys, sieve.count);
            return select(longs, longs, sort, keys, Long.BYTES, sieve.count, inside);
        }
    }
}
