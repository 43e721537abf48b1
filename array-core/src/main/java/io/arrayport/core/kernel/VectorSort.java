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
 * to one side, the others to the other. What fits in a few vectors is sorted by a network, in the room.
 */
final class VectorSort<E> implements StripSort {
    /**
     * @param form of the elements
     * @param network sorts what fits in a few vectors
     * @param twin takes what has been cut badly again and again
     */
    record Spec(VectorSpecies<?> species, Whole form, SortNetwork network, StripSort twin) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final Whole FORM = SPEC.form();
    private static final SortNetwork NETWORK = SPEC.network();
    private static final StripSort TWIN = SPEC.twin();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int LENGTH = SPECIES.length();
    private static final int ELEMENT = SPECIES.elementSize() / Byte.SIZE;
    private static final int STEP = LENGTH * ELEMENT;
    private static final long GREATEST = -1L >>> Long.SIZE - SPECIES.elementSize() + 1;

    private static final Vector<?> IOTA = SPECIES.zero().addIndex(1);
    private static final VectorShuffle<?> NEXT = VectorTypes.turn(SPECIES, 1);
    private static final VectorShuffle<?> SECOND = VectorTypes.turn(SPECIES, 2);
    private static final VectorShuffle<?> THIRD = VectorTypes.turn(SPECIES, 3);
    private static final VectorShuffle<?> SIXTH = VectorTypes.turn(SPECIES, 6);
    private static final long PART = Template.PART * STEP;

    /** Elements that the network sorts. */
    private static final int FEW = SortNetwork.VECTORS * LENGTH;
    private static final long FEW_BYTES = (long) SortNetwork.VECTORS * STEP;
    private static final int SAMPLE = 8 * LENGTH;
    /** Elements that a core's own caches hold with as many beside; measured. */
    private static final int NEAR = (1 << 18) / ELEMENT;
    /** Bytes that are read at a time where elements are exchanged, and where it stands how far that is. */
    private static final long BLOCK = 4L * STEP;
    private static final int RIGHT = Long.BYTES;
    private static final int LOW = 2 * Long.BYTES;
    private static final int HIGH = 3 * Long.BYTES;
    private static final VectorShuffle<?> REVERSED = VectorTypes.reversed(SPECIES);
    /** From here on a pivot is worth looking for among more elements. */
    private static final int MANY = 4096;

    @Override
    public void run(long from, long at, long n, long room) {
        long source = n > NEAR ? brought(from, at, n) : from;
        if (n > 1 || source != at) {
            sort(source, at, n, room + 2 * FEW_BYTES, room, 2 * (Long.SIZE - Long.numberOfLeadingZeros(n)),
                    at + n * ELEMENT);
        }
    }

    private static long brought(long from, long at, long n) {
        if (from != at) {
            Raw.copy(from, at, n * ELEMENT);
        }
        return at;
    }

    /**
     * Sorts elements. Many are cut in two where they lie. Of those that a cache holds with as many more, those below a
     * pivot stay where they lie, and the others go beside, which takes less: then each part has its place in the end
     * and as much memory beside, its elements are in one of the two, and what lies behind that place is free while the
     * part is sorted.
     *
     * @param from where they are: at {@code to}, where they go, or if they are not many where nothing is written
     * @param beside memory for as many elements
     * @param room memory for some vectors
     * @param cuts how often it may be cut in two
     * @param end up to here what lies behind is free
     */
    private void sort(long from, long to, long count, long beside, long room, int cuts, long end) {
        long at = to;
        long n = count;
        long other = beside;
        long source = from;
        for (int left = cuts; n > FEW; left--) {
            if (left == 0) {
                finish(source, at, n, other);
                return;
            }
            long pivot = pivot(source, n, room);
            boolean inPlace = n > NEAR;
            long less = cut(source, n, pivot, at, other, room);
            if (less > 0 && inPlace) {
                sort(at, at, less, other, room, left - 1, at + less * ELEMENT);
            } else if (less > 0) {
                sort(at, at, less, other + (n - less) * ELEMENT, room, left - 1, end);
            } else {
                less = leading(n, pivot, at, other, room);
            }
            at += less * ELEMENT;
            n -= less;
            source = inPlace ? at : other;
        }
        few(source, n, at, room, end);
    }

    /** Brings what is below the pivot to {@code at}, and the rest behind it, or beside if it is near. */
    private long cut(long source, long n, long pivot, long at, long beside, long room) {
        return n > NEAR ? exchange(at, n, pivot, room) : partition(source, n, pivot, at, beside);
    }

    /** Of elements that have been cut where the pivot is the least: all that are equal to it come first. */
    private long leading(long n, long pivot, long at, long beside, long room) {
        if (pivot == GREATEST) {
            return n > NEAR ? n : move(beside, at, n);
        }
        return cut(beside, n, pivot + 1, at, beside, room);
    }

    /** Sorts what the network takes. */
    private void few(long source, long n, long at, long room, long end) {
        long from = source;
        if (n < LENGTH) {
            from = room + STEP;
            move(source, from, n);
        }
        if (end - at >= (n > FEW / 2 ? FEW_BYTES : FEW_BYTES / 2)) {
            NETWORK.sort(from, n, at, room);
        } else {
            NETWORK.sort(from, n, room + FEW_BYTES, room);
            move(room + FEW_BYTES, at, n);
        }
    }

    @Override
    public boolean parts(long n) {
        return true;
    }

    @Override
    public void part(long from, long at, long n, long[] ranks, long room) {
        if (n <= FEW) {
            few(from, n, at, room, at);
            return;
        }
        part(brought(from, at, n), n, ranks, 0, ranks.length, 0, room + 2 * FEW_BYTES, room,
                2 * (Long.SIZE - Long.numberOfLeadingZeros(n)));
    }

    /**
     * As {@link #sort}, of those parts in which ranks lie; others are brought to their places only.
     *
     * @param first the first of the ranks that lie here, and {@code last} the end of them
     * @param start the rank of the element that comes first
     */
    private void part(long from, long count, long[] ranks, int first, int last, long start, long beside, long room,
            int cuts) {
        long at = from;
        long n = count;
        long before = start;
        long source = at;
        int next = first;
        for (int left = cuts; n > FEW; left--) {
            if (left == 0) {
                finish(source, at, n, beside);
                return;
            }
            long pivot = pivot(source, n, room);
            boolean inPlace = n > NEAR;
            long less = cut(source, n, pivot, at, beside, room);
            boolean equal = less == 0;
            if (equal) {
                less = leading(n, pivot, at, beside, room);
            }
            int low = next;
            while (next < last && ranks[next] < before + less) {
                next++;
            }
            if (next == last) {
                if (!inPlace) {
                    move(beside, at + less * ELEMENT, n - less);
                }
                if (equal) {
                    return;
                }
                n = less;
                next = low;
                source = at;
            } else {
                if (next > low && !equal) {
                    part(at, less, ranks, low, next, before, inPlace ? beside : beside + (n - less) * ELEMENT, room,
                            left - 1);
                }
                at += less * ELEMENT;
                n -= less;
                before += less;
                source = inPlace ? at : beside;
            }
        }
        few(source, n, at, room, at);
    }

    /** Sorts what has been cut badly again and again; {@code room} may be {@code source}. */
    private void finish(long source, long at, long n, long room) {
        if (source != at) {
            Raw.copy(source, at, n * ELEMENT);
        }
        TWIN.run(at, at, n, room);
    }

    /** Returns an element that about half of the others are below. */
    private long pivot(long at, long n, long room) {
        if (n <= MANY) {
            return middle(at, n / 3 * ELEMENT, room);
        }
        long step = n / SAMPLE * ELEMENT;
        for (int i = 0; i < SAMPLE; i++) {
            FORM.put(room + (long) i * ELEMENT, FORM.get(at + i * step + step / 2 / ELEMENT * ELEMENT));
        }
        NETWORK.sort(room, SAMPLE, room + FEW_BYTES, room);
        return FORM.get(room + FEW_BYTES + SAMPLE / 2 * (long) ELEMENT);
    }

    /** Returns the middle one of three, of which each is that of three, of which each is that of three elements. */
    private long middle(long at, long step, long room) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> v = middle(load(at), load(at + step), load(at + 2 * step));
        v = middle(v, turned(v, NEXT), turned(v, SECOND));
        store(middle(v, turned(v, THIRD), turned(v, SIXTH)), room);
        return FORM.get(room);
    }

    private Vector<E> middle(Vector<E> a, Vector<E> b, Vector<E> c) {
        return max(min(a, b), min(max(a, b), c));
    }

    private Vector<E> min(Vector<E> a, Vector<E> b) {
        return exact(a.lanewise(VectorOperators.MIN, b));
    }

    private Vector<E> max(Vector<E> a, Vector<E> b) {
        return exact(a.lanewise(VectorOperators.MAX, b));
    }

    @SuppressWarnings("unchecked") // as exact
    private Vector<E> turned(Vector<E> v, VectorShuffle<?> shuffle) {
        return exact(v.rearrange((VectorShuffle<E>) shuffle));
    }

    /**
     * Brings what is below the pivot to {@code at}, and the rest to {@code beside}, of which one is where the elements
     * come from; returns how many are below.
     */
    private long partition(long source, long n, long pivot, long at, long beside) {
        long whole = source + n / LENGTH * STEP;
        long from = source;
        long less = at;
        while (whole - from > PART) {
            less = split(from, from + PART, 0, pivot, less, beside + (from - source) - (less - at));
            from += PART;
        }
        less = split(from, whole, n % LENGTH, pivot, less, beside + (from - source) - (less - at));
        return (less - at) / ELEMENT;
    }

    /** The same with some vectors, and a few elements behind them; returns where those that are below end. */
    private long split(long from, long stop, long few, long pivot, long at, long beside) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> middle = exact(SPECIES.broadcast(pivot));
        long less = at;
        long rest = beside;
        for (long i = from; i < stop; i += STEP) {
            Vector<E> v = load(i);
            VectorMask<E> below = v.compare(VectorOperators.LT, middle);
            store(v.compress(below), less);
            store(v.compress(below.not()), rest);
            long count = below.trueCount() * (long) ELEMENT;
            less += count;
            rest += STEP - count;
        }
        // The last vector, of which elements before these have been overwritten
        VectorMask<E> there = exact(IOTA).compare(VectorOperators.GE, LENGTH - few);
        Vector<E> v = load(stop + few * ELEMENT - STEP);
        VectorMask<E> below = v.compare(VectorOperators.LT, middle).and(there);
        long count = below.trueCount();
        storeFirst(count, v.compress(below), less);
        storeFirst(few - count, v.compress(there.andNot(below)), rest);
        return less + count * ELEMENT;
    }

    /**
     * Brings what is below the pivot to the front of elements, and the rest to their end; returns how many are below.
     * The first and the last ones are put aside: so there is room on both sides, for as many as are read at a time from
     * the side that has less of it.
     *
     * @param n more than {@link #NEAR}
     */
    private long exchange(long at, long n, long pivot, long room) {
        long end = at + n * ELEMENT;
        long whole = n * ELEMENT / BLOCK * BLOCK;
        Raw.copy(at, room, BLOCK);
        long behind = end - (at + whole - BLOCK);
        Raw.copy(end - behind, room + BLOCK, behind);
        long state = room + 4 * BLOCK;
        Raw.i64(state, at + BLOCK);
        Raw.i64(state + RIGHT, end - behind);
        Raw.i64(state + LOW, at);
        Raw.i64(state + HIGH, end);
        while (Raw.i64(state) < Raw.i64(state + RIGHT)) {
            exchangeSome(state, pivot);
        }
        return (restore(room, room + (BLOCK + behind) / STEP * STEP, (BLOCK + behind) % STEP / ELEMENT, pivot,
                Raw.i64(state + LOW), Raw.i64(state + HIGH)) - at) / ELEMENT;
    }

    /** Some blocks of {@link #exchange}: what is left of them, and of the room on both sides, stands in memory. */
    private void exchangeSome(long state, long pivot) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> middle = exact(SPECIES.broadcast(pivot));
        long left = Raw.i64(state);
        long right = Raw.i64(state + RIGHT);
        long low = Raw.i64(state + LOW);
        long high = Raw.i64(state + HIGH);
        long rest = Math.max(0, right - left - Template.PART * BLOCK);
        while (right - left > rest) {
            long block = left;
            if (left - low <= high - right) {
                left += BLOCK;
            } else {
                right -= BLOCK;
                block = right;
            }
            Vector<E> a = load(block);
            Vector<E> b = load(block + STEP);
            Vector<E> c = load(block + 2L * STEP);
            Vector<E> d = load(block + 3L * STEP);
            long less = give(a, middle, low, high);
            high -= STEP - less;
            low += less;
            less = give(b, middle, low, high);
            high -= STEP - less;
            low += less;
            less = give(c, middle, low, high);
            high -= STEP - less;
            low += less;
            less = give(d, middle, low, high);
            high -= STEP - less;
            low += less;
        }
        Raw.i64(state, left);
        Raw.i64(state + RIGHT, right);
        Raw.i64(state + LOW, low);
        Raw.i64(state + HIGH, high);
    }

    /** Writes lanes below the pivot from {@code low} on, others before {@code high}; returns bytes of the first. */
    private long give(Vector<E> v, Vector<E> middle, long low, long high) {
        VectorMask<E> below = v.compare(VectorOperators.LT, middle);
        store(turned(exact(v.compress(below.not())), REVERSED), high - STEP);
        store(v.compress(below), low);
        return below.trueCount() * (long) ELEMENT;
    }

    /** Brings back what was put aside, for which there is just room enough; returns where those that are below end. */
    private long restore(long from, long stop, long few, long pivot, long at, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        Vector<E> middle = exact(SPECIES.broadcast(pivot));
        long low = at;
        long high = end;
        for (long i = from; i < stop; i += STEP) {
            Vector<E> v = load(i);
            VectorMask<E> below = v.compare(VectorOperators.LT, middle);
            long count = below.trueCount();
            store(turned(exact(v.compress(below.not())), REVERSED), high - STEP);
            storeFirst(count, v.compress(below), low);
            low += count * ELEMENT;
            high -= STEP - count * ELEMENT;
        }
        VectorMask<E> there = exact(IOTA).compare(VectorOperators.GE, LENGTH - few);
        Vector<E> v = load(stop + few * ELEMENT - STEP);
        VectorMask<E> below = v.compare(VectorOperators.LT, middle).and(there);
        long count = below.trueCount();
        storeFirst(count, v.compress(below), low);
        storeFirst(few - count, v.compress(there.andNot(below)), low + count * ELEMENT);
        return low + count * ELEMENT;
    }

    private void storeFirst(long count, Vector<E> vector, long address) {
        vector.intoMemorySegment(Raw.MEMORY, address, ByteOrder.nativeOrder(),
                exact(IOTA).compare(VectorOperators.LT, count));
    }

    /** Copies elements, and returns how many. */
    private long move(long from, long to, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        if (n < LENGTH) {
            for (long i = 0; i < n * ELEMENT; i += ELEMENT) {
                FORM.put(to + i, FORM.get(from + i));
            }
            return n;
        }
        long last = (n - LENGTH) * ELEMENT;
        for (long i = 0; i < last; i += STEP) {
            store(load(from + i), to + i);
        }
        store(load(from + last), to + last);
        return n;
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
