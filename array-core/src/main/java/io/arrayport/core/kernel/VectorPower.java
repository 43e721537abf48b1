package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: the second half of powers of binary64, by the operations of {@link Power64}: 2 to the power of y times the
 * logarithms that {@link VectorPowerLog} has left. Positive numbers with normal results need nothing else, and a class
 * of its own computes all others: once a loop has met one, it is compiled anew, and never as fast (measured: 1.5 times
 * slower for good). The loop holds it all, for it is longer than what is inlined.
 */
final class VectorPower implements PowerPasses.Power {
    /**
     * @param repeatsA whether the first input is one element
     * @param repeatsB whether the second is
     * @param careful whether it computes all vectors, or stops at the first that needs more
     */
    record Spec(VectorSpecies<Double> species, boolean repeatsA, boolean repeatsB, boolean careful,
            BinaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorSpecies<Double> SPECIES = SPEC.species();
    private static final boolean REPEATS_A = SPEC.repeatsA();
    private static final boolean REPEATS_B = SPEC.repeatsB();
    private static final boolean CAREFUL = SPEC.careful();
    private static final BinaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = SPECIES.length();
    private static final int STEP = LENGTH * Double.BYTES;

    /** Exponents are declined below, for which 0 would need care, and above, where they are too great for integers. */
    private static final double TINY = 0x1p-900;
    private static final double HUGE = 0x1p50;
    private static final int SIGN = 63;
    private static final long INFINITY_BITS = 0x7FF0_0000_0000_0000L;
    /** The bits of the least normal number. */
    private static final long LEAST_BITS = 0x0010_0000_0000_0000L;
    /** Exponents of 2 whose powers are normal numbers, of either sign. */
    private static final double EASY = 1000;
    /** Below, results are made so many powers of 2 greater, and less by a multiplication that rounds. */
    private static final long RAISED = 100L << Log64.FRACTION;
    private static final double LOWERED = 0x1p-100;

    @Override
    public long run(long a, long b, long logHigh, long logLow, long out, long bytes) {
        for (long i = 0; i < bytes; i += STEP) {
            DoubleVector x = REPEATS_A ? Exact.of(DoubleVector.broadcast(SPECIES, Raw.f64(a)))
                    : (DoubleVector) Exact.of(SPECIES,
                            SPECIES.fromMemorySegment(Raw.MEMORY, a + i, ByteOrder.nativeOrder()));
            DoubleVector y = REPEATS_B ? Exact.of(DoubleVector.broadcast(SPECIES, Raw.f64(b)))
                    : (DoubleVector) Exact.of(SPECIES,
                            SPECIES.fromMemorySegment(Raw.MEMORY, b + i, ByteOrder.nativeOrder()));
            DoubleVector log = (DoubleVector) Exact.of(SPECIES,
                    SPECIES.fromMemorySegment(Raw.MEMORY, logHigh + i, ByteOrder.nativeOrder()));
            DoubleVector high = y.mul(log);
            DoubleVector low = y.fma(
                    Exact.of(SPECIES, SPECIES.fromMemorySegment(Raw.MEMORY, logLow + i, ByteOrder.nativeOrder())),
                    y.fma(log, high.neg()));
            DoubleVector shifted = high.add(Exp64.TO_INTEGER);
            DoubleVector rest = high.sub(shifted.sub(Exp64.TO_INTEGER));
            DoubleVector fraction = rest.add(low);
            DoubleVector lost = rest.sub(fraction).add(low);
            DoubleVector r = fraction.mul(Exp64.LN2);
            DoubleVector rLow = lost.lanewise(VectorOperators.FMA, Exp64.LN2, fraction.lanewise(VectorOperators.FMA,
                    Exp64.LN2_REST, fraction.lanewise(VectorOperators.FMA, Exp64.LN2, r.neg())));
            DoubleVector r2 = r.mul(r);
            DoubleVector r4 = r2.mul(r2);
            DoubleVector e34 = r.lanewise(VectorOperators.FMA, Exp64.C4, Exp64.C3);
            DoubleVector e56 = r.lanewise(VectorOperators.FMA, Exp64.C6, Exp64.C5);
            DoubleVector e78 = r.lanewise(VectorOperators.FMA, Exp64.C8, Exp64.C7);
            DoubleVector e90 = r.lanewise(VectorOperators.FMA, Exp64.C10, Exp64.C9);
            DoubleVector e12 = r.lanewise(VectorOperators.FMA, Exp64.C12, Exp64.C11);
            DoubleVector e = e12.fma(r4, e90.fma(r2, e78)).fma(r4, e56.fma(r2, e34));
            DoubleVector tail = r2.fma(e.lanewise(VectorOperators.FMA, r, 0.5), rLow);
            DoubleVector one = r.add(1);
            DoubleVector value = one.broadcast(1).sub(one).add(r).add(tail).add(one);

            LongVector power = ((LongVector) Exact.LONGS.cast(shifted.reinterpretAsLongs()))
                    .lanewise(VectorOperators.LSHL, Log64.FRACTION);
            if (((LongVector) Exact.LONGS.cast(x.reinterpretAsLongs())).sub(LEAST_BITS)
                    .compare(VectorOperators.ULT, INFINITY_BITS - LEAST_BITS)
                    .cast(SPECIES).and(high.abs().compare(VectorOperators.LT, EASY))
                    .and(y.compare(VectorOperators.NE, 2)).allTrue()) {
                ((LongVector) Exact.LONGS.cast(value.reinterpretAsLongs())).add(power)
                        .intoMemorySegment(Raw.MEMORY, out + i, ByteOrder.nativeOrder());
                continue;
            }
            if (!CAREFUL) {
                return i;
            }
            DoubleVector absolute = x.abs();
            DoubleVector size = y.abs();
            if (!absolute.compare(VectorOperators.LT, Double.POSITIVE_INFINITY)
                    .and(absolute.compare(VectorOperators.GE, Double.MIN_NORMAL)
                            .or(x.compare(VectorOperators.EQ, 0)))
                    .and(size.compare(VectorOperators.LT, HUGE)).and(size.compare(VectorOperators.GT, TINY))
                    .allTrue()) {
                TWIN.run(REPEATS_A ? a : a + i, REPEATS_A ? 0 : Double.BYTES, REPEATS_B ? b : b + i,
                        REPEATS_B ? 0 : Double.BYTES, out + i, Double.BYTES, LENGTH);
                continue;
            }
            VectorMask<Double> small = high.compare(VectorOperators.LT, -EASY);
            DoubleVector result = Exact.doubles(Exact.longs(value).add(power.blend(power.add(RAISED),
                    small.cast(power.species()))).min(INFINITY_BITS));
            result = result.blend(result.mul(LOWERED), small)
                    .blend(Double.POSITIVE_INFINITY, high.compare(VectorOperators.GT, Power64.MOST))
                    .blend(0, high.compare(VectorOperators.LT, Power64.LEAST));
            DoubleVector shiftedY = y.add(Exp64.TO_INTEGER);
            VectorMask<Double> whole = shiftedY.sub(Exp64.TO_INTEGER).compare(VectorOperators.EQ, y);
            LongVector sign = Exact.longs(shiftedY).lanewise(VectorOperators.LSHL, SIGN)
                    .and(Exact.longs(x));
            result.blend(Exact.doubles(Exact.longs(result).or(sign)), whole)
                    .blend(Double.NaN, x.compare(VectorOperators.LT, 0).and(whole.not()))
                    .blend(x.mul(x), y.compare(VectorOperators.EQ, 2))
                    .intoMemorySegment(Raw.MEMORY, out + i, ByteOrder.nativeOrder());
        }
        return bytes;
    }
}
