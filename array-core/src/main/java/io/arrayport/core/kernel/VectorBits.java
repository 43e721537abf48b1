package io.arrayport.core.kernel;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link BitKernel} of 64 at a time: bits are the mask that a comparison of as many bytes gives. */
record VectorBits(BitKernel twin) implements BitKernel {
    private static final VectorSpecies<Byte> SPECIES = ByteVector.SPECIES_512;
    private static final ByteVector ONE = ByteVector.broadcast(SPECIES, 1);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int STEP = 64;

    /** Returns whether this machine has masks of 64 bytes. */
    static boolean fits() {
        return ByteVector.SPECIES_PREFERRED.equals(SPECIES);
    }

    @Override
    public void pack(long bools, long n, long bytes, boolean highest) {
        long whole = n / STEP * STEP;
        if (whole > 0) {
            packWhole(bools, whole, bytes, highest);
        }
        if (whole > 0 && whole < n) {
            packRest(bools + n - STEP, (int) (n - whole), bytes + whole / 8, highest);
        } else {
            twin.pack(bools + whole, n - whole, bytes + whole / 8, highest);
        }
    }

    private static void packWhole(long bools, long n, long bytes, boolean highest) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = 0; i < n; i += STEP) {
            long bits = truth(bools + i);
            Raw.MEMORY.set(LONG, bytes + i / 8, highest ? mirrored(bits) : bits);
        }
    }

    /** The last of 64, some of which have been written. */
    private static void packRest(long bools, int n, long bytes, boolean highest) {
        long bits = truth(bools) >>> STEP - n;
        long mirrored = highest ? mirrored(bits) : bits;
        for (int i = 0; 8 * i < n; i++) {
            Raw.i8(bytes + i, (byte) (mirrored >>> 8 * i));
        }
    }

    private static long truth(long address) {
        return exact(ByteVector.fromMemorySegment(SPECIES, Raw.MEMORY, address, ByteOrder.nativeOrder()))
                .compare(VectorOperators.NE, (byte) 0).toLong();
    }

    /** The bits of each byte in the other order. */
    private static long mirrored(long bits) {
        return Long.reverseBytes(Long.reverse(bits));
    }

    @Override
    public void unpack(long bytes, long n, long bools, boolean highest) {
        long whole = n / STEP * STEP;
        if (whole > 0) {
            unpackWhole(bytes, whole, bools, highest);
        }
        twin.unpack(bytes + whole / 8, n - whole, bools + whole, highest);
    }

    private static void unpackWhole(long bytes, long n, long bools, boolean highest) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        for (long i = 0; i < n; i += STEP) {
            long bits = Raw.MEMORY.get(LONG, bytes + i / 8);
            put(VectorMask.fromLong(SPECIES, highest ? mirrored(bits) : bits), bools + i);
        }
    }

    private static void put(VectorMask<Byte> there, long address) {
        exact(ByteVector.zero(SPECIES).blend(ONE, there)).intoMemorySegment(Raw.MEMORY, address,
                ByteOrder.nativeOrder());
    }

    /** The cast that {@link Template} tells of. */
    private static ByteVector exact(ByteVector v) {
        return (ByteVector) SPECIES.vectorType().cast(v);
    }
}
