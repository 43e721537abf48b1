package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link UnaryKernel} that rounds contiguous floats to 16 bits, ties to even. What becomes a normal number is
 * rounded as an integer; of what does not, the sum with a power of two is taken whose last place is that of the
 * smallest result.
 */
final class VectorNarrow implements UnaryKernel {
    /**
     * @param fraction bits of the result's fraction; the others are its exponent, and one its sign
     * @param in floats or doubles
     * @param halves as many
     */
    record Spec(int fraction, VectorSpecies<?> in, VectorSpecies<Short> halves, UnaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final int FRACTION = SPEC.fraction();
    private static final VectorSpecies<?> IN = SPEC.in();
    private static final VectorSpecies<Short> HALVES = SPEC.halves();
    private static final UnaryKernel TWIN = SPEC.twin();
    private static final boolean SINGLE = IN.elementType() == float.class;
    private static final int LENGTH = IN.length();
    private static final int ELEMENT = IN.elementSize() / Byte.SIZE;
    private static final int WIDE_FRACTION = SINGLE ? 23 : 52;
    private static final int WIDE_BIAS = SINGLE ? 127 : 1023;
    private static final int BIAS = (1 << 14 - FRACTION) - 1;
    private static final int SHIFT = WIDE_FRACTION - FRACTION;
    private static final int INFINITE = 0x7FFF >> FRACTION << FRACTION;
    private static final int QUIET = INFINITE | 1 << FRACTION - 1;
    private static final int PAYLOAD = 0x7FFF & ~INFINITE;
    private static final long REBIAS = (long) (WIDE_BIAS - BIAS) << WIDE_FRACTION;
    private static final long LEAST_NORMAL = (long) (WIDE_BIAS - BIAS + 1) << WIDE_FRACTION;
    private static final double MAGIC = Math.scalb(1.0, 1 - BIAS - FRACTION + WIDE_FRACTION);
    private static final long MAGIC_BITS = SINGLE ? Float.floatToRawIntBits((float) MAGIC)
            : Double.doubleToRawLongBits(MAGIC);
    private static final long ROUND = (1L << SHIFT - 1) - 1 - REBIAS;

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long done = 0;
        if (inStride == ELEMENT && outStride == 2) {
            done = n - n % LENGTH;
            for (long i = 0; i < done; i += LENGTH) {
                if (SINGLE) {
                    singles(in + i * ELEMENT, out + i * 2);
                } else {
                    doubles(in + i * ELEMENT, out + i * 2);
                }
            }
        }
        TWIN.run(in + done * inStride, inStride, out + done * outStride, outStride, n - done);
    }

    private static void singles(long in, long out) {
        IntVector bits = Exact.ints(Exact.of(IN, IN.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder())));
        IntVector size = bits.and(Integer.MAX_VALUE);
        IntVector cut = size.lanewise(VectorOperators.LSHR, SHIFT);
        IntVector normal = size.add(cut.and(1)).add((int) ROUND).lanewise(VectorOperators.LSHR, SHIFT);
        IntVector small = Exact.ints(Exact.floats(size).add((float) MAGIC)).sub((int) MAGIC_BITS);
        Exact.of(HALVES, normal.blend(small, size.compare(VectorOperators.LT, (int) LEAST_NORMAL)).min(INFINITE)
                .blend(cut.and(PAYLOAD).or(QUIET), size.compare(VectorOperators.GT, 0x7F80_0000))
                .or(bits.lanewise(VectorOperators.LSHR, 16).and(0x8000))
                .convertShape(VectorOperators.I2S, HALVES, 0))
                .intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
    }

    private static void doubles(long in, long out) {
        LongVector bits = Exact.longs(Exact.of(IN, IN.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder())));
        LongVector size = bits.and(Long.MAX_VALUE);
        LongVector cut = size.lanewise(VectorOperators.LSHR, SHIFT);
        LongVector normal = size.add(cut.and(1)).add(ROUND).lanewise(VectorOperators.LSHR, SHIFT);
        LongVector small = Exact.longs(Exact.doubles(size).add(MAGIC)).sub(MAGIC_BITS);
        Exact.of(HALVES, normal.blend(small, size.compare(VectorOperators.LT, LEAST_NORMAL)).min(INFINITE)
                .blend(cut.and(PAYLOAD).or(QUIET), size.compare(VectorOperators.GT, 0x7FF0_0000_0000_0000L))
                .or(bits.lanewise(VectorOperators.LSHR, 48).and(0x8000))
                .convertShape(VectorOperators.L2S, HALVES, 0))
                .intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
    }
}
