package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: the sum as {@link ReduceKernel}, of floats in NumPy's pairwise order, with the scalar twin's bits; of
 * neighbours, or of every other element and backwards.
 *
 * <p>The eight accumulators of one leaf are {@link #PARTS} vectors: one of 8 lanes or two of 4. One vector waits for
 * every addition; the processor begins the next leaves meanwhile, as they follow each other with little between them,
 * and memory is read in order, as far data must be. Partial sums are carried as double, which holds every float.
 */
final class VectorPairwise<E> implements ReduceKernel {
    /** @param apart whether it is of every other element and backwards: one class for both is slower for neighbours */
    record Spec(Lane lane, VectorSpecies<?> species, boolean apart, ReduceKernel twin, VectorShuffle<?> swap1,
            VectorShuffle<?> swap2, VectorShuffle<?> swap4, VectorMask<?> odd) {

        /** {@code species} has 4 or 8 lanes. */
        static Spec of(Lane lane, VectorSpecies<?> species, boolean apart, ReduceKernel twin) {
            return new Spec(lane, species, apart, twin, VectorTypes.swap(species, 1), VectorTypes.swap(species, 2),
                    VectorTypes.swap(species, 4), VectorMask.fromLong(species, 0xaa));
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Lane LANE = SPEC.lane();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final boolean APART = SPEC.apart();
    private static final VectorShuffle<?> SWAP1 = SPEC.swap1();
    private static final VectorShuffle<?> SWAP2 = SPEC.swap2();
    private static final VectorShuffle<?> SWAP4 = SPEC.swap4();
    private static final ReduceKernel TWIN = SPEC.twin();
    private static final Class<?> VECTOR_CLASS = SPECIES.vectorType();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = LANE.bytes();
    private static final int VECTOR = LENGTH * ELEMENT;
    private static final int ROW = 8 * ELEMENT;
    private static final int PARTS = 8 / LENGTH;
    /** Masks the whole rows of a leaf: so the compiler sees how few they are. */
    private static final int WHOLE = 2 * Pairwise.LEAF - 8;
    private static final long[] NONE = new long[0];
    private static final VectorMask<?> ODD = SPEC.odd();

    @Override
    public void run(long in, long stride, long n, long acc) {
        run(in, stride, n, acc, halves(n));
    }

    @Override
    public boolean takesSteps() {
        return true;
    }

    /** The same loop, compiled for this kernel: a short row takes less time than the way to it. */
    @Override
    public void each(long in, long stride, long n, long step, long acc, long accStep, long count) {
        long[] halves = halves(n);
        for (long i = 0; i < count; i++) {
            run(in + i * step, stride, n, acc + i * accStep, halves);
        }
    }

    private void run(long in, long stride, long n, long acc, long[] halves) {
        if (n >= 16 && (APART ? Steps.isVectored(ELEMENT, stride) : stride == ELEMENT)) {
            add(acc, sum(in, stride, n, halves));
        } else {
            TWIN.run(in, stride, n, acc);
        }
    }

    private static void add(long acc, double sum) {
        if (LANE == Lane.F32) {
            Raw.f32(acc, Raw.f32(acc) + (float) sum);
        } else {
            Raw.f64(acc, Raw.f64(acc) + sum);
        }
    }

    /** Leaf after leaf, from one loop, each by the same one: leaves that are read at once are slow from far memory. */
    private double sum(long at, long stride, long count, long[] halves) {
        long p = at;
        long n = count;
        int depth = 0;
        long summed = 0; // has a bit for each of the halves: whether it is the left one's sum, or how long the right is
        while (true) {
            while (n > Pairwise.LEAF) {
                long left = Pairwise.left(n);
                halves[depth++] = n - left;
                summed <<= 1;
                n = left;
            }
            double sum = APART ? apart(p, (int) stride, (int) n) : leaf(p, (int) n);
            p += n * stride;
            while ((summed & 1) != 0) {
                summed >>= 1;
                sum = plus(Double.longBitsToDouble(halves[--depth]), sum);
            }
            if (depth == 0) {
                return sum;
            }
            n = halves[depth - 1];
            halves[depth - 1] = Double.doubleToRawLongBits(sum);
            summed |= 1;
        }
    }

    /** Returns room for one of each two halves of {@code n} elements. */
    private static long[] halves(long n) {
        return n > Pairwise.LEAF ? new long[Long.SIZE + 1 - Long.numberOfLeadingZeros(n / Pairwise.LEAF)] : NONE;
    }

    /**
     * One leaf of {@code 16 <= n <= LEAF} elements. Rows are counted by ints, which are seen to be few, from an address
     * that Raw.address has seen: so short a loop is otherwise a third of the instructions that come before it.
     */
    private double leaf(long at, int n) {
        long p = Raw.address(at);
        Vector<E> a = load(p);
        Vector<E> b = PARTS > 1 ? load(p + VECTOR) : a;
        int end = (n & WHOLE) * ELEMENT;
        for (int i = ROW; i < end; i += ROW) {
            a = plus(a, load(p + i));
            if (PARTS > 1) {
                b = plus(b, load(p + i + VECTOR));
            }
        }
        double sum = tree(a);
        if (PARTS > 1) {
            sum = plus(sum, tree(b));
        }
        return rest(sum, p + end, ELEMENT, n);
    }

    /**
     * The same of every other element, or backwards. Accumulators may be in any lanes: of two vectors, of which the
     * second ends with the last element, each has half of them, the second between those of the first; and backwards
     * neighbours are added as forwards.
     */
    private double apart(long at, int stride, int n) {
        boolean backwards = stride < 0;
        long p = Raw.address(backwards ? at + ELEMENT - VECTOR : at);
        int next = backwards ? 0 : VECTOR - ELEMENT;
        Vector<E> a = both(p, next);
        int second = LENGTH * stride;
        Vector<E> b = PARTS > 1 ? both(p + second, next) : a;
        int rows = (n & WHOLE) / 8;
        for (int i = 1; i < rows; i++) {
            int row = 8 * i * stride;
            a = plus(a, both(p + row, next));
            if (PARTS > 1) {
                b = plus(b, both(p + row + second, next));
            }
        }
        double back = tree(a); // both, as a method that holds vectors makes all of its calls: see Template
        double sum = mixed(a);
        if (PARTS > 1) {
            back = plus(back, tree(b));
            sum = plus(sum, mixed(b));
        }
        return rest(backwards ? back : sum, at + (long) (n & WHOLE) * stride, stride, n);
    }

    /** Adds what a leaf of {@code n} elements has after its rows, one by one. */
    private static double rest(double sum, long p, int stride, int n) {
        double total = sum;
        for (int i = 0; i < (n & 7); i++) {
            int at = i * stride;
            total = plus(total, LANE == Lane.F32 ? Raw.f32(p + at) : Raw.f64(p + at));
        }
        return total;
    }

    // What follows is cut so small (35 bytes of code) that the compiler inlines it wherever it stands: a vector that
    // is handed to a method which is not inlined becomes an object, and a sum eight times slower.

    /** Adds the lanes as ((0 + 1) + (2 + 3)) + ((4 + 5) + (6 + 7)), as far as there are any. */
    private double tree(Vector<E> v) {
        return first(halves(level(level(exact(v), SWAP1), SWAP2)));
    }

    /** The same where the first half is in the even lanes and the second in the odd ones. */
    private double mixed(Vector<E> v) {
        return first(level(halves(level(exact(v), SWAP2)), SWAP1));
    }

    @SuppressWarnings("unchecked") // the shuffles are of the species of E
    private Vector<E> level(Vector<E> v, VectorShuffle<?> swap) {
        return exact(v.lanewise(VectorOperators.ADD, v.rearrange((VectorShuffle<E>) swap)));
    }

    private Vector<E> halves(Vector<E> v) {
        return LENGTH > 4 ? level(v, SWAP4) : v;
    }

    private static double first(Vector<?> v) {
        return LANE == Lane.F32 ? ((FloatVector) v).lane(0) : ((DoubleVector) v).lane(0);
    }

    private static double plus(double a, double b) {
        return LANE == Lane.F32 ? single(a, b) : a + b;
    }

    private static double single(double a, double b) {
        return (float) a + (float) b;
    }

    private Vector<E> plus(Vector<E> a, Vector<E> b) {
        return exact(exact(a).lanewise(VectorOperators.ADD, exact(b)));
    }

    @SuppressWarnings("unchecked") // the mask is of the species of E
    private Vector<E> both(long address, int next) {
        return exact(load(address).blend(load(address + next), (VectorMask<E>) ODD));
    }

    private Vector<E> load(long address) {
        return exact(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR_CLASS.cast(v);
    }
}
