package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Template: {@link StripSort} of ints or longs, by quicksort a vector at a time: lanes below the pivot are compressed
 * to where the elements lie, the others to the room, from which they come back behind. What fits in a few vectors is
 * sorted by a bitonic network, in the room.
 */
final class VectorSort<E> implements StripSort {
    /**
     * @param form of the elements
     * @param twin takes what has been cut badly again and again
     */
    record Spec(VectorSpecies<?> species, Whole form, StripSort twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final Whole FORM = SPEC.form();
    private static final StripSort TWIN = SPEC.twin();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = SPECIES.elementSize() / Byte.SIZE;
    private static final int STEP = LENGTH * ELEMENT;
    private static final long GREATEST = -1L >>> Long.SIZE - SPECIES.elementSize() + 1;

    /** Vectors that the network sorts. */
    private static final int VECTORS = 16;
    private static final int FEW = VECTORS * LENGTH;
    /** From here on a pivot is worth looking for among more elements. */
    private static final int MANY = 4096;

    private static final VectorShuffle<?> SWAP_1 = VectorTypes.swap(SPECIES, 1);
    private static final VectorShuffle<?> SWAP_2 = VectorTypes.swap(SPECIES, 2);
    private static final VectorShuffle<?> SWAP_3 = VectorTypes.swap(SPECIES, 3);
    private static final VectorShuffle<?> SWAP_4 = VectorTypes.swap(SPECIES, 4);
    private static final VectorShuffle<?> SWAP_7 = VectorTypes.swap(SPECIES, 7);
    private static final VectorShuffle<?> SWAP_8 = VectorTypes.swap(SPECIES, 8);
    private static final VectorShuffle<?> SWAP_15 = VectorTypes.swap(SPECIES, 15);
    private static final VectorShuffle<?> REVERSAL = VectorTypes.swap(SPECIES, LENGTH - 1);
    private static final VectorMask<?> ODD_1 = odd(1);
    private static final VectorMask<?> ODD_2 = odd(2);
    private static final VectorMask<?> ODD_4 = odd(4);
    private static final VectorMask<?> ODD_8 = odd(8);

    private static VectorMask<?> odd(int distance) {
        long bits = 0;
        for (int i = 0; i < LENGTH; i++) {
            bits |= (i & distance) != 0 ? 1L << i : 0;
        }
        return VectorMask.fromLong(SPECIES, bits);
    }

    @Override
    public void run(long at, long n, long room) {
        if (n > 1) {
            sort(at, n, room, 2 * (Long.SIZE - Long.numberOfLeadingZeros(n)));
        }
    }

    /** @param cuts how often it may be cut in two */
    private void sort(long from, long count, long room, int cuts) {
        long at = from;
        long n = count;
        for (int left = cuts; n > FEW; left--) {
            if (left == 0) {
                TWIN.run(at, n, room);
                return;
            }
            long pivot = pivot(at, n, room);
            long less = partition(at, n, pivot, room);
            if (less == 0) {
                // The pivot is the least: all that are equal to it come first, and are done
                less = pivot == GREATEST ? n : partition(at, n, pivot + 1, room);
                at += less * ELEMENT;
                n -= less;
            } else if (less < n - less) {
                sort(at, less, room, left - 1);
                at += less * ELEMENT;
                n -= less;
            } else {
                sort(at + less * ELEMENT, n - less, room, left - 1);
                n = less;
            }
        }
        network(at, n, room);
    }

    /** Returns the middle one of a few elements. */
    private long pivot(long at, long n, long room) {
        int sample = n > MANY ? FEW / 2 : 2 * LENGTH;
        long distance = n / sample * ELEMENT;
        for (int i = 0; i < sample; i++) {
            FORM.put(room + i * ELEMENT, FORM.get(at + i * distance + distance / 2 / ELEMENT * ELEMENT));
        }
        sortVectors(room, sample / LENGTH);
        return FORM.get(room + sample / 2 * ELEMENT);
    }

    /** Brings what is below the pivot to the front, and returns how many these are. */
    private long partition(long at, long n, long pivot, long room) {
        Vector<E> middle = exact(SPECIES.broadcast(pivot));
        long end = at + (n - LENGTH) * ELEMENT;
        long less = at;
        long rest = room;
        long from = at;
        for (; from <= end; from += STEP) {
            Vector<E> v = load(from);
            VectorMask<E> below = v.compare(VectorOperators.LT, middle);
            store(v.compress(below), less);
            store(v.compress(v.compare(VectorOperators.GE, middle)), rest);
            long count = below.trueCount() * (long) ELEMENT;
            less += count;
            rest += STEP - count;
        }
        for (; from < at + n * ELEMENT; from += ELEMENT) {
            long element = FORM.get(from);
            FORM.put(less, element);
            FORM.put(rest, element);
            long count = element < pivot ? ELEMENT : 0;
            less += count;
            rest += ELEMENT - count;
        }
        Raw.copy(room, less, rest - room);
        return (less - at) / ELEMENT;
    }

    /** Sorts what fits in {@link #VECTORS}, in the room, where the last vector is filled up with the greatest. */
    private void network(long at, long n, long room) {
        int vectors = (int) ((n + LENGTH - 1) / LENGTH);
        if (vectors == 0) {
            return;
        }
        store(exact(SPECIES.broadcast(GREATEST)), room + (vectors - 1) * (long) STEP);
        move(at, room, n);
        sortVectors(room, vectors);
        move(room, at, n);
    }

    private void move(long from, long to, long n) {
        if (n < LENGTH) {
            for (long i = 0; i < n * ELEMENT; i += ELEMENT) {
                FORM.put(to + i, FORM.get(from + i));
            }
            return;
        }
        long last = (n - LENGTH) * ELEMENT;
        for (long i = 0; i < last; i += STEP) {
            store(load(from + i), to + i);
        }
        store(load(from + last), to + last);
    }

    /** Sorts vectors: each in itself, then two runs at a time. What is missing to a power of 2 counts as greatest. */
    private void sortVectors(long at, int vectors) {
        long end = at + vectors * (long) STEP;
        startVectors(at, end);
        if (LENGTH == 16) {
            startSixteens(at, end);
        }
        for (int run = STEP; run < end - at; run *= 2) {
            cross(at, end, run);
            for (int distance = run / 2; distance >= STEP; distance /= 2) {
                halve(at, end, distance);
            }
            finishVectors(at, end);
        }
    }

    /** Compares each vector of a run with the one that mirrors it in the next run. */
    private void cross(long at, long end, int run) {
        for (long start = at; start + run < end; start += 2L * run) {
            long high = start + 2L * run - STEP;
            long low = start;
            if (high >= end) {
                low += high - end + STEP;
                high = end - STEP;
            }
            for (; low < high; low += STEP, high -= STEP) {
                Vector<E> a = load(low);
                Vector<E> b = exact(load(high).rearrange(shuffle(REVERSAL)));
                store(min(a, b), low);
                store(max(a, b), high);
            }
        }
    }

    /** Compares each vector with the one that comes some later. */
    private void halve(long at, long end, int distance) {
        for (long start = at; start + distance < end; start += 2L * distance) {
            for (long low = start; low < start + distance && low + distance < end; low += STEP) {
                Vector<E> a = load(low);
                Vector<E> b = load(low + distance);
                store(min(a, b), low);
                store(max(a, b), low + distance);
            }
        }
    }

    /** Sorts the lanes of vectors: of up to eight lanes all, else each eight of them. */
    private void startVectors(long at, long end) {
        for (long i = at; i < end; i += STEP) {
            Vector<E> v = stage(load(i), SWAP_1, ODD_1);
            if (LENGTH > 2) {
                v = stage(stage(v, SWAP_3, ODD_2), SWAP_1, ODD_1);
            }
            if (LENGTH > 4) {
                v = stage(stage(stage(v, SWAP_7, ODD_4), SWAP_2, ODD_2), SWAP_1, ODD_1);
            }
            store(v, i);
        }
    }

    private void startSixteens(long at, long end) {
        for (long i = at; i < end; i += STEP) {
            Vector<E> v = stage(stage(load(i), SWAP_15, ODD_8), SWAP_4, ODD_4);
            store(stage(stage(v, SWAP_2, ODD_2), SWAP_1, ODD_1), i);
        }
    }

    /** Sorts the lanes of vectors that go up and then down. */
    private void finishVectors(long at, long end) {
        for (long i = at; i < end; i += STEP) {
            Vector<E> v = load(i);
            if (LENGTH > 8) {
                v = stage(v, SWAP_8, ODD_8);
            }
            if (LENGTH > 4) {
                v = stage(v, SWAP_4, ODD_4);
            }
            if (LENGTH > 2) {
                v = stage(v, SWAP_2, ODD_2);
            }
            store(stage(v, SWAP_1, ODD_1), i);
        }
    }

    /** Compares lanes with others: the greater goes where the mask is set. */
    private Vector<E> stage(Vector<E> v, VectorShuffle<?> partner, VectorMask<?> greater) {
        Vector<E> other = exact(v.rearrange(shuffle(partner)));
        return exact(min(v, other).blend(max(v, other), mask(greater)));
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
