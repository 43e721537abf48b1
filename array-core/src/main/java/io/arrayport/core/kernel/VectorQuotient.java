package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: floor division and remainders of integers of 32 bits by way of binary64, which holds each of them and its
 * quotient's whole part. The loop holds it all, as that of {@link VectorPower} does: a function of its own is now and
 * then compiled before the loop is, to more than the compiler inlines, and each vector is an object.
 */
final class VectorQuotient implements BinaryKernel {
    /**
     * @param ints of as many lanes as {@code doubles}
     * @param repeatsA whether the first input is one element
     * @param repeatsB whether the second is
     */
    record Spec(QuotientKind kind, boolean unsigned, VectorSpecies<Integer> ints, VectorSpecies<Double> doubles,
            boolean repeatsA, boolean repeatsB, BinaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final boolean QUOTIENT = SPEC.kind() == QuotientKind.QUOTIENT;
    private static final boolean REMAINDER = SPEC.kind() == QuotientKind.REMAINDER;
    private static final boolean UNSIGNED = SPEC.unsigned();
    private static final VectorSpecies<Integer> INTS = SPEC.ints();
    private static final VectorSpecies<Double> DOUBLES = SPEC.doubles();
    private static final boolean REPEATS_A = SPEC.repeatsA();
    private static final boolean REPEATS_B = SPEC.repeatsB();
    private static final BinaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = INTS.length();
    private static final int STEP = LENGTH * Integer.BYTES;
    private static final double HALF = 0x1p31;
    /** Added and taken away again, it rounds to a whole number. */
    private static final double WHOLE = 0x1.8p52;

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        long done = n - n % LENGTH;
        contiguous(a, b, out, done * Integer.BYTES);
        TWIN.run(a + done * aStride, aStride, b + done * bStride, bStride, out + done * outStride, outStride,
                n - done);
    }

    private static void contiguous(long a, long b, long out, long end) {
        for (long i = 0; i < end; i += STEP) {
            Vector<Integer> dividend = REPEATS_A ? Exact.of(INTS, INTS.broadcast(Raw.i32(a)))
                    : Exact.of(INTS, INTS.fromMemorySegment(Raw.MEMORY, a + i, ByteOrder.nativeOrder()));
            Vector<Integer> divisor = REPEATS_B ? Exact.of(INTS, INTS.broadcast(Raw.i32(b)))
                    : Exact.of(INTS, INTS.fromMemorySegment(Raw.MEMORY, b + i, ByteOrder.nativeOrder()));
            DoubleVector x = Exact.of((DoubleVector) dividend.convertShape(VectorOperators.I2D, DOUBLES, 0));
            DoubleVector y = Exact.of((DoubleVector) divisor.convertShape(VectorOperators.I2D, DOUBLES, 0));
            if (UNSIGNED) {
                x = x.add(2 * HALF, x.compare(VectorOperators.LT, 0));
                y = y.add(2 * HALF, y.compare(VectorOperators.LT, 0));
            }
            DoubleVector quotient = x.div(y);
            DoubleVector nearest = quotient.add(WHOLE).sub(WHOLE);
            DoubleVector result = nearest.sub(1, nearest.compare(VectorOperators.GT, quotient));
            if (!QUOTIENT) {
                result = x.sub(result.mul(y));
                if (!REMAINDER) {
                    result = result.sub(y, result.mul(x).compare(VectorOperators.LT, 0));
                }
            }
            VectorMask<Integer> byZero = divisor.compare(VectorOperators.EQ, 0);
            if (UNSIGNED) {
                Exact.of(INTS, result.sub(HALF).convertShape(VectorOperators.D2I, INTS, 0))
                        .lanewise(VectorOperators.XOR, Integer.MIN_VALUE).blend(0, byZero)
                        .intoMemorySegment(Raw.MEMORY, out + i, ByteOrder.nativeOrder());
            } else { // the least one divided by -1 wraps
                Exact.of(INTS, result.blend(-HALF, result.compare(VectorOperators.EQ, HALF))
                        .convertShape(VectorOperators.D2I, INTS, 0)).blend(0, byZero)
                        .intoMemorySegment(Raw.MEMORY, out + i, ByteOrder.nativeOrder());
            }
        }
    }
}
