package io.arrayport.core.kernel;

import java.lang.foreign.Arena;

/**
 * {@link BinaryKernel} of 16-bit floats by the kernel of 32-bit ones, a strip at a time.
 *
 * @param predicate whether results are bools, which need no rounding
 */
record HalfBinary(HalfStrip strip, boolean predicate, BinaryKernel single, BinaryKernel twin)
        implements BinaryKernel {
    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        if (n < HalfStrip.LEAST) {
            twin.run(a, aStride, b, bStride, out, outStride, n);
            return;
        }
        int most = (int) Math.min(n, HalfStrip.MOST);
        try (Arena arena = Arena.ofConfined()) {
            long left = HalfStrip.room(arena, most);
            long right = HalfStrip.room(arena, most);
            long leftStep = aStride == 0 ? 0 : 4;
            long rightStep = bStride == 0 ? 0 : 4;
            long results = HalfStrip.room(arena, predicate ? 1 : most);
            strip.widen().run(a, 2, left, 4, 1);
            strip.widen().run(b, 2, right, 4, 1);
            for (long done = 0; done < n; done += most) {
                int m = (int) Math.min(most, n - done);
                if (aStride != 0) {
                    strip.widen().run(a + done * aStride, aStride, left, 4, m);
                }
                if (bStride != 0) {
                    strip.widen().run(b + done * bStride, bStride, right, 4, m);
                }
                if (predicate) {
                    single.run(left, leftStep, right, rightStep, out + done * outStride, outStride, m);
                } else {
                    single.run(left, leftStep, right, rightStep, results, 4, m);
                    strip.round().run(results, 4, out + done * outStride, outStride, m);
                }
            }
        }
    }
}
