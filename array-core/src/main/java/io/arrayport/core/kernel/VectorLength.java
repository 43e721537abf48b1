package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: the absolute value of contiguous complex numbers, by the operations of {@link ComplexRoot}. Numbers that
 * are not finite, or that have to be scaled, are left to the scalar twin, a vector at a time.
 */
final class VectorLength implements UnaryKernel {
    /**
     * @param single whether parts are binary32, which are computed on as binary64
     * @param floats as many lanes as {@code species} has
     */
    record Spec(boolean single, VectorSpecies<Float> floats, VectorSpecies<Double> species,
            VectorShuffle<?> even, VectorShuffle<?> odd, UnaryKernel twin) {

        static Spec of(boolean single, VectorSpecies<Float> floats, VectorSpecies<Double> species, UnaryKernel twin) {
            VectorSpecies<?> loaded = single ? floats : species;
            return new Spec(single, floats, species, VectorShuffle.makeUnzip(loaded, 0),
                    VectorShuffle.makeUnzip(loaded, 1), twin);
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final boolean SINGLE = SPEC.single();
    private static final VectorSpecies<Float> FLOATS = SPEC.floats();
    private static final VectorSpecies<Double> SPECIES = SPEC.species();
    private static final VectorShuffle<?> EVEN = SPEC.even();
    private static final VectorShuffle<?> ODD = SPEC.odd();
    private static final UnaryKernel TWIN = SPEC.twin();
    private static final int LENGTH = SPECIES.length();
    private static final int PART = SINGLE ? 4 : 8;
    private static final int VECTOR = LENGTH * PART;

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long done = 0;
        if (inStride == 2L * PART && outStride == PART) {
            done = n - n % LENGTH;
            for (long i = 0; i < done * PART; i += VECTOR) {
                step(in + 2 * i, out + i);
            }
        }
        TWIN.run(in + done * inStride, inStride, out + done * outStride, outStride, n - done);
    }

    private static void step(long in, long out) {
        if (SINGLE) {
            singles(in, out);
        } else {
            doubles(in, out);
        }
    }

    @SuppressWarnings("unchecked") // the shuffles are those of the species
    private static void singles(long in, long out) {
        FloatVector first = (FloatVector) Exact.of(FLOATS,
                FLOATS.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()));
        FloatVector second = (FloatVector) Exact.of(FLOATS,
                FLOATS.fromMemorySegment(Raw.MEMORY, in + VECTOR, ByteOrder.nativeOrder()));
        DoubleVector r = Exact.of((DoubleVector) first.rearrange((VectorShuffle<Float>) EVEN, second)
                .convertShape(VectorOperators.F2D, SPECIES, 0));
        DoubleVector i = Exact.of((DoubleVector) first.rearrange((VectorShuffle<Float>) ODD, second)
                .convertShape(VectorOperators.F2D, SPECIES, 0));
        DoubleVector sum = r.mul(r).add(i.mul(i));
        if (sum.compare(VectorOperators.LT, Double.POSITIVE_INFINITY).allTrue()) {
            Exact.of(FLOATS, sum.lanewise(VectorOperators.SQRT).convertShape(VectorOperators.D2F, FLOATS, 0))
                    .intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
        } else {
            TWIN.run(in, 2L * PART, out, PART, LENGTH);
        }
    }

    @SuppressWarnings("unchecked") // as above
    private static void doubles(long in, long out) {
        DoubleVector first = (DoubleVector) Exact.of(SPECIES,
                SPECIES.fromMemorySegment(Raw.MEMORY, in, ByteOrder.nativeOrder()));
        DoubleVector second = (DoubleVector) Exact.of(SPECIES,
                SPECIES.fromMemorySegment(Raw.MEMORY, in + VECTOR, ByteOrder.nativeOrder()));
        DoubleVector r = first.rearrange((VectorShuffle<Double>) EVEN, second).abs();
        DoubleVector i = first.rearrange((VectorShuffle<Double>) ODD, second).abs();
        VectorMask<Double> swapped = r.compare(VectorOperators.LT, i);
        DoubleVector large = r.blend(i, swapped);
        DoubleVector small = i.blend(r, swapped);
        if (large.compare(VectorOperators.LE, ComplexRoot.LARGE)
                .and(small.compare(VectorOperators.GE, ComplexRoot.SMALL)).allTrue()) {
            DoubleVector x = large.mul(large);
            DoubleVector y = small.mul(small);
            DoubleVector sum = x.add(y);
            DoubleVector lost = x.sub(sum).add(y).add(large.fma(large, x.neg())).add(small.fma(small, y.neg()));
            DoubleVector root = sum.lanewise(VectorOperators.SQRT);
            root.add(root.neg().fma(root, sum).add(lost).div(root.add(root)))
                    .intoMemorySegment(Raw.MEMORY, out, ByteOrder.nativeOrder());
        } else {
            TWIN.run(in, 2L * PART, out, PART, LENGTH);
        }
    }
}
