package io.arrayport.core.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** {@link StripSort} by the JDK's own sort, which takes arrays. */
enum ScalarSort implements StripSort {
    INTS {
        @Override
        public void run(long at, long n, long room) {
            int[] numbers = new int[Math.toIntExact(n)];
            MemorySegment.copy(Raw.MEMORY, ValueLayout.JAVA_INT_UNALIGNED, at, numbers, 0, numbers.length);
            Arrays.sort(numbers);
            MemorySegment.copy(numbers, 0, Raw.MEMORY, ValueLayout.JAVA_INT_UNALIGNED, at, numbers.length);
        }
    },
    LONGS {
        @Override
        public void run(long at, long n, long room) {
            long[] numbers = new long[Math.toIntExact(n)];
            MemorySegment.copy(Raw.MEMORY, ValueLayout.JAVA_LONG_UNALIGNED, at, numbers, 0, numbers.length);
            Arrays.sort(numbers);
            MemorySegment.copy(numbers, 0, Raw.MEMORY, ValueLayout.JAVA_LONG_UNALIGNED, at, numbers.length);
        }
    }
}
