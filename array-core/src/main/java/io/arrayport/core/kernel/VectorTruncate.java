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
    private static final long FOUR = 4L * LENGTH;
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
            done = SINGLE ? 0 : n - n % FOUR;
            for (long i = 0; i < done; i += FOUR) {
                if (!four(in + i * ELEMENT, out + i * OUT_ELEMENT)) {
                    careful(in + i * ELEMENT, out + i * OUT_ELEMENT);
                }
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

    private void careful(long in, long out) {
        for (long i = 0; i < FOUR; i += LENGTH) {
            doubles(in + i * ELEMENT, out + i * OUT_ELEMENT);
        }
    }

    /** Returns whether the sum of squares, one for four vectors, shows that all were in range, as the results took. */
    @SuppressWarnings("unchecked") // as below
    private boolean four(long in, long out) {
        VectorSpecies<Double> species = (VectorSpecies<Double>) IN;
        VectorOperators.Conversion<Double, M> truncate = (VectorOperators.Conversion<Double, M>) TRUNCATE;
        VectorSpecies<M> register = (VectorSpecies<M>) REGISTER;
        DoubleVector a = (DoubleVector) Exact.of(species,
                species.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()));
        DoubleVector b = (DoubleVector) Exact.of(species,
                species.fromMemorySegment(Raw.MEMORY, in + LENGTH * 8L, ByteOrder.nativeOrder()));
        DoubleVector c = (DoubleVector) Exact.of(species,
                species.fromMemorySegment(Raw.MEMORY, in + LENGTH * 16L, ByteOrder.nativeOrder()));
        DoubleVector d = (DoubleVector) Exact.of(species,
                species.fromMemorySegment(Raw.MEMORY, in + LENGTH * 24L, ByteOrder.nativeOrder()));
        Vector<M> first = Exact.of(register, a.convertShape(truncate, register, 0));
        Vector<M> second = Exact.of(register, b.convertShape(truncate, register, 0));
        Vector<M> third = Exact.of(register, c.convertShape(truncate, register, 0));
        Vector<M> fourth = Exact.of(register, d.convertShape(truncate, register, 0));
        if (NARROWS) {
            VectorOperators.Conversion<M, F> narrow = (VectorOperators.Conversion<M, F>) NARROW;
            VectorSpecies<F> last = (VectorSpecies<F>) OUT;
            Exact.of(last, first.convertShape(narrow, last, 0)).intoMemorySegment(Raw.MEMORY, out,
                    ByteOrder.nativeOrder());
            Exact.of(last, second.convertShape(narrow, last, 0)).intoMemorySegment(Raw.MEMORY, out + VECTOR,
                    ByteOrder.nativeOrder());
            Exact.of(last, third.convertShape(narrow, last, 0)).intoMemorySegment(Raw.MEMORY, out + 2 * VECTOR,
                    ByteOrder.nativeOrder());
            Exact.of(last, fourth.convertShape(narrow, last, 0)).intoMemorySegment(Raw.MEMORY, out + 3 * VECTOR,
                    ByteOrder.nativeOrder());
        } else {
            first.intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
            second.intoMemorySegment(Raw.MEMORY, out + VECTOR, ByteOrder.nativeOrder());
            third.intoMemorySegment(Raw.MEMORY, out + 2 * VECTOR, ByteOrder.nativeOrder());
            fourth.intoMemorySegment(Raw.MEMORY, out + 3 * VECTOR, ByteOrder.nativeOrder());
        }
        return d.fma(d, c.fma(c, b.fma(b, a.mul(a)))).compare(VectorOperators.LT, LIMIT * LIMIT).allTrue();
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
