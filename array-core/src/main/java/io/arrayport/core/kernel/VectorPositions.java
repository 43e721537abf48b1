package io.arrayport.core.kernel;

import java.nio.ByteOrder;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link PositionKernel} of bools that lie one after the other: eight of them are a mask, by which their positions are
 * compressed.
 */
record VectorPositions(PositionKernel twin) implements PositionKernel {
    private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_512;
    private static final LongVector EIGHT = (LongVector) SPECIES.zero().addIndex(1);

    /** Returns whether this machine compresses eight longs by an instruction, bools in the order of their bits. */
    static boolean fits() {
        return LongVector.SPECIES_PREFERRED == SPECIES && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    }

    @Override
    public long write(long mask, long stride, long n, long first, long out, long end) {
        return stride == 1 ? eights(mask, n, first, out, end) : twin.write(mask, stride, n, first, out, end);
    }

    private long eights(long mask, long n, long first, long out, long end) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        long to = out;
        long done = 0;
        while (done + Long.BYTES <= n && to + 7 * Long.BYTES <= end) {
            long eight = Bools.ones(Raw.i64(mask + done));
            if (eight != 0) {
                long bits = eight * 0x0102_0408_1020_4080L >>> 56;
                VectorMask<Long> there = VectorMask.fromLong(SPECIES, bits);
                exact(exact(EIGHT.add(first + done)).compress(there))
                        .intoMemorySegment(Raw.MEMORY, to, ByteOrder.nativeOrder());
                to += (long) Long.BYTES * Long.bitCount(bits);
            }
            done += Long.BYTES;
        }
        return twin.write(mask + done, 1, n - done, first + done, to, end);
    }

    /** The cast that {@link Template} tells of. */
    private static LongVector exact(LongVector v) {
        return (LongVector) SPECIES.vectorType().cast(v);
    }
}
