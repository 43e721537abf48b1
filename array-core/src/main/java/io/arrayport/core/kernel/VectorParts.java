package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Template: {@link UnaryKernel} between contiguous float64 and complex128, of which it takes the real part. */
final class VectorParts implements UnaryKernel {
    /**
     * @param to whether it converts to complex128
     * @param reals half as many doubles as {@code pairs}
     */
    record Spec(boolean to, VectorSpecies<Double> reals, VectorSpecies<Double> pairs, VectorShuffle<Double> order,
            UnaryKernel twin) {

        static Spec of(boolean to, VectorSpecies<Double> reals, VectorSpecies<Double> pairs, UnaryKernel twin) {
            int n = reals.length();
            return new Spec(to, reals, pairs,
                    VectorShuffle.fromOp(pairs, i -> to ? i / 2 + (i & 1) * n : 2 * i % (2 * n)), twin);
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final boolean TO = SPEC.to();
    private static final VectorSpecies<Double> REALS = SPEC.reals();
    private static final VectorSpecies<Double> PAIRS = SPEC.pairs();
    private static final VectorShuffle<Double> ORDER = SPEC.order();
    private static final UnaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = REALS.length();
    private static final int ELEMENT = TO ? 8 : 16;
    private static final int OUT_ELEMENT = TO ? 16 : 8;

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long done = 0;
        if (inStride == ELEMENT && outStride == OUT_ELEMENT) {
            done = n - n % LENGTH;
            for (long i = 0; i < done; i += LENGTH) {
                if (TO) {
                    to(in + i * ELEMENT, out + i * OUT_ELEMENT);
                } else {
                    from(in + i * ELEMENT, out + i * OUT_ELEMENT);
                }
            }
        }
        TWIN.run(in + done * inStride, inStride, out + done * outStride, outStride, n - done);
    }

    /** The numbers lie before as many zeros, and one of these comes behind each. */
    private static void to(long in, long out) {
        Exact.of(PAIRS,
                Exact.of(REALS, REALS.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()))
                        .reinterpretShape(PAIRS, 0))
                .rearrange(ORDER)
                .intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
    }

    private static void from(long in, long out) {
        Exact.of(REALS,
                Exact.of(PAIRS, PAIRS.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder())).rearrange(ORDER)
                        .reinterpretShape(REALS, 0))
                .intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
    }
}
