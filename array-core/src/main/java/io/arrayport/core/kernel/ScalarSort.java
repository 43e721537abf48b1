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

    private final int bytes;
    private final Whole form;

    ScalarSort(int bytes, Whole form) {
        this.bytes = bytes;
        this.form = form;
    }

    abstract void some(long at, int n);

    @Override
    public void run(long at, long n, long room) {
        for (long done = 0; done < n; done += SOME) {
            some(at + done * bytes, (int) Math.min(SOME, n - done));
        }
        for (long run = SOME; run < n; run *= 2) {
            for (long from = 0; from < n - run; from += 2 * run) {
                merge(at + from * bytes, at + (from + run) * bytes, at + Math.min(n, from + 2 * run) * bytes, room);
            }
        }
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
