package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: powers of binary32, by the operations of {@link Power32}. Positive numbers, which is most, need no more
 * than the first half. The loop holds it all, for it is longer than what is inlined.
 */
final class VectorPower32 implements BinaryKernel {
    /**
     * @param floats as many lanes as {@code species} has
     * @param repeatsA whether the first input is one element
     * @param repeatsB whether the second is
     */
    record Spec(VectorSpecies<Float> floats, VectorSpecies<Double> species, boolean repeatsA, boolean repeatsB,
            BinaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorSpecies<Float> FLOATS = SPEC.floats();
    private static final VectorSpecies<Double> SPECIES = SPEC.species();
    private static final boolean REPEATS_A = SPEC.repeatsA();
    private static final boolean REPEATS_B = SPEC.repeatsB();
    private static final BinaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = SPECIES.length();
    private static final int STEP = LENGTH * Float.BYTES;

    private static final long INFINITY_BITS = 0x7FF0_0000_0000_0000L;
    /** Exponents of 2 whose powers are normal doubles, of either sign. */
    private static final double EASY = 1000;
    /** The logarithm of 0, as good as: times any float but 0 it is beyond {@link Power32#MOST}. */
    private static final double LOG_ZERO = -0x1p200;
    /** Up to here adding {@link Exp64#TO_INTEGER} leaves the nearest integer in the low bits. */
    private static final double LIMIT = 0x1p50;
    private static final int SIGN = 63;

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        long done = n - n % LENGTH;
        contiguous(a, b, out, done * Float.BYTES);
        TWIN.run(a + done * aStride, aStride, b + done * bStride, bStride, out + done * outStride, outStride,
                n - done);
    }

    private static void contiguous(long a, long b, long out, long end) {
        for (long i = 0; i < end; i += STEP) {
            DoubleVector x = (DoubleVector) (REPEATS_A ? FloatVector.broadcast(FLOATS, Raw.f32(a))
                    : FloatVector.fromMemorySegment(FLOATS, Raw.MEMORY, a + i, ByteOrder.nativeOrder()))
                    .convertShape(VectorOperators.F2D, SPECIES, 0);
            DoubleVector y = (DoubleVector) (REPEATS_B ? FloatVector.broadcast(FLOATS, Raw.f32(b))
                    : FloatVector.fromMemorySegment(FLOATS, Raw.MEMORY, b + i, ByteOrder.nativeOrder()))
                    .convertShape(VectorOperators.F2D, SPECIES, 0);
            LongVector bits = x.abs().reinterpretAsLongs();
            LongVector exponent = bits.sub(Log64.START).lanewise(VectorOperators.ASHR, Log64.FRACTION);
            DoubleVector k = exponent.add(Log64.INTEGER_BITS).reinterpretAsDoubles().sub(Log64.INTEGER);
            DoubleVector m = bits.sub(exponent.lanewise(VectorOperators.LSHL, Log64.FRACTION)).reinterpretAsDoubles();
            DoubleVector s = m.sub(1).div(m.add(1));
            DoubleVector z = s.mul(s);
            DoubleVector z2 = z.mul(z);
            DoubleVector w = z2.lanewise(VectorOperators.FMA, Power32.C4,
                    z.lanewise(VectorOperators.FMA, Power32.C3, Power32.C2))
                    .fma(z2, z.lanewise(VectorOperators.FMA, Power32.C1, Power32.C0));
            DoubleVector power = y.mul(s.fma(w, k));
            VectorMask<Double> easy = power.abs().compare(VectorOperators.LT, EASY)
                    .andNot(y.compare(VectorOperators.EQ, 2)).and(x.compare(VectorOperators.GT, 0))
                    .and(x.compare(VectorOperators.LT, Double.POSITIVE_INFINITY));
            if (easy.allTrue()) {
                DoubleVector shifted = power.add(Exp64.TO_INTEGER);
                DoubleVector r = power.sub(shifted.sub(Exp64.TO_INTEGER));
                DoubleVector r2 = r.mul(r);
                DoubleVector e = r2.lanewise(VectorOperators.FMA, Power32.E6,
                        r.lanewise(VectorOperators.FMA, Power32.E5, Power32.E4))
                        .fma(r2, r.lanewise(VectorOperators.FMA, Power32.E3, Power32.E2))
                        .fma(r2, r.lanewise(VectorOperators.FMA, Power32.E1, Power32.E0));
                e.reinterpretAsLongs()
                        .add(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Log64.FRACTION))
                        .reinterpretAsDoubles().convertShape(VectorOperators.D2F, FLOATS, 0)
                        .intoMemorySegment(Raw.MEMORY, out + i, ByteOrder.nativeOrder());
                continue;
            }
            DoubleVector size = y.abs();
            if (!x.abs().compare(VectorOperators.LT, Double.POSITIVE_INFINITY)
                    .and(size.compare(VectorOperators.LT, LIMIT)).and(size.compare(VectorOperators.GT, 0)).allTrue()) {
                TWIN.run(REPEATS_A ? a : a + i, REPEATS_A ? 0 : Float.BYTES, REPEATS_B ? b : b + i,
                        REPEATS_B ? 0 : Float.BYTES, out + i, Float.BYTES, LENGTH);
                continue;
            }
            power = power.blend(y.mul(LOG_ZERO), x.compare(VectorOperators.EQ, 0));
            power = power.blend(Power32.MOST, power.compare(VectorOperators.GT, Power32.MOST))
                    .blend(-Power32.MOST, power.compare(VectorOperators.LT, -Power32.MOST));
            DoubleVector shifted = power.add(Exp64.TO_INTEGER);
            DoubleVector r = power.sub(shifted.sub(Exp64.TO_INTEGER));
            DoubleVector r2 = r.mul(r);
            DoubleVector e = r2.lanewise(VectorOperators.FMA, Power32.E6,
                    r.lanewise(VectorOperators.FMA, Power32.E5, Power32.E4))
                    .fma(r2, r.lanewise(VectorOperators.FMA, Power32.E3, Power32.E2))
                    .fma(r2, r.lanewise(VectorOperators.FMA, Power32.E1, Power32.E0));
            LongVector value = e.reinterpretAsLongs()
                    .add(shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Log64.FRACTION));
            DoubleVector shiftedY = y.add(Exp64.TO_INTEGER);
            VectorMask<Double> whole = shiftedY.sub(Exp64.TO_INTEGER).compare(VectorOperators.EQ, y);
            LongVector sign = shiftedY.reinterpretAsLongs().lanewise(VectorOperators.LSHL, SIGN)
                    .and(x.reinterpretAsLongs());
            value.reinterpretAsDoubles().blend(value.or(sign).reinterpretAsDoubles(), whole)
                    .blend(Double.NaN, x.compare(VectorOperators.LT, 0).andNot(whole))
                    .blend(x.mul(x), y.compare(VectorOperators.EQ, 2))
                    .convertShape(VectorOperators.D2F, FLOATS, 0)
                    .intoMemorySegment(Raw.MEMORY, out + i, ByteOrder.nativeOrder());
        }
    }
}
