package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link SortNetwork} of ints or longs, bitonic: runs of sorted vectors are merged, two at a time. What comes
 * after each other for the same few vectors stays in registers.
 */
final class VectorNetwork<E> implements SortNetwork {
    record Spec(VectorSpecies<?> species) {}

    private static final VectorSpecies<?> SPECIES = Template.data(MethodHandles.lookup(), Spec.class).species();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int LENGTH = SPECIES.length();
    private static final int STEP = SPECIES.vectorByteSize();

    private static final VectorShuffle<?> SWAP_1 = VectorTypes.swap(SPECIES, 1);
    private static final VectorShuffle<?> SWAP_2 = VectorTypes.swap(SPECIES, 2);
    private static final VectorShuffle<?> SWAP_3 = VectorTypes.swap(SPECIES, 3);
    private static final VectorShuffle<?> SWAP_4 = VectorTypes.swap(SPECIES, 4);
    private static final VectorShuffle<?> SWAP_7 = VectorTypes.swap(SPECIES, 7);
    private static final VectorShuffle<?> SWAP_8 = VectorTypes.swap(SPECIES, 8);
    private static final VectorShuffle<?> REVERSAL = VectorTypes.swap(SPECIES, LENGTH - 1);
    private static final VectorMask<?> UPPER_1 = upper(1);
    private static final VectorMask<?> UPPER_2 = upper(2);
    private static final VectorMask<?> UPPER_4 = upper(4);
    private static final VectorMask<?> UPPER_8 = upper(8);

    private static VectorMask<?> upper(int distance) {
        long bits = 0;
        for (int i = 0; i < LENGTH; i++) {
            bits |= (i & distance) != 0 ? 1L << i : 0;
        }
        return VectorMask.fromLong(SPECIES, bits);
    }

    @Override
    public void sort(long at, int vectors) {
        long end = at + vectors * (long) STEP;
        start(at, end);
        if (LENGTH > 8) {
            sixteen(at, end);
        }
        if (vectors > 1) {
            pairs(at, end);
        }
        for (long run = 2L * STEP; run < end - at; run *= 2) {
            cross(at, end, run);
            for (long distance = run / 4; distance > STEP; distance /= 2) {
                halve(at, end, distance);
            }
            if (run > 2L * STEP) {
                last(at, end);
            } else {
                lanes(at, end);
            }
        }
    }

    /** Sorts the lanes of each vector: of up to eight lanes all, else each eight of them. */
    private void start(long at, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = at; i < end; i += STEP) {
            Vector<E> v = compared(load(i), SWAP_1, UPPER_1);
            if (LENGTH > 2) {
                v = compared(compared(v, SWAP_3, UPPER_2), SWAP_1, UPPER_1);
            }
            if (LENGTH > 4) {
                v = compared(compared(compared(v, SWAP_7, UPPER_4), SWAP_2, UPPER_2), SWAP_1, UPPER_1);
            }
            store(v, i);
        }
    }

    /** Sorts the lanes of each vector of sixteen, whose halves are sorted. */
    private void sixteen(long at, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = at; i < end; i += STEP) {
            Vector<E> v = compared(compared(load(i), REVERSAL, UPPER_8), SWAP_4, UPPER_4);
            store(compared(compared(v, SWAP_2, UPPER_2), SWAP_1, UPPER_1), i);
        }
    }

    /** Merges pairs of vectors, each of which is sorted. */
    private void pairs(long at, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = at; i < end; i += 2L * STEP) {
            Vector<E> a = load(i);
            Vector<E> b = reversed(load(i + STEP));
            store(ascending(min(a, b)), i);
            store(ascending(max(a, b)), i + STEP);
        }
    }

    /**
     * Compares each vector of a sorted run, of so many bytes, with the one that mirrors it in the next; then, in both
     * runs, each vector of the first half with that of the second.
     */
    private void cross(long at, long end, long run) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long start = at; start + run < end; start += 2 * run) {
            long top = start + 2 * run - STEP;
            for (long low = start; low < start + run / 2; low += STEP, top -= STEP) {
                long more = low + run / 2;
                long less = top - run / 2;
                Vector<E> a = load(low);
                Vector<E> b = load(more);
                Vector<E> c = reversed(load(less));
                Vector<E> d = reversed(load(top));
                exchange(min(a, d), min(b, c), low, more);
                exchange(max(b, c), max(a, d), less, top);
            }
        }
    }

    /** Compares each vector with the one that comes so many bytes later. */
    private void halve(long at, long end, long distance) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long start = at; start < end; start += 2 * distance) {
            for (long low = start; low < start + distance; low += STEP) {
                Vector<E> a = load(low);
                Vector<E> b = load(low + distance);
                exchange(a, b, low, low + distance);
            }
        }
    }

    /** Compares each vector with the next; then sorts the lanes of both, which go up and then down. */
    private void last(long at, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = at; i < end; i += 2L * STEP) {
            Vector<E> a = load(i);
            Vector<E> b = load(i + STEP);
            store(ascending(min(a, b)), i);
            store(ascending(max(a, b)), i + STEP);
        }
    }

    /** Sorts the lanes of each vector, which go up and then down. */
    private void lanes(long at, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = at; i < end; i += STEP) {
            store(ascending(load(i)), i);
        }
    }

    private void exchange(Vector<E> a, Vector<E> b, long low, long high) {
        store(min(a, b), low);
        store(max(a, b), high);
    }

    private Vector<E> ascending(Vector<E> lanes) {
        Vector<E> v = lanes;
        if (LENGTH > 8) {
            v = compared(v, SWAP_8, UPPER_8);
        }
        if (LENGTH > 4) {
            v = compared(v, SWAP_4, UPPER_4);
        }
        if (LENGTH > 2) {
            v = compared(v, SWAP_2, UPPER_2);
        }
        return compared(v, SWAP_1, UPPER_1);
    }

    private Vector<E> reversed(Vector<E> v) {
        return exact(v.rearrange(shuffle(REVERSAL)));
    }

    /** Compares lanes with others, and leaves the greater ones where the mask is set. */
    private Vector<E> compared(Vector<E> v, VectorShuffle<?> partner, VectorMask<?> upper) {
        Vector<E> other = exact(v.rearrange(shuffle(partner)));
        return exact(min(v, other).blend(max(v, other), mask(upper)));
    }

    private Vector<E> min(Vector<E> a, Vector<E> b) {
        return exact(a.lanewise(VectorOperators.MIN, b));
    }

    private Vector<E> max(Vector<E> a, Vector<E> b) {
        return exact(a.lanewise(VectorOperators.MAX, b));
    }

    private Vector<E> load(long address) {
        return exact(SPECIES.fromMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder()));
    }

    private static void store(Vector<?> vector, long address) {
        vector.intoMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder());
    }

    @SuppressWarnings("unchecked") // as exact
    private VectorShuffle<E> shuffle(VectorShuffle<?> shuffle) {
        return (VectorShuffle<E>) shuffle;
    }

    @SuppressWarnings("unchecked") // as exact
    private VectorMask<E> mask(VectorMask<?> mask) {
        return (VectorMask<E>) mask;
    }

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
