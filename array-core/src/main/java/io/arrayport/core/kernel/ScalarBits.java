package io.arrayport.core.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** {@link BitKernel} of eight at a time. */
final class ScalarBits implements BitKernel {
    private static final ValueLayout.OfLong EIGHT = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST = 0x0101010101010101L;

    @Override
    public void pack(long bools, long n, long bytes, boolean highest) {
        long whole = n / 8;
        for (long i = 0; i < whole; i++) {
            Raw.i8(bytes + i, packed(Raw.MEMORY.get(EIGHT, bools + 8 * i), highest));
        }
        if (8 * whole < n) {
            long rest = 0;
            for (long i = 8 * whole; i < n; i++) {
                rest |= (Raw.i8(bools + i) & 0xFFL) << 8 * (i - 8 * whole);
            }
            Raw.i8(bytes + whole, packed(rest, highest));
        }
    }

    private static byte packed(long eight, boolean highest) {
        long ones = Bools.ones(eight);
        return (byte) Long.compress(highest ? Long.reverseBytes(ones) : ones, LOWEST);
    }

    @Override
    public void unpack(long bytes, long n, long bools, boolean highest) {
        long whole = n / 8;
        for (long i = 0; i < whole; i++) {
            Raw.MEMORY.set(EIGHT, bools + 8 * i, unpacked(Raw.i8(bytes + i), highest));
        }
        if (8 * whole < n) {
            long eight = unpacked(Raw.i8(bytes + whole), highest);
            for (long i = 8 * whole; i < n; i++) {
                Raw.i8(bools + i, (byte) (eight >>> 8 * (i - 8 * whole)));
            }
        }
    }

    private static long unpacked(byte bits, boolean highest) {
        long eight = Long.expand(bits & 0xFF, LOWEST);
        return highest ? Long.reverseBytes(eight) : eight;
    }
}
