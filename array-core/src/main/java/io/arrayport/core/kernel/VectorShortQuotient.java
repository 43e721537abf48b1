package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: floor division and remainders of integers of 8 and 16 bits by way of binary32, as {@link VectorQuotient}
 * does it of 32 bits.
 */
final class VectorShortQuotient implements BinaryKernel {
    /**
     * @param memory as elements lie in memory, of as many lanes as {@code floats}
     * @param ints of as many lanes too
     * @param repeatsA whether the first input is one element
     * @param repeatsB whether the second is
     */
    record Spec(QuotientKind kind, boolean unsigned, VectorSpecies<?> memory, VectorSpecies<Integer> ints,
            VectorSpecies<Float> floats, boolean repeatsA, boolean repeatsB, BinaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final boolean QUOTIENT = SPEC.kind() == QuotientKind.QUOTIENT;
    private static final boolean REMAINDER = SPEC.kind() == QuotientKind.REMAINDER;
    private static final boolean UNSIGNED = SPEC.unsigned();
    @SuppressWarnings("unchecked") // which of bytes and shorts it is only the Vector API has to know
    private static final VectorSpecies<Object> MEMORY = (VectorSpecies<Object>) SPEC.memory();
    private static final VectorSpecies<Integer> INTS = SPEC.ints();
    private static final VectorSpecies<Float> FLOATS = SPEC.floats();
    private static final boolean REPEATS_A = SPEC.repeatsA();
    private static final boolean REPEATS_B = SPEC.repeatsB();
    private static final BinaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = INTS.length();
    private static final int ELEMENT = MEMORY.elementSize() / Byte.SIZE;
    private static final boolean BYTES = ELEMENT == 1;
    private static final int STEP = LENGTH * ELEMENT;
    private static final VectorOperators.Conversion<Object, Integer> TO_INTS = toInts();
    private static final VectorOperators.Conversion<Integer, Object> FROM_INTS = fromInts();
    /** Added and taken away again, it rounds to a whole number. */
    private static final float WHOLE = 0x1.8p23f;

    @SuppressWarnings("unchecked") // as MEMORY is
    private static VectorOperators.Conversion<Object, Integer> toInts() {
        return (VectorOperators.Conversion<Object, Integer>) (VectorOperators.Conversion<?, ?>) (UNSIGNED
                ? BYTES ? VectorOperators.ZERO_EXTEND_B2I : VectorOperators.ZERO_EXTEND_S2I
                : BYTES ? VectorOperators.B2I : VectorOperators.S2I);
    }

    @SuppressWarnings("unchecked") // as MEMORY is
    private static VectorOperators.Conversion<Integer, Object> fromInts() {
        return (VectorOperators.Conversion<Integer, Object>) (VectorOperators.Conversion<?, ?>) (BYTES
                ? VectorOperators.I2B : VectorOperators.I2S);
    }

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        long done = n - n % LENGTH;
        contiguous(a, b, out, done * ELEMENT);
        TWIN.run(a + done * aStride, aStride, b + done * bStride, bStride, out + done * outStride, outStride,
                n - done);
    }

    private static void contiguous(long a, long b, long out, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = 0; i < end; i += STEP) {
            Vector<Object> dividend = REPEATS_A ? Exact.of(MEMORY, MEMORY.broadcast(Repeated.bits(ELEMENT, a)))
                    : Exact.of(MEMORY, MEMORY.fromMemorySegment(Raw.MEMORY, a + i, ByteOrder.nativeOrder()));
            Vector<Object> divisor = REPEATS_B ? Exact.of(MEMORY, MEMORY.broadcast(Repeated.bits(ELEMENT, b)))
                    : Exact.of(MEMORY, MEMORY.fromMemorySegment(Raw.MEMORY, b + i, ByteOrder.nativeOrder()));
            Vector<Integer> whole = Exact.of(INTS, divisor.convertShape(TO_INTS, INTS, 0));
            FloatVector x = (FloatVector) Exact.of(FLOATS, Exact.of(INTS, dividend.convertShape(TO_INTS, INTS, 0))
                    .convertShape(VectorOperators.I2F, FLOATS, 0));
            FloatVector y = (FloatVector) Exact.of(FLOATS, whole.convertShape(VectorOperators.I2F, FLOATS, 0));
            FloatVector quotient = x.div(y);
            FloatVector nearest = quotient.add(WHOLE).sub(WHOLE);
            FloatVector result = nearest.sub(1, nearest.compare(VectorOperators.GT, quotient));
            if (!QUOTIENT) {
                result = x.sub(result.mul(y));
                if (!REMAINDER) {
                    result = result.sub(y, result.mul(x).compare(VectorOperators.LT, 0));
                }
            }
            Exact.of(MEMORY, Exact.of(INTS, result.convertShape(VectorOperators.F2I, INTS, 0))
                    .blend(0, whole.compare(VectorOperators.EQ, 0)).convertShape(FROM_INTS, MEMORY, 0))
                    .intoMemorySegment(Raw.MEMORY, out + i, ByteOrder.nativeOrder());
        }
    }
}
