package io.arrayport.core.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * {@link StripSort} by the JDK's own sort, which takes arrays: of some elements at a time, so that none is large, and
 * any number can be sorted. These are merged.
 */
enum ScalarSort implements StripSort {
    INTS(Integer.BYTES, Whole.I32) {
        @Override
        void some(long at, int n) {
            int[] numbers = new int[n];
            MemorySegment.copy(Raw.MEMORY, ValueLayout.JAVA_INT_UNALIGNED, at, numbers, 0, n);
            Arrays.sort(numbers);
            MemorySegment.copy(numbers, 0, Raw.MEMORY, ValueLayout.JAVA_INT_UNALIGNED, at, n);
        }
    },
    LONGS(Long.BYTES, Whole.I64) {
        @Override
        void some(long at, int n) {
            long[] numbers = new long[n];
            MemorySegment.copy(Raw.MEMORY, ValueLayout.JAVA_LONG_UNALIGNED, at, numbers, 0, n);
            Arrays.sort(numbers);
            MemorySegment.copy(numbers, 0, Raw.MEMORY, ValueLayout.JAVA_LONG_UNALIGNED, at, n);
        }
    };

    /** Elements that are sorted at once. */
    private static final int SOME = 1 << 20;
    /** From here on sorting costs no more than cutting. */
    private static final long SHORT = 64;

    private final int bytes;
    private final Whole form;

    ScalarSort(int bytes, Whole form) {
        this.bytes = bytes;
        this.form = form;
    }

    abstract void some(long at, int n);

    @Override
    public void run(long from, long at, long n, long room) {
        bring(from, at, n);
        sort(at, n, room);
    }

    private void bring(long from, long at, long n) {
        if (from != at) {
            Raw.copy(from, at, n * bytes);
        }
    }

    private void sort(long at, long n, long room) {
        for (long done = 0; done < n; done += SOME) {
            some(at + done * bytes, (int) Math.min(SOME, n - done));
        }
        for (long run = SOME; run < n; run *= 2) {
            for (long from = 0; from < n - run; from += 2 * run) {
                merge(at + from * bytes, at + (from + run) * bytes, at + Math.min(n, from + 2 * run) * bytes, room);
            }
        }
    }

    @Override
    public void part(long from, long at, long n, long[] ranks, long room) {
        bring(from, at, n);
        long first = 0;
        for (long rank : ranks) {
            if (rank >= first) {
                part(at, first, n, rank, room);
                first = rank + 1;
            }
        }
    }

    /** Cuts the part in two in which the rank is, until it is short, or has been cut badly again and again. */
    private void part(long at, long from, long to, long rank, long room) {
        long low = from;
        long high = to;
        int most = 2 * (Long.SIZE - Long.numberOfLeadingZeros(to - from));
        for (int left = most; high - low > SHORT && left > 0; left--) {
            long pivot = middle(get(at, low), get(at, low + (high - low) / 2), get(at, high - 1));
            long i = low - 1;
            long j = high;
            while (i < j) {
                i = following(at, i + 1, high - 1, pivot);
                j = preceding(at, j - 1, low, pivot);
                if (i < j) {
                    long other = get(at, i);
                    form.put(at + i * bytes, get(at, j));
                    form.put(at + j * bytes, other);
                }
            }
            // All up to j are not greater than the pivot, all behind it not less
            if (rank <= j) {
                high = j + 1;
            } else {
                low = j + 1;
            }
        }
        sort(at + low * bytes, high - low, room);
    }

    /** @param last where it ends whatever is there: another thread may have written it meanwhile */
    private long following(long at, long from, long last, long pivot) {
        long i = from;
        while (i < last && get(at, i) < pivot) {
            i++;
        }
        return i;
    }

    /** @param first as the last one of {@link #following} */
    private long preceding(long at, long from, long first, long pivot) {
        long i = from;
        while (i > first && get(at, i) > pivot) {
            i--;
        }
        return i;
    }

    private long get(long at, long i) {
        return form.get(at + i * bytes);
    }

    private static long middle(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /** Merges what lies before and behind {@code middle}, where there are elements on both sides. */
    private void merge(long from, long middle, long end, long room) {
        Raw.copy(from, room, middle - from);
        long a = room;
        long aEnd = room + (middle - from);
        long b = middle;
        for (long to = from; a < aEnd; to += bytes) {
            // What is left behind the middle lies where it belongs when the other side is used up
            if (b == end || form.get(a) <= form.get(b)) {
                form.put(to, form.get(a));
                a += bytes;
            } else {
                form.put(to, form.get(b));
                b += bytes;
            }
        }
    }
}
