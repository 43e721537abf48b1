package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link UnaryKernel} that converts contiguous floats to integers, but for uint64, by {@link Truncation}.
 * What is not below the register's range, nan too, is made its lowest number before the Vector API, which would
 * saturate, converts; what is below that, becomes so by saturation.
 */
final class VectorTruncate<M, F> implements UnaryKernel {
    /**
     * @param in floats or doubles
     * @param wide whether the register has 64 bits, else 32
     * @param register as many ints or longs
     * @param out as many integers
     */
    record Spec(VectorSpecies<?> in, boolean wide, VectorSpecies<?> register, VectorSpecies<?> out, UnaryKernel twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorSpecies<?> IN = SPEC.in();
    private static final VectorSpecies<?> REGISTER = SPEC.register();
    private static final VectorSpecies<?> OUT = SPEC.out();
    private static final boolean SINGLE = IN.elementType() == float.class;
    private static final double LIMIT = SPEC.wide() ? 0x1p63 : 0x1p31;
    private static final VectorOperators.Conversion<?, ?> TRUNCATE = VectorOperators.Conversion
            .ofCast(IN.elementType(), REGISTER.elementType());
    private static final boolean NARROWS = OUT.elementSize() < REGISTER.elementSize();
    private static final VectorOperators.Conversion<?, ?> NARROW = VectorOperators.Conversion
            .ofCast(REGISTER.elementType(), OUT.elementType());
    private static final UnaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = IN.length();
    private static final int PAIR = 2 * LENGTH;
    private static final int PART = (int) Template.PART * PAIR;
    private static final int ELEMENT = IN.elementSize() / Byte.SIZE;
    private static final int OUT_ELEMENT = OUT.elementSize() / Byte.SIZE;
    private static final long VECTOR = (long) LENGTH * OUT_ELEMENT;

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long done = 0;
        if (inStride == ELEMENT && outStride == OUT_ELEMENT) {
            done = SINGLE ? 0 : n - n % PAIR;
            for (long at = 0; at < done; at += PART) {
                pairs(in + at * ELEMENT, out + at * OUT_ELEMENT, (int) Math.min(PART, done - at));
            }
            long from = done;
            done = n - n % LENGTH;
            for (long i = from; i < done; i += LENGTH) {
                if (SINGLE) {
                    singles(in + i * ELEMENT, out + i * OUT_ELEMENT);
                } else {
                    doubles(in + i * ELEMENT, out + i * OUT_ELEMENT);
                }
            }
        }
        TWIN.run(in + done * inStride, inStride, out + done * outStride, outStride, n - done);
    }

    private void pairs(long in, long out, int n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long from = Raw.address(in);
        long to = Raw.address(out);
        for (int i = 0; i < n; i += PAIR) {
            long a = from + (long) i * ELEMENT;
            long b = to + (long) i * OUT_ELEMENT;
            if (!pair(a, b)) {
                careful(a, b);
            }
        }
    }

    private void careful(long in, long out) {
        for (long i = 0; i < PAIR; i += LENGTH) {
            doubles(in + i * ELEMENT, out + i * OUT_ELEMENT);
        }
    }

    /**
     * Returns whether the sum of squares, one for two vectors, shows that all were in range, as the results took. Of
     * four vectors it would be longer than what is inlined (measured: a tenth slower).
     */
    @SuppressWarnings("unchecked") // as below
    private boolean pair(long in, long out) {
        VectorSpecies<Double> species = (VectorSpecies<Double>) IN;
        VectorOperators.Conversion<Double, M> truncate = (VectorOperators.Conversion<Double, M>) TRUNCATE;
        VectorSpecies<M> register = (VectorSpecies<M>) REGISTER;
        DoubleVector a = (DoubleVector) Exact.of(species,
                species.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()));
        DoubleVector b = (DoubleVector) Exact.of(species,
                species.fromMemorySegment(Raw.MEMORY, in + LENGTH * 8L, ByteOrder.nativeOrder()));
        Vector<M> first = Exact.of(register, a.convertShape(truncate, register, 0));
        Vector<M> second = Exact.of(register, b.convertShape(truncate, register, 0));
        if (NARROWS) {
            VectorOperators.Conversion<M, F> narrow = (VectorOperators.Conversion<M, F>) NARROW;
            VectorSpecies<F> last = (VectorSpecies<F>) OUT;
            Exact.of(last, first.convertShape(narrow, last, 0)).intoMemorySegment(Raw.MEMORY, out,
                    ByteOrder.nativeOrder());
            Exact.of(last, second.convertShape(narrow, last, 0)).intoMemorySegment(Raw.MEMORY, out + VECTOR,
                    ByteOrder.nativeOrder());
        } else {
            first.intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
            second.intoMemorySegment(Raw.MEMORY, out + VECTOR, ByteOrder.nativeOrder());
        }
        return b.fma(b, a.mul(a)).compare(VectorOperators.LT, LIMIT * LIMIT).allTrue();
    }

    @SuppressWarnings("unchecked") // the species are those of the conversions
    private void singles(long in, long out) {
        VectorSpecies<Float> species = (VectorSpecies<Float>) IN;
        FloatVector v = (FloatVector) Exact.of(species,
                species.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()));
        Vector<M> whole = (Vector<M>) Exact.of(REGISTER, v.broadcast((float) -LIMIT)
                .blend(v, v.compare(VectorOperators.LT, (float) LIMIT))
                .convertShape((VectorOperators.Conversion<Float, M>) TRUNCATE, (VectorSpecies<M>) REGISTER, 0));
        if (NARROWS) {
            Exact.of(OUT, whole.convertShape((VectorOperators.Conversion<M, F>) NARROW, (VectorSpecies<F>) OUT, 0))
                    .intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
        } else {
            whole.intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
        }
    }

    @SuppressWarnings("unchecked") // as above
    private void doubles(long in, long out) {
        VectorSpecies<Double> species = (VectorSpecies<Double>) IN;
        DoubleVector v = (DoubleVector) Exact.of(species,
                species.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()));
        Vector<M> whole = (Vector<M>) Exact.of(REGISTER,
                v.broadcast(-LIMIT).blend(v, v.compare(VectorOperators.LT, LIMIT))
                        .convertShape((VectorOperators.Conversion<Double, M>) TRUNCATE, (VectorSpecies<M>) REGISTER,
                                0));
        if (NARROWS) {
            Exact.of(OUT, whole.convertShape((VectorOperators.Conversion<M, F>) NARROW, (VectorSpecies<F>) OUT, 0))
                    .intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
        } else {
            whole.intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
        }
    }
}
