package io.arrayport.core.loop;

import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.memory.Memory;

/**
 * Copies elements of any type as bytes without a meaning: cut off where there is no room, filled up with zeros.
 *
 * @param from bytes of an element there
 * @param to bytes of an element here
 */
record VoidCopy(int from, int to) implements UnaryKernel {
    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        int kept = Math.min(from, to);
        for (long i = 0; i < n; i++) {
            long element = out + i * outStride;
            Memory.copy(in + i * inStride, element, kept);
            if (kept < to) {
                Memory.segment(element + kept, to - kept).fill((byte) 0);
            }
        }
    }
}
