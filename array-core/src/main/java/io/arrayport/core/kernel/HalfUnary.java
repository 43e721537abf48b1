package io.arrayport.core.kernel;

import java.lang.foreign.Arena;

/** {@link UnaryKernel} of 16-bit floats by the kernel of 32-bit ones, a strip at a time. */
record HalfUnary(HalfStrip strip, UnaryKernel single, UnaryKernel twin) implements UnaryKernel {
    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        if (n < HalfStrip.LEAST) {
            twin.run(in, inStride, out, outStride, n);
            return;
        }
        int most = (int) Math.min(n, HalfStrip.MOST);
        try (Arena arena = Arena.ofConfined()) {
            long floats = HalfStrip.room(arena, most);
            for (long done = 0; done < n; done += most) {
                int m = (int) Math.min(most, n - done);
                strip.widen().run(in + done * inStride, inStride, floats, 4, m);
                single.run(floats, 4, floats, 4, m);
                strip.round().run(floats, 4, out + done * outStride, outStride, m);
            }
        }
    }
}
