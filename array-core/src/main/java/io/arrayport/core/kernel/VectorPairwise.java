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
import org.jspecify.annotations.Nullable;

/**
 * Template: the sum as {@link ReduceKernel}, of contiguous floats in NumPy's pairwise order, with the scalar twin's
 * bits.
 *
 * <p>The eight accumulators of one leaf are {@link #PARTS} vectors: one of 8 lanes or two of 4. One vector alone
 * would wait for every addition, so that sibling leaves run side by side until four vectors are under way, as long as
 * the data is near. Partial sums are carried as double, which holds every float.
 */
final class VectorPairwise<E> implements ReduceKernel {
    /**
     * @param nothing where a row of -0.0 lies: added, it changes no number
     * @param far what reads memory in order; null for that itself
     */
    record Spec(Lane lane, VectorSpecies<?> species, ReduceKernel twin, long nothing, VectorShuffle<?> swap1,
            VectorShuffle<?> swap2, VectorShuffle<?> swap4, @Nullable ReduceKernel far) {

        /** {@code species} has 4 or 8 lanes. */
        static Spec of(Lane lane, VectorSpecies<?> species, ReduceKernel twin) {
            return new Spec(lane, species, twin, Pairwise.nothing(Real.of(lane)), VectorTypes.swap(species, 1),
                    VectorTypes.swap(species, 2), VectorTypes.swap(species, 4), null);
        }

        Spec near(ReduceKernel otherwise) {
            return new Spec(lane, species, twin, nothing, swap1, swap2, swap4, otherwise);
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
    /**
     * Up to here elements come from the second-level cache, and leaves side by side are fastest. From further away
     * memory comes in time only if it is read in order, so that a leaf of one vector is summed alone (0.6 instead of
     * 1.4 of NumPy's time at 8 MB).
     */
    private static final long NEAR = SPEC.far() == null ? 0 : (1L << 20) / ELEMENT;

    @Override
    public void run(long in, long stride, long n, long acc) {
        if (stride == ELEMENT && n >= 16) {
            add(acc, sum(in, n, n <= NEAR));
        } else if (n > BLOCK && Steps.isVectored(ELEMENT, stride)) {
            try (Arena arena = Arena.ofConfined()) {
                add(acc, strided(in, stride, n, arena.allocate(BLOCK * ELEMENT, 64).address()));
            }
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

    /** Brings what is summed together, a block at a time in the nearest cache. */
    private double strided(long p, long stride, long n, long block) {
        if (n <= BLOCK) {
            Steps.copy(ELEMENT, p, stride, block, ELEMENT, n);
            return sum(block, n, true);
        }
        long left = Pairwise.left(n);
        return plus(strided(p, stride, left, block), strided(p + left * stride, stride, n - left, block));
    }

    @Override
    public ReduceKernel far() {
        ReduceKernel far = SPEC.far();
        return far == null ? this : far;
    }

    private double sum(long p, long n, boolean near) {
        if (n <= Pairwise.LEAF) {
            return leaf(p, n);
        }
        long left = Pairwise.left(n);
        long right = n - left;
        if (PARTS == 1 && near && left > Pairwise.LEAF) {
            long first = Pairwise.left(left);
            long third = Pairwise.left(right);
            if (left - first <= Pairwise.LEAF && right - third <= Pairwise.LEAF) {
                return four(p, first, left, left + third, n);
            }
        }
        if ((PARTS == 2 || near) && right <= Pairwise.LEAF) {
            return two(p, left, n);
        }
        return plus(sum(p, left, near), sum(p + left * ELEMENT, right, near));
    }

    /** One leaf of {@code 16 <= n <= LEAF} elements. */
    private double leaf(long p, long n) {
        Vector<E> a = load(p);
        Vector<E> b = PARTS > 1 ? load(p + VECTOR) : a;
        long end = rows(n);
        for (long i = ROW; i < end; i += ROW) {
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
    private double two(long p, long second, long n) {
        long q = p + second * ELEMENT;
        Vector<E> a = load(p);
        Vector<E> b = PARTS > 1 ? load(p + VECTOR) : a;
        Vector<E> c = load(q);
        Vector<E> d = PARTS > 1 ? load(q + VECTOR) : c;
        long both = second * ELEMENT;
        long end = rows(n - second);
        long i = ROW;
        for (; i < both; i += ROW) {
            a = plus(a, load(p + i));
            c = plus(c, load(q + i));
            if (PARTS > 1) {
                b = plus(b, load(p + i + VECTOR));
                d = plus(d, load(q + i + VECTOR));
            }
        }
        long more = i < end ? q + i : NOTHING; // the right leaf may have one more row, and is never the shorter one
        c = plus(c, load(more));
        if (PARTS > 1) {
            d = plus(d, load(more + VECTOR));
        }
        double left = PARTS > 1 ? plus(tree(a), tree(b)) : tree(a);
        double right = PARTS > 1 ? plus(tree(c), tree(d)) : tree(c);
        return plus(left, rest(right, q + end, n - second));
    }

    /** The leaves [0, second), [second, third), [third, fourth) and [fourth, n), of one vector each. */
    private double four(long p, long second, long third, long fourth, long n) {
        long q = p + second * ELEMENT;
        long r = p + third * ELEMENT;
        long s = p + fourth * ELEMENT;
        Vector<E> a = load(p);
        Vector<E> b = load(q);
        Vector<E> c = load(r);
        Vector<E> d = load(s);
        long all = second * ELEMENT; // none of the others is shorter, each may have one more row
        long i = ROW;
        for (; i < all; i += ROW) {
            a = plus(a, load(p + i));
            b = plus(b, load(q + i));
            c = plus(c, load(r + i));
            d = plus(d, load(s + i));
        }
        long end = rows(n - fourth);
        b = plus(b, load(i < (third - second) * ELEMENT ? q + i : NOTHING));
        c = plus(c, load(i < (fourth - third) * ELEMENT ? r + i : NOTHING));
        d = plus(d, load(i < end ? s + i : NOTHING));
        return plus(plus(tree(a), tree(b)), plus(tree(c), rest(tree(d), s + end, n - fourth)));
    }

    /** Returns the bytes of the whole rows of eight in {@code n} elements. */
    private static long rows(long n) {
        return (n & -8) * ELEMENT;
    }

    /** Adds what a leaf of {@code n} elements has after its rows, one by one. */
    private static double rest(double sum, long p, long n) {
        double total = sum;
        for (long i = 0; i < (n & 7); i++) {
            total = plus(total, LANE == Lane.F32 ? Raw.f32(p + i * ELEMENT) : Raw.f64(p + i * ELEMENT));
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
        return exact(a).lanewise(VectorOperators.ADD, b);
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
