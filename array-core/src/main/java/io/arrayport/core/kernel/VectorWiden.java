package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Template: {@link UnaryKernel} that converts contiguous 16-bit floats to float32. */
final class VectorWiden implements UnaryKernel {
    /**
     * @param upper whether they are the upper halves of float32, else float16
     * @param ints as many as {@code halves}
     */
    record Spec(boolean upper, VectorSpecies<Short> halves, VectorSpecies<Integer> ints, UnaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final boolean UPPER = SPEC.upper();
    private static final VectorSpecies<Short> HALVES = SPEC.halves();
    private static final VectorSpecies<Integer> INTS = SPEC.ints();
    private static final UnaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = INTS.length();

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long done = 0;
        if (inStride == 2 && outStride == 4) {
            done = n - n % LENGTH;
            for (long i = 0; i < done; i += LENGTH) {
                if (UPPER) {
                    upper(in + i * 2, out + i * 4);
                } else {
                    step(in + i * 2, out + i * 4);
                }
            }
        }
        TWIN.run(in + done * inStride, inStride, out + done * outStride, outStride, n - done);
    }

    private static void upper(long in, long out) {
        IntVector half = Exact
                .of((IntVector) Exact.of(HALVES, HALVES.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()))
                        .convertShape(VectorOperators.S2I, INTS, 0));
        half.lanewise(VectorOperators.LSHL, 16).intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
    }

    /**
     * As the bits of a float32 such a number is 2 to the 112 times too small, subnormal or not; what is not finite gets
     * the largest exponent, and what is more than infinity, nan, gets quiet.
     */
    private static void step(long in, long out) {
        IntVector half = Exact
                .of((IntVector) Exact.of(HALVES, HALVES.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()))
                        .convertShape(VectorOperators.S2I, INTS, 0));
        IntVector bits = half.and(0x7FFF).lanewise(VectorOperators.LSHL, 13);
        Exact.ints(Exact.floats(bits).mul(0x1p112f))
                .lanewise(VectorOperators.OR, 0x7F80_0000, bits.compare(VectorOperators.GE, 0x0F80_0000))
                .lanewise(VectorOperators.OR, 0x40_0000, bits.compare(VectorOperators.GT, 0x0F80_0000))
                .or(half.and(0x8000).lanewise(VectorOperators.LSHL, 16))
                .intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
    }
}
