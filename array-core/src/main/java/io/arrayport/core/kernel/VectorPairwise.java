package io.arrayport.core.kernel;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: the sum as {@link ReduceKernel}, of contiguous floats in NumPy's pairwise order, with the scalar twin's
 * bits.
 *
 * <p>The eight accumulators of one leaf are {@link #PARTS} vectors: one of 8 lanes or two of 4. One vector waits for
 * every addition; the processor begins the next leaves meanwhile, as they follow each other with little between them,
 * and memory is read in order, as far data must be. The lanes of four leaves are added up together. Partial sums are
 * carried as double, which holds every float.
 */
final class VectorPairwise<E> implements ReduceKernel {
    /**
     * @param nothing where a row of -0.0 lies: added, it changes no number
     * @param even of two vectors, which lanes have an even number
     */
    record Spec(Lane lane, VectorSpecies<?> species, ReduceKernel twin, long nothing, VectorShuffle<?> swap1,
            VectorShuffle<?> swap2, VectorShuffle<?> swap4, Vector<?> even, Vector<?> odd) {

        /** {@code species} has 4 or 8 lanes. */
        static Spec of(Lane lane, VectorSpecies<?> species, ReduceKernel twin) {
            Vector<?> even = species.broadcast(0).addIndex(2);
            return new Spec(lane, species, twin, Pairwise.nothing(Real.of(lane)), VectorTypes.swap(species, 1),
                    VectorTypes.swap(species, 2), VectorTypes.swap(species, 4), even,
                    even.lanewise(VectorOperators.ADD, 1));
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Lane LANE = SPEC.lane();
    private static final VectorSpecies<?> SPECIES = SPEC.species();
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
    private static final long NOTHING = SPEC.nothing();
    private static final long BLOCK = 16384 / ELEMENT;
    private static final Vector<?> EVEN = SPEC.even();
    private static final Vector<?> ODD = SPEC.odd();

    @Override
    public void run(long in, long stride, long n, long acc) {
        if (stride == ELEMENT && n >= 16) {
            add(acc, sum(in, n));
        } else if (n > BLOCK && Steps.isVectored(ELEMENT, stride)) {
            try (Arena arena = Arena.ofConfined()) {
                add(acc, strided(in, stride, n, arena.allocate(BLOCK * ELEMENT, 64).address()));
            }
        } else {
            TWIN.run(in, stride, n, acc);
        }
    }

    /** The same loop, compiled for this kernel: a short row takes less time than the way to it. */
    @Override
    public void each(long in, long stride, long n, long step, long acc, long accStep, long count) {
        for (long i = 0; i < count; i++) {
            run(in + i * step, stride, n, acc + i * accStep);
        }
    }

    private static void add(long acc, double sum) {
        if (LANE == Lane.F32) {
            Raw.f32(acc, Raw.f32(acc) + (float) sum);
        } else {
            Raw.f64(acc, Raw.f64(acc) + sum);
        }
    }

    /** Brings what is summed together, a block at a time in the nearest cache. */
    private double strided(long p, long stride, long n, long block) {
        if (n <= BLOCK) {
            Steps.copy(ELEMENT, p, stride, block, ELEMENT, n);
            return sum(block, n);
        }
        long left = Pairwise.left(n);
        return plus(strided(p, stride, left, block), strided(p + left * stride, stride, n - left, block));
    }

    private double sum(long p, long n) {
        if (n <= Pairwise.LEAF) {
            return leaf(p, (int) n);
        }
        long left = Pairwise.left(n);
        long right = n - left;
        if (PARTS == 1 && left > Pairwise.LEAF && (n & 7) == 0) {
            long first = Pairwise.left(left);
            long third = Pairwise.left(right);
            if (left - first <= Pairwise.LEAF && right - third <= Pairwise.LEAF) {
                return four(p, (int) first, (int) left, (int) (left + third), (int) n);
            }
        }
        if (right <= Pairwise.LEAF) {
            return two(p, (int) left, (int) n);
        }
        return plus(sum(p, left), sum(p + left * ELEMENT, right));
    }

    // Rows are counted by ints, from addresses that Raw.address has seen: so short a loop is otherwise a third of the
    // instructions that come before it.

    /** One leaf of {@code 16 <= n <= LEAF} elements. */
    private double leaf(long at, int n) {
        long p = Raw.address(at);
        Vector<E> a = load(p);
        Vector<E> b = PARTS > 1 ? load(p + VECTOR) : a;
        int end = rows(n);
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
        return rest(sum, p + end, n);
    }

    /** The leaves [0, second) and [second, n), of one or two vectors each. */
    private double two(long at, int second, int n) {
        long p = Raw.address(at);
        long q = Raw.address(at + (long) second * ELEMENT);
        Vector<E> a = load(p);
        Vector<E> b = PARTS > 1 ? load(p + VECTOR) : a;
        Vector<E> c = load(q);
        Vector<E> d = PARTS > 1 ? load(q + VECTOR) : c;
        int both = second * ELEMENT;
        int end = rows(n - second);
        for (int i = ROW; i < both; i += ROW) {
            a = plus(a, load(p + i));
            c = plus(c, load(q + i));
            if (PARTS > 1) {
                b = plus(b, load(p + i + VECTOR));
                d = plus(d, load(q + i + VECTOR));
            }
        }
        long more = more(q, both, end); // the right leaf is never the shorter one
        c = plus(c, load(more));
        if (PARTS > 1) {
            d = plus(d, load(more + VECTOR));
        }
        double left = PARTS > 1 ? plus(tree(a), tree(b)) : tree(a);
        double right = PARTS > 1 ? plus(tree(c), tree(d)) : tree(c);
        return plus(left, rest(right, q + end, n - second));
    }

    /** The leaves [0, second), [second, third), [third, fourth) and [fourth, n), of one vector and whole rows each. */
    private double four(long at, int second, int third, int fourth, int n) {
        long p = Raw.address(at);
        long q = Raw.address(at + (long) second * ELEMENT);
        long r = Raw.address(at + (long) third * ELEMENT);
        long s = Raw.address(at + (long) fourth * ELEMENT);
        int all = second * ELEMENT; // none of the others is shorter
        Vector<E> a = load(p);
        for (int i = ROW; i < all; i += ROW) {
            a = plus(a, load(p + i));
        }
        Vector<E> b = load(q);
        for (int i = ROW; i < all; i += ROW) {
            b = plus(b, load(q + i));
        }
        b = plus(b, load(more(q, all, (third - second) * ELEMENT)));
        Vector<E> c = load(r);
        for (int i = ROW; i < all; i += ROW) {
            c = plus(c, load(r + i));
        }
        c = plus(c, load(more(r, all, (fourth - third) * ELEMENT)));
        Vector<E> d = load(s);
        for (int i = ROW; i < all; i += ROW) {
            d = plus(d, load(s + i));
        }
        d = plus(d, load(more(s, all, (n - fourth) * ELEMENT)));
        return tree(neighbours(neighbours(a, b), neighbours(c, d)));
    }

    /** A leaf may have one more row than the first one; returns where nothing lies if it has not. */
    private static long more(long leaf, int rows, int end) {
        return Raw.address(rows < end ? leaf + rows : NOTHING);
    }

    /** Returns the bytes of the whole rows of eight in {@code n} elements. */
    private static int rows(int n) {
        return (n & -8) * ELEMENT;
    }

    /** Adds what a leaf of {@code n} elements has after its rows, one by one. */
    private static double rest(double sum, long p, int n) {
        double total = sum;
        for (int i = 0; i < (n & 7); i++) {
            total = plus(total, LANE == Lane.F32 ? Raw.f32(p + (long) i * ELEMENT) : Raw.f64(p + (long) i * ELEMENT));
        }
        return total;
    }

    // What follows is cut so small (35 bytes of code) that the compiler inlines it wherever it stands: a vector that
    // is handed to a method which is not inlined becomes an object, and a sum eight times slower.

    /** Adds the lanes as ((0 + 1) + (2 + 3)) + ((4 + 5) + (6 + 7)), as far as there are any. */
    private double tree(Vector<E> v) {
        return first(halves(level(level(exact(v), SWAP1), SWAP2)));
    }

    @SuppressWarnings("unchecked") // the shuffles are of the species of E
    private Vector<E> level(Vector<E> v, VectorShuffle<?> swap) {
        return exact(v.lanewise(VectorOperators.ADD, v.rearrange((VectorShuffle<E>) swap)));
    }

    private Vector<E> halves(Vector<E> v) {
        return LENGTH > 4 ? level(v, SWAP4) : v;
    }

    /** Adds neighbours: those of {@code a}, then those of {@code b}. */
    private Vector<E> neighbours(Vector<E> a, Vector<E> b) {
        return plus(pick(EVEN, a, b), pick(ODD, a, b));
    }

    private Vector<E> pick(Vector<?> lanes, Vector<E> a, Vector<E> b) {
        return exact(exact(lanes).selectFrom(exact(a), exact(b)));
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

    private Vector<E> load(long address) {
        return exact(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR_CLASS.cast(v);
    }
}
