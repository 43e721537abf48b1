package io.arrayport.core.kernel;

import java.lang.foreign.Arena;

/**
 * One kernel after another, a block at a time in a buffer that stays in the cache.
 *
 * @param itemsize bytes of an element in the buffer
 */
public record Through(UnaryKernel first, UnaryKernel second, int itemsize) implements UnaryKernel {
    private static final int BLOCK = 1024;

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        try (Arena arena = Arena.ofConfined()) {
            long buffer = arena.allocate(Math.min(n, BLOCK) * itemsize, 64).address();
            for (long done = 0; done < n; done += BLOCK) {
                long count = Math.min(BLOCK, n - done);
                first.run(in + done * inStride, inStride, buffer, itemsize, count);
                second.run(buffer, itemsize, out + done * outStride, outStride, count);
            }
        }
    }
}
