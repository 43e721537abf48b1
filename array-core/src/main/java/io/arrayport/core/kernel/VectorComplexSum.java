package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: the sum as {@link ReduceKernel}, of contiguous complex numbers in NumPy's pairwise order, with the scalar
 * twin's bits. A leaf is that of {@link VectorPairwise} over the parts as they lie, eight accumulators; only the last
 * additions go by twos, so that real and imaginary parts stay apart.
 */
final class VectorComplexSum<E> implements ReduceKernel {
    record Spec(Lane part, VectorSpecies<?> species, ReduceKernel twin, VectorShuffle<?> swap2,
            VectorShuffle<?> swap4) {

        /** {@code species} has 4 or 8 lanes of {@code part}. */
        static Spec of(Lane part, VectorSpecies<?> species, ReduceKernel twin) {
            return new Spec(part, species, twin, VectorTypes.swap(species, 2), VectorTypes.swap(species, 4));
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Real FORM = Real.of(SPEC.part());
    private static final boolean DOUBLE = FORM == Real.F64;
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final VectorShuffle<?> SWAP2 = SPEC.swap2();
    private static final VectorShuffle<?> SWAP4 = SPEC.swap4();
    private static final ReduceKernel TWIN = SPEC.twin();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int LENGTH = SPECIES.length();
    private static final int PART = SPEC.part().bytes();
    private static final int ELEMENT = 2 * PART;
    private static final int ROW = 8 * PART;
    /** Two numbers a level; halves of less than 2 to the 63 elements are halved less often than this. */
    private static final int LEVELS = 64;

    @Override
    public void run(long in, long stride, long n, long acc) {
        if (stride != ELEMENT || n < 8) {
            TWIN.run(in, stride, n, acc);
            return;
        }
        double[] sums = new double[2 * LEVELS];
        sum(in, n, sums, 0);
        FORM.put(acc, plus(FORM.get(acc), sums[0]));
        FORM.put(acc + PART, plus(FORM.get(acc + PART), sums[1]));
    }

    /** Puts the sum of {@code n} elements at {@code to}; what is behind is scratch. */
    private void sum(long p, long n, double[] sums, int to) {
        if (n <= Pairwise.COMPLEX_LEAF) {
            leaf(p, n, sums, to);
            return;
        }
        long left = Pairwise.complexLeft(n);
        sum(p, left, sums, to);
        sum(p + left * ELEMENT, n - left, sums, to + 2);
        sums[to] = plus(sums[to], sums[to + 2]);
        sums[to + 1] = plus(sums[to + 1], sums[to + 3]);
    }

    private void leaf(long p, long n, double[] sums, int to) {
        Vector<E> a = load(p);
        Vector<E> b = LENGTH < 8 ? load(p + ROW / 2) : a;
        long end = (n & -4) * ELEMENT;
        for (long i = ROW; i < end; i += ROW) {
            a = add(a, load(p + i));
            if (LENGTH < 8) {
                b = add(b, load(p + i + ROW / 2));
            }
        }
        a = level(a, SWAP2);
        a = LENGTH < 8 ? add(a, level(b, SWAP2)) : level(a, SWAP4);
        double real = lane(a, 0);
        double imag = lane(a, 1);
        for (long at = p + end; at < p + n * ELEMENT; at += ELEMENT) {
            real = plus(real, FORM.get(at));
            imag = plus(imag, FORM.get(at + PART));
        }
        sums[to] = real;
        sums[to + 1] = imag;
    }

    @SuppressWarnings("unchecked") // the shuffles are of the species of E
    private Vector<E> level(Vector<E> v, VectorShuffle<?> swap) {
        return add(v, exact(v).rearrange((VectorShuffle<E>) swap));
    }

    private Vector<E> add(Vector<E> a, Vector<E> b) {
        return exact(exact(a).lanewise(VectorOperators.ADD, exact(b)));
    }

    private static double lane(Vector<?> v, int lane) {
        return DOUBLE ? ((DoubleVector) v).lane(lane) : ((FloatVector) v).lane(lane);
    }

    private static double plus(double a, double b) {
        return DOUBLE ? a + b : (float) a + (float) b;
    }

    private Vector<E> load(long address) {
        return exact(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
