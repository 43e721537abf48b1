package io.arrayport.arrow.ipc;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Arrow's bitmap of valid rows, least significant bit first. */
public final class ValidityBitmap {
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private ValidityBitmap() {}

    /**
     * How many of the first {@code rows} bits are zero.
     *
     * @param bits at least {@code rows / 8} bytes, rounded up
     */
    public static long zeros(MemorySegment bits, long rows) {
        long words = rows / Long.SIZE;
        long ones = 0;
        for (long i = 0; i < words; i++) {
            ones += Long.bitCount(bits.get(WORD, i * Long.BYTES));
        }
        for (long row = words * Long.SIZE; row < rows; row++) {
            ones += bits.get(ValueLayout.JAVA_BYTE, row / Byte.SIZE) >> (row % Byte.SIZE) & 1;
        }
        return rows - ones;
    }
}
