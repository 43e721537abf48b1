package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: powers of binary64, by the operations of {@link Power64}. It is {@link VectorPairs} with the function
 * written into the loop: no method of a hundred vector operations is inlined, and the loop itself need not be.
 */
final class VectorPower implements BinaryKernel {
    /**
     * @param repeatsA whether the first input is one element
     * @param repeatsB whether the second is
     */
    record Spec(VectorSpecies<Double> species, boolean repeatsA, boolean repeatsB, BinaryKernel twin) {
        /** Returns the kernel of {@code template}, which is this; {@code twin} has what is not contiguous. */
        static BinaryKernel kernel(Template<BinaryKernel> template, BinaryKernel twin) {
            VectorSpecies<Double> species = DoubleVector.SPECIES_PREFERRED;
            return new ByOperands(template.specialise(new Spec(species, false, false, twin)),
                    template.specialise(new Spec(species, false, true, twin)),
                    template.specialise(new Spec(species, true, false, twin)), twin, Double.BYTES, species.length());
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorSpecies<Double> SPECIES = SPEC.species();
    private static final boolean REPEATS_A = SPEC.repeatsA();
    private static final boolean REPEATS_B = SPEC.repeatsB();
    private static final BinaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = SPECIES.length();
    private static final int STEP = LENGTH * Double.BYTES;

    /** Exponents are declined below, for which 0 would need care, and above, where they are too great for integers. */
    private static final double TINY = 0x1p-900;
    private static final double HUGE = 0x1p50;
    /** The logarithm of 0, as good as: times {@link #TINY} it is beyond the greatest exponent. */
    private static final double LOG_ZERO = -0x1p950;
    private static final int SIGN = 63;
    private static final long INFINITY_BITS = 0x7FF0_0000_0000_0000L;
    /** From here down results are made so many powers of 2 greater, and less by a multiplication that rounds. */
    private static final double LOW = -1000;
    private static final long RAISED = 100;
    private static final double LOWERED = 0x1p-100;

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        long done = n - n % LENGTH;
        contiguous(a, b, out, done * Double.BYTES);
        TWIN.run(a + done * aStride, aStride, b + done * bStride, bStride, out + done * outStride, outStride,
                n - done);
    }

    private static void contiguous(long a, long b, long out, long end) {
        for (long i = 0; i < end; i += STEP) {
            DoubleVector x = REPEATS_A ? DoubleVector.broadcast(SPECIES, Raw.f64(a))
                    : DoubleVector.fromMemorySegment(SPECIES, Raw.MEMORY, a + i, ByteOrder.nativeOrder());
            DoubleVector y = REPEATS_B ? DoubleVector.broadcast(SPECIES, Raw.f64(b))
                    : DoubleVector.fromMemorySegment(SPECIES, Raw.MEMORY, b + i, ByteOrder.nativeOrder());
            DoubleVector absolute = x.abs();
            DoubleVector size = y.abs();
            VectorMask<Double> zero = x.compare(VectorOperators.EQ, 0);
            if (!absolute.compare(VectorOperators.LT, Double.POSITIVE_INFINITY)
                    .and(absolute.compare(VectorOperators.GE, Double.MIN_NORMAL).or(zero))
                    .and(size.compare(VectorOperators.LT, HUGE)).and(size.compare(VectorOperators.GT, TINY))
                    .allTrue()) {
                TWIN.run(REPEATS_A ? a : a + i, REPEATS_A ? 0 : Double.BYTES, REPEATS_B ? b : b + i,
                        REPEATS_B ? 0 : Double.BYTES, out + i, Double.BYTES, LENGTH);
                continue;
            }
            LongVector bits = absolute.reinterpretAsLongs();
            LongVector exponent = bits.sub(Log64.START).lanewise(VectorOperators.ASHR, Log64.FRACTION);
            DoubleVector k = exponent.add(Log64.INTEGER_BITS).reinterpretAsDoubles().sub(Log64.INTEGER)
                    .blend(LOG_ZERO, zero);
            DoubleVector m = bits.sub(exponent.lanewise(VectorOperators.LSHL, Log64.FRACTION)).reinterpretAsDoubles();
            DoubleVector f = m.sub(1);
            DoubleVector sum = m.add(1);
            DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1).div(sum);
            DoubleVector s = f.mul(inverse);
            DoubleVector minusS = s.neg();
            DoubleVector sLow = minusS.fma(m.sub(sum.sub(1)), minusS.fma(sum, f)).mul(inverse);
            DoubleVector z = s.mul(s);
            DoubleVector zLow = s.add(s).fma(sLow, s.fma(s, z.neg()));
            DoubleVector q = z.lanewise(VectorOperators.FMA, Power64.Q7, Power64.Q6)
                    .lanewise(VectorOperators.FMA, z, Power64.Q5).lanewise(VectorOperators.FMA, z, Power64.Q4)
                    .lanewise(VectorOperators.FMA, z, Power64.Q3).lanewise(VectorOperators.FMA, z, Power64.Q2)
                    .lanewise(VectorOperators.FMA, z, Power64.Q1).lanewise(VectorOperators.FMA, z, Power64.Q0);
            DoubleVector c = z.lanewise(VectorOperators.FMA, q, Power64.C1);
            DoubleVector cLow = z.fma(q, c.neg().add(Power64.C1)).add(Power64.C1_LOW);
            DoubleVector w = z.lanewise(VectorOperators.FMA, c, Power64.C0);
            DoubleVector wLow = z.fma(c, w.neg().add(Power64.C0))
                    .add(z.fma(cLow, zLow.lanewise(VectorOperators.FMA, c, Power64.C0_LOW)));
            DoubleVector p = s.mul(w);
            DoubleVector pLow = s.fma(wLow, sLow.fma(w, s.fma(w, p.neg())));
            DoubleVector log = k.add(p);
            DoubleVector logLow = k.sub(log).add(p).add(pLow);
            DoubleVector high = y.mul(log);
            DoubleVector low = y.fma(logLow, y.fma(log, high.neg()));

            DoubleVector shifted = high.add(Exp64.TO_INTEGER);
            DoubleVector rest = high.sub(shifted.sub(Exp64.TO_INTEGER));
            DoubleVector fraction = rest.add(low);
            DoubleVector lost = rest.sub(fraction).add(low);
            DoubleVector r = fraction.mul(Exp64.LN2);
            DoubleVector rLow = lost.lanewise(VectorOperators.FMA, Exp64.LN2, fraction.lanewise(VectorOperators.FMA,
                    Exp64.LN2_REST, fraction.lanewise(VectorOperators.FMA, Exp64.LN2, r.neg())));
            DoubleVector e = r.lanewise(VectorOperators.FMA, Exp64.C12, Exp64.C11)
                    .lanewise(VectorOperators.FMA, r, Exp64.C10).lanewise(VectorOperators.FMA, r, Exp64.C9)
                    .lanewise(VectorOperators.FMA, r, Exp64.C8).lanewise(VectorOperators.FMA, r, Exp64.C7)
                    .lanewise(VectorOperators.FMA, r, Exp64.C6).lanewise(VectorOperators.FMA, r, Exp64.C5)
                    .lanewise(VectorOperators.FMA, r, Exp64.C4).lanewise(VectorOperators.FMA, r, Exp64.C3)
                    .lanewise(VectorOperators.FMA, r, 0.5);
            DoubleVector tail = r.mul(r).fma(e, rLow);
            DoubleVector one = r.add(1);
            DoubleVector value = one.neg().add(1).add(r).add(tail).add(one);

            VectorMask<Double> small = high.compare(VectorOperators.LT, LOW);
            LongVector power = shifted.reinterpretAsLongs();
            DoubleVector result = value.reinterpretAsLongs()
                    .add(power.blend(power.add(RAISED), small.cast(power.species()))
                            .lanewise(VectorOperators.LSHL, Log64.FRACTION))
                    .min(INFINITY_BITS).reinterpretAsDoubles();
            result = result.blend(result.mul(LOWERED), small)
                    .blend(Double.POSITIVE_INFINITY, high.compare(VectorOperators.GT, Power64.MOST))
                    .blend(0, high.compare(VectorOperators.LT, Power64.LEAST));
            DoubleVector shiftedY = y.add(Exp64.TO_INTEGER);
            VectorMask<Double> whole = shiftedY.sub(Exp64.TO_INTEGER).compare(VectorOperators.EQ, y);
            LongVector sign = shiftedY.reinterpretAsLongs().lanewise(VectorOperators.LSHL, SIGN)
                    .and(x.reinterpretAsLongs());
            result.blend(result.reinterpretAsLongs().or(sign).reinterpretAsDoubles(), whole)
                    .blend(Double.NaN, x.compare(VectorOperators.LT, 0).andNot(whole))
                    .blend(x.mul(x), y.compare(VectorOperators.EQ, 2))
                    .intoMemorySegment(Raw.MEMORY, out + i, ByteOrder.nativeOrder());
        }
    }
}
