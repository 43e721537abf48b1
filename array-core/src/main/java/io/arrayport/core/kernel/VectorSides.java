package io.arrayport.core.kernel;

import java.nio.ByteOrder;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link SideKernel} eight longs at a time, whose positions are compressed to each side. */
record VectorSides() implements SideKernel {
    private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_512;
    private static final LongVector EIGHT = (LongVector) SPECIES.zero().addIndex(1);
    private static final int LENGTH = 8;
    private static final long STEP = (long) LENGTH * Long.BYTES;

    @Override
    public void run(long longs, long first, long n, long pivot, long[] to) {
        long whole = n - n % LENGTH;
        for (long done = 0; done < whole; done += Template.PART) {
            part(longs + done * Long.BYTES, first + done, Math.min(Template.PART, whole - done), pivot, to);
        }
        SideKernel.scalar(longs + whole * Long.BYTES, first + whole, n - whole, pivot, to);
    }

    /** A strip's end is never passed: it is as far from where the next position goes as the longs' end. */
    private static void part(long longs, long first, long n, long pivot, long[] to) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long less = to[LESS];
        long equal = to[EQUAL];
        long greater = to[GREATER];
        LongVector positions = exact(EIGHT.add(first));
        for (long at = longs; at < longs + n * Long.BYTES; at += STEP) {
            LongVector own = exact(LongVector.fromMemorySegment(SPECIES, Raw.MEMORY, at, ByteOrder.nativeOrder()));
            VectorMask<Long> isLess = own.compare(VectorOperators.LT, pivot);
            VectorMask<Long> isGreater = own.compare(VectorOperators.GT, pivot);
            VectorMask<Long> isEqual = own.compare(VectorOperators.EQ, pivot);
            store(positions, isLess, less);
            store(positions, isGreater, greater);
            store(positions, isEqual, equal);
            less += (long) Long.BYTES * isLess.trueCount();
            greater += (long) Long.BYTES * isGreater.trueCount();
            equal += (long) Long.BYTES * isEqual.trueCount();
            positions = exact(positions.add(LENGTH));
        }
        to[LESS] = less;
        to[EQUAL] = equal;
        to[GREATER] = greater;
    }

    private static void store(LongVector positions, VectorMask<Long> which, long to) {
        exact(positions.compress(which)).intoMemorySegment(Raw.MEMORY, to, ByteOrder.nativeOrder());
    }

    /** The cast that {@link Template} tells of. */
    private static LongVector exact(LongVector v) {
        return (LongVector) SPECIES.vectorType().cast(v);
    }
}
