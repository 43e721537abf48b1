package io.arrayport.core.kernel;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: powers of binary32, by the operations of {@link Power32}, but for a factor that is a power of 2. Strips go
 * through three loops, whose chains of operations are short enough for a processor to work on many elements at once:
 * numbers are taken apart, which vectors of 32 bits do, then come exponents of 2, then their powers (measured, for all
 * in one: 1.6 times slower). Where the first two find anything but positive numbers with easy exponents, another loop
 * does the third's work.
 */
final class VectorPower32 implements BinaryKernel {
    /**
     * @param whole of the widest vectors
     * @param ints as many lanes as {@code species} has, as have {@code floats}
     * @param repeatsA whether the first input is one element
     * @param repeatsB whether the second is
     */
    record Spec(VectorSpecies<Integer> whole, VectorSpecies<Integer> ints, VectorSpecies<Float> floats,
            VectorSpecies<Double> species, boolean repeatsA, boolean repeatsB, BinaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorSpecies<Integer> WHOLE = SPEC.whole();
    private static final VectorSpecies<Integer> INTS = SPEC.ints();
    private static final VectorSpecies<Float> FLOATS = SPEC.floats();
    private static final VectorSpecies<Double> SPECIES = SPEC.species();
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SPECIES.vectorShape());
    private static final boolean REPEATS_A = SPEC.repeatsA();
    private static final boolean REPEATS_B = SPEC.repeatsB();
    private static final BinaryKernel TWIN = SPEC.twin();
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    private static final int LENGTH = SPECIES.length();
    private static final int STEP = LENGTH * Float.BYTES;
    private static final int WHOLE_STEP = WHOLE.length() * Float.BYTES;

    /** Most elements of a strip: all its scratch stays in the nearest cache. */
    private static final int MOST = 1024;
    /** Strips below it are not worth their scratch. */
    private static final int LEAST = 32;

    private static final int FRACTION = 23;
    /** The bits of the first number that is not below the square root of a half. */
    private static final int START = 0x3F35_04F4;
    private static final int EXPONENT = -1 << FRACTION;
    private static final int LEAST_NORMAL_BITS = 0x0080_0000;
    private static final int INFINITY_BITS = 0x7F80_0000;
    private static final int TWO_BITS = 0x4000_0000;
    /** Exponents, of 2 and of what the numbers hold, are so many times too great: they are used where they lie. */
    private static final double SCALE = 1 << FRACTION;
    private static final double TO_INTEGER = Exp64.TO_INTEGER * SCALE;
    private static final double E1 = Power32.E1 * 0x1p-23;
    private static final double E2 = Power32.E2 * 0x1p-46;
    private static final double E3 = Power32.E3 * 0x1p-69;
    private static final double E4 = Power32.E4 * 0x1p-92;
    private static final double E5 = Power32.E5 * 0x1p-115;
    private static final double E6 = Power32.E6 * 0x1p-138;
    /**
     * Exponents of 2, scaled, are below 2 to the 33 in size, and their powers normal doubles, if those of these bits
     * are 0 which the exponents of doubles from 2 on have not in common.
     */
    private static final long GREAT = 0x3E00_0000_0000_0000L;
    private static final double LIMIT = Power32.MOST * SCALE;
    /** The logarithm of 0, as good as: times any float but 0 it is beyond {@link Power32#MOST}. */
    private static final double LOG_ZERO = -0x1p200 * SCALE;
    /** Up to here adding {@link Exp64#TO_INTEGER} leaves the nearest integer in the low bits. */
    private static final double ODD_LIMIT = 0x1p50;
    private static final int SIGN = 63;

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        long done = n < LEAST ? 0 : n - n % WHOLE.length();
        if (done > 0) {
            try (Arena arena = Arena.ofConfined()) {
                long powers = arena.allocate((Double.BYTES + 2L * Float.BYTES) * MOST, 64).address();
                long fractions = powers + (long) Double.BYTES * MOST;
                long exponents = fractions + (long) Float.BYTES * MOST;
                for (long from = 0; from < done; from += MOST) {
                    long x = a + from * aStride;
                    long y = b + from * bStride;
                    long bytes = Float.BYTES * Math.min(MOST, done - from);
                    boolean positive = take(x, y, fractions, exponents, bytes);
                    if (multiply(y, fractions, exponents, powers, bytes) && positive) {
                        raise(powers, out + from * Float.BYTES, bytes);
                    } else {
                        raiseAny(x, y, powers, out + from * Float.BYTES, bytes);
                    }
                }
            }
        }
        TWIN.run(a + done * aStride, aStride, b + done * bStride, bStride, out + done * outStride, outStride,
                n - done);
    }

    /** Takes numbers apart; returns whether all are positive and normal, and no exponent is 2. */
    private static boolean take(long a, long b, long fractions, long exponents, long bytes) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        IntVector most = Exact.of(IntVector.broadcast(WHOLE, 0));
        IntVector least = Exact.of(IntVector.broadcast(WHOLE, -1));
        for (long i = 0; i < bytes; i += WHOLE_STEP) {
            IntVector x = REPEATS_A ? Exact.of(IntVector.broadcast(WHOLE, Raw.i32(a)))
                    : (IntVector) Exact.of(WHOLE, WHOLE.fromMemorySegment(Raw.MEMORY, a + i, ORDER));
            IntVector y = REPEATS_B ? Exact.of(IntVector.broadcast(WHOLE, Raw.i32(b)))
                    : (IntVector) Exact.of(WHOLE, WHOLE.fromMemorySegment(Raw.MEMORY, b + i, ORDER));
            most = Exact.of(most.lanewise(VectorOperators.UMAX, x.sub(LEAST_NORMAL_BITS)));
            least = Exact.of(least.lanewise(VectorOperators.UMIN, y.lanewise(VectorOperators.XOR, TWO_BITS)));
            IntVector absolute = x.and(Integer.MAX_VALUE);
            IntVector exponent = absolute.sub(START).and(EXPONENT);
            exponent.intoMemorySegment(Raw.MEMORY, exponents + i, ORDER);
            Exact.floats(absolute.sub(exponent)).sub(1).intoMemorySegment(Raw.MEMORY, fractions + i, ORDER);
        }
        return most.compare(VectorOperators.ULT, INFINITY_BITS - LEAST_NORMAL_BITS)
                .and(least.compare(VectorOperators.NE, 0)).allTrue();
    }

    /** Leaves exponents of 2, those of 0 being of no use; returns whether all are easy. */
    private static boolean multiply(long b, long fractions, long exponents, long powers, long bytes) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        LongVector any = Exact.of(LongVector.broadcast(LONGS, 0));
        for (long i = 0; i < bytes; i += STEP) {
            DoubleVector k = Exact
                    .of((DoubleVector) Exact.of(INTS, INTS.fromMemorySegment(Raw.MEMORY, exponents + i, ORDER))
                            .convertShape(VectorOperators.I2D, SPECIES, 0));
            DoubleVector f = doubles(Exact.of(FLOATS, FLOATS.fromMemorySegment(Raw.MEMORY, fractions + i, ORDER)));
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector w = z.lanewise(VectorOperators.FMA, SCALE * Power32.C4, SCALE * Power32.C3)
                    .lanewise(VectorOperators.FMA, z, SCALE * Power32.C2)
                    .lanewise(VectorOperators.FMA, z, SCALE * Power32.C1)
                    .lanewise(VectorOperators.FMA, z, SCALE * Power32.C0);
            DoubleVector power = y(b, i).mul(s.fma(w, k));
            any = Exact.of(any.or(Exact.longs(power)));
            power.intoMemorySegment(Raw.MEMORY, powers + 2 * i, ORDER);
        }
        return any.and(GREAT).compare(VectorOperators.EQ, 0).allTrue();
    }

    private static DoubleVector y(long b, long i) {
        return doubles(REPEATS_B ? Exact.of(FLOATS, FloatVector.broadcast(FLOATS, Raw.f32(b)))
                : Exact.of(FLOATS, FLOATS.fromMemorySegment(Raw.MEMORY, b + i, ORDER)));
    }

    private static DoubleVector doubles(Vector<Float> v) {
        return Exact.of((DoubleVector) v.convertShape(VectorOperators.F2D, SPECIES, 0));
    }

    private static void raise(long powers, long out, long bytes) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = 0; i < bytes; i += STEP) {
            DoubleVector power = (DoubleVector) Exact.of(SPECIES,
                    SPECIES.fromMemorySegment(Raw.MEMORY, powers + 2 * i, ORDER));
            DoubleVector shifted = power.add(TO_INTEGER);
            DoubleVector r = power.sub(shifted.sub(TO_INTEGER));
            store(Exact.doubles(Exact.longs(e(r))
                    .add(Exact.longs(shifted).lanewise(VectorOperators.LSHL, Log64.FRACTION))), out + i);
        }
    }

    private static void store(DoubleVector v, long address) {
        Exact.of(FLOATS, v.convertShape(VectorOperators.D2F, FLOATS, 0)).intoMemorySegment(Raw.MEMORY, address, ORDER);
    }

    private static DoubleVector e(DoubleVector r) {
        return r.lanewise(VectorOperators.FMA, E6, E5).lanewise(VectorOperators.FMA, r, E4)
                .lanewise(VectorOperators.FMA, r, E3).lanewise(VectorOperators.FMA, r, E2)
                .lanewise(VectorOperators.FMA, r, E1).lanewise(VectorOperators.FMA, r, Power32.E0);
    }

    private static void raiseAny(long a, long b, long powers, long out, long bytes) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = 0; i < bytes; i += STEP) {
            DoubleVector x = doubles(REPEATS_A ? Exact.of(FLOATS, FloatVector.broadcast(FLOATS, Raw.f32(a)))
                    : Exact.of(FLOATS, FLOATS.fromMemorySegment(Raw.MEMORY, a + i, ORDER)));
            DoubleVector y = y(b, i);
            DoubleVector absolute = x.abs();
            VectorMask<Double> zero = x.compare(VectorOperators.EQ, 0);
            if (!absolute.compare(VectorOperators.LT, Double.POSITIVE_INFINITY)
                    .and(absolute.compare(VectorOperators.GE, Float.MIN_NORMAL).or(zero))
                    .and(y.abs().compare(VectorOperators.LT, ODD_LIMIT)).allTrue()) {
                TWIN.run(REPEATS_A ? a : a + i, REPEATS_A ? 0 : Float.BYTES, REPEATS_B ? b : b + i,
                        REPEATS_B ? 0 : Float.BYTES, out + i, Float.BYTES, LENGTH);
                continue;
            }
            DoubleVector power = ((DoubleVector) Exact.of(SPECIES,
                    SPECIES.fromMemorySegment(Raw.MEMORY, powers + 2 * i, ORDER)))
                    .blend(y.mul(LOG_ZERO), zero);
            power = power.blend(LIMIT, power.compare(VectorOperators.GT, LIMIT))
                    .blend(-LIMIT, power.compare(VectorOperators.LT, -LIMIT));
            DoubleVector shifted = power.add(TO_INTEGER);
            DoubleVector r = power.sub(shifted.sub(TO_INTEGER));
            LongVector value = Exact.longs(e(r))
                    .add(Exact.longs(shifted).lanewise(VectorOperators.LSHL, Log64.FRACTION));
            DoubleVector shiftedY = y.add(Exp64.TO_INTEGER);
            VectorMask<Double> whole = shiftedY.sub(Exp64.TO_INTEGER).compare(VectorOperators.EQ, y);
            LongVector sign = Exact.longs(shiftedY).lanewise(VectorOperators.LSHL, SIGN)
                    .and(Exact.longs(x));
            store(Exact.doubles(value).blend(Exact.doubles(value.or(sign)), whole)
                    .blend(Double.NaN, x.compare(VectorOperators.LT, 0).and(whole.not()))
                    .blend(x.mul(x), y.compare(VectorOperators.EQ, 2)), out + i);
        }
    }
}
