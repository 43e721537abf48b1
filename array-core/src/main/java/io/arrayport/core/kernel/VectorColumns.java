package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * Template: {@link ColumnSort} by merges of runs of rows, in which no lane changes its place. Rows are compared with
 * those that mirror them in the two halves of a run, then with those half as far away, and so on, twice for each time
 * that they are read. Behind the last row are greatest numbers, up to a power of two.
 */
final class VectorColumns<E> implements ColumnSort {
    /** @param keys of what is sorted; null if it is ints or longs itself */
    record Spec(VectorSpecies<?> species, @Nullable StripKeys keys) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final VectorSpecies<?> SPECIES = SPEC.species();
    private static final @Nullable StripKeys KEYS = SPEC.keys();
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int LENGTH = SPECIES.length();
    private static final long STEP = SPECIES.vectorByteSize();
    private static final Vector<?> GREATEST = SPECIES.broadcast(-1L >>> Long.SIZE - SPECIES.elementSize() + 1);
    private static final int FOUR = 4;

    @Override
    public int together() {
        return LENGTH;
    }

    @Override
    public void run(long from, long to, long step, long n, long room) {
        move(from, step, room, STEP, n);
        if (KEYS != null) {
            KEYS.keys(room, room, n * LENGTH);
        }
        sort(room, n);
        if (KEYS != null) {
            KEYS.numbers(room, room, n * LENGTH);
        }
        move(room, STEP, to, step, n);
    }

    private static long rows(long n) {
        return Math.max(FOUR, 2 * Long.highestOneBit(n - 1));
    }

    private void sort(long at, long n) {
        long end = at + n * STEP;
        long rows = rows(n);
        for (long row = end; row < at + rows * STEP; row += STEP) {
            store(GREATEST, row);
        }
        halves(at, end, STEP);
        mirrored(at, end, STEP);
        for (long run = 2 * FOUR; run <= rows; run *= 2) {
            mirrored(at, end, run / FOUR * STEP);
            // The last ones are next to each other; some are compared once more than they need be
            long apart = 1;
            while (2 * FOUR * 2 * apart < run) {
                apart *= FOUR;
            }
            for (; apart > 0; apart /= FOUR) {
                halves(at, end, apart * STEP);
            }
        }
    }

    /** Compares rows that mirror each other in runs of four quarters, and then those that are a quarter apart. */
    private void mirrored(long at, long end, long quarter) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long run = at; run + 2 * quarter < end; run += FOUR * quarter) {
            long low = run;
            long high = run + FOUR * quarter - STEP;
            for (; low < run + quarter; low += STEP) {
                Vector<E> a = load(low);
                Vector<E> b = load(low + quarter);
                Vector<E> c = load(high - quarter);
                Vector<E> d = load(high);
                Vector<E> first = min(a, d);
                Vector<E> second = min(b, c);
                Vector<E> third = max(b, c);
                Vector<E> fourth = max(a, d);
                store(min(first, second), low);
                store(max(first, second), low + quarter);
                store(min(third, fourth), high - quarter);
                store(max(third, fourth), high);
                high -= STEP;
            }
        }
    }

    /** Compares rows that are twice as far apart, and then those that are that far apart. */
    private void halves(long at, long end, long apart) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long run = at; run + apart < end; run += FOUR * apart) {
            for (long row = run; row < run + apart; row += STEP) {
                Vector<E> a = load(row);
                Vector<E> b = load(row + apart);
                Vector<E> c = load(row + 2 * apart);
                Vector<E> d = load(row + 3 * apart);
                Vector<E> first = min(a, c);
                Vector<E> second = min(b, d);
                Vector<E> third = max(a, c);
                Vector<E> fourth = max(b, d);
                store(min(first, second), row);
                store(max(first, second), row + apart);
                store(min(third, fourth), row + 2 * apart);
                store(max(third, fourth), row + 3 * apart);
            }
        }
    }

    private void move(long from, long fromStep, long to, long toStep, long n) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long row = 0; row < n; row++) {
            store(load(from + row * fromStep), to + row * toStep);
        }
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

    /** The cast that {@link Template} tells of. */
    @SuppressWarnings("unchecked") // SPECIES is the species of E: this class exists once per lane
    private Vector<E> exact(Vector<?> v) {
        return (Vector<E>) VECTOR.cast(v);
    }
}
