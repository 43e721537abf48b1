package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: the first half of powers of binary64, logarithms to base 2 as {@link Power64} has them, each of two
 * doubles, that of 0 far below all others. What is not finite or is subnormal gets what is of no use.
 */
final class VectorPowerLog implements PowerPasses.Log {
    /** @param repeats whether the input is one element */
    record Spec(VectorSpecies<Double> species, boolean repeats) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorSpecies<Double> SPECIES = SPEC.species();
    private static final boolean REPEATS = SPEC.repeats();
    private static final int STEP = SPECIES.length() * Double.BYTES;
    /** The logarithm of 0, as good as: times {@link VectorPower#TINY} it is beyond the greatest exponent. */
    private static final double LOG_ZERO = -0x1p950;

    @Override
    public void run(long in, long high, long low, long bytes) {
        for (long i = 0; i < bytes; i += STEP) {
            DoubleVector x = (REPEATS ? Exact.of(DoubleVector.broadcast(SPECIES, Raw.f64(in)))
                    : (DoubleVector) Exact.of(SPECIES,
                            SPECIES.fromMemorySegment(Raw.MEMORY, in + i, ByteOrder.nativeOrder())))
                    .abs();
            LongVector bits = Exact.longs(x);
            LongVector exponent = bits.sub(Log64.START).lanewise(VectorOperators.ASHR, Log64.FRACTION);
            VectorMask<Double> zero = x.compare(VectorOperators.EQ, 0);
            DoubleVector k = Exact.doubles(exponent.add(Log64.INTEGER_BITS)).sub(Log64.INTEGER)
                    .blend(LOG_ZERO, zero);
            DoubleVector m = Exact.doubles(bits.sub(exponent.lanewise(VectorOperators.LSHL, Log64.FRACTION)));
            DoubleVector f = m.sub(1);
            DoubleVector inverse = m.broadcast(1).div(m.add(1));
            DoubleVector s = f.mul(inverse);
            DoubleVector twice = s.add(s);
            DoubleVector sLow = s.neg().fma(f, f.sub(twice)).mul(inverse);
            DoubleVector z = s.mul(s);
            DoubleVector zLow = twice.fma(sLow, s.fma(s, z.neg()));
            DoubleVector z2 = z.mul(z);
            DoubleVector q01 = z.lanewise(VectorOperators.FMA, Power64.Q1, Power64.Q0);
            DoubleVector q23 = z.lanewise(VectorOperators.FMA, Power64.Q3, Power64.Q2);
            DoubleVector q45 = z.lanewise(VectorOperators.FMA, Power64.Q5, Power64.Q4);
            DoubleVector q67 = z.lanewise(VectorOperators.FMA, Power64.Q7, Power64.Q6);
            DoubleVector q = q67.fma(z2, q45).fma(z2.mul(z2), q23.fma(z2, q01));
            DoubleVector c = z.lanewise(VectorOperators.FMA, q, Power64.C1);
            DoubleVector cLow = z.fma(q, z.broadcast(Power64.C1).sub(c)).add(Power64.C1_LOW);
            DoubleVector w = z.lanewise(VectorOperators.FMA, c, Power64.C0);
            DoubleVector wLow = z.fma(c, z.broadcast(Power64.C0).sub(w))
                    .add(z.fma(cLow, zLow.lanewise(VectorOperators.FMA, c, Power64.C0_LOW)));
            DoubleVector log = s.fma(w, k);
            log.intoMemorySegment(Raw.MEMORY, high + i, ByteOrder.nativeOrder());
            s.fma(wLow, sLow.fma(w, s.fma(w, k.sub(log))))
                    .intoMemorySegment(Raw.MEMORY, low + i, ByteOrder.nativeOrder());
        }
    }
}
