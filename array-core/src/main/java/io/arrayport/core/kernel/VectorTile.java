package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link TileKernel} of elements of 4 or 8 bytes, eight vectors of eight at a time: neighbours change places,
 * then pairs, then halves.
 */
final class VectorTile<E> implements TileKernel {
    /** @param species of eight whole numbers */
    record Spec(VectorSpecies<?> species) {}

    private static final VectorSpecies<?> SPECIES = Template.data(MethodHandles.lookup(), Spec.class).species();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int BYTES = SPECIES.vectorByteSize();
    // Of two vectors, which lanes are taken: 8 and more are the second's
    private static final Vector<?> EVEN = lanes(0, 8, 2, 10, 4, 12, 6, 14);
    private static final Vector<?> ODD = lanes(1, 9, 3, 11, 5, 13, 7, 15);
    private static final Vector<?> FIRST_PAIRS = lanes(0, 1, 8, 9, 4, 5, 12, 13);
    private static final Vector<?> SECOND_PAIRS = lanes(2, 3, 10, 11, 6, 7, 14, 15);
    private static final Vector<?> LOW = lanes(0, 1, 2, 3, 8, 9, 10, 11);
    private static final Vector<?> HIGH = lanes(4, 5, 6, 7, 12, 13, 14, 15);

    private static Vector<?> lanes(int... lanes) {
        if (SPECIES.elementSize() == Integer.SIZE) {
            return SPECIES.fromArray(lanes, 0);
        }
        long[] wide = new long[lanes.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = lanes[i];
        }
        return SPECIES.fromArray(wide, 0);
    }

    @Override
    public void run(long from, long fromStep, long to, long toStep, long rows) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> even = exact(EVEN);
        Vector<E> odd = exact(ODD);
        Vector<E> first = exact(FIRST_PAIRS);
        Vector<E> second = exact(SECOND_PAIRS);
        Vector<E> low = exact(LOW);
        Vector<E> high = exact(HIGH);
        long source = from;
        long target = to;
        for (long row = 0; row < rows; row += 8) {
            Vector<E> a = load(source);
            Vector<E> b = load(source + fromStep);
            Vector<E> c = load(source + 2 * fromStep);
            Vector<E> d = load(source + 3 * fromStep);
            Vector<E> e = load(source + 4 * fromStep);
            Vector<E> f = load(source + 5 * fromStep);
            Vector<E> g = load(source + 6 * fromStep);
            Vector<E> h = load(source + 7 * fromStep);
            Vector<E> ab0 = pick(even, a, b);
            Vector<E> ab1 = pick(odd, a, b);
            Vector<E> cd0 = pick(even, c, d);
            Vector<E> cd1 = pick(odd, c, d);
            Vector<E> ef0 = pick(even, e, f);
            Vector<E> ef1 = pick(odd, e, f);
            Vector<E> gh0 = pick(even, g, h);
            Vector<E> gh1 = pick(odd, g, h);
            Vector<E> left0 = pick(first, ab0, cd0);
            Vector<E> left1 = pick(first, ab1, cd1);
            Vector<E> left2 = pick(second, ab0, cd0);
            Vector<E> left3 = pick(second, ab1, cd1);
            Vector<E> right0 = pick(first, ef0, gh0);
            Vector<E> right1 = pick(first, ef1, gh1);
            Vector<E> right2 = pick(second, ef0, gh0);
            Vector<E> right3 = pick(second, ef1, gh1);
            store(pick(low, left0, right0), target);
            store(pick(low, left1, right1), target + toStep);
            store(pick(low, left2, right2), target + 2 * toStep);
            store(pick(low, left3, right3), target + 3 * toStep);
            store(pick(high, left0, right0), target + 4 * toStep);
            store(pick(high, left1, right1), target + 5 * toStep);
            store(pick(high, left2, right2), target + 6 * toStep);
            store(pick(high, left3, right3), target + 7 * toStep);
            source += BYTES;
            target += 8 * toStep;
        }
    }

    private Vector<E> pick(Vector<E> lanes, Vector<E> a, Vector<E> b) {
        return exact(lanes.selectFrom(a, b));
    }

    private Vector<E> load(long address) {
        return exact(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }

    private static void store(Vector<?> vector, long address) {
        vector.intoMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
