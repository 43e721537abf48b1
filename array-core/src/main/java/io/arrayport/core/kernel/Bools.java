package io.arrayport.core.kernel;

import java.nio.ByteOrder;

/** Masks as bools. */
final class Bools {
    private Bools() {}

    /** Bit i of eight as byte i, in memory's order: each bit is left alone in a copy, then carried to the top bit. */
    static long spread(long eight) {
        long alone = eight * 0x0101_0101_0101_0101L & 0x8040_2010_0804_0201L;
        long bytes = alone + 0x7F7F_7F7F_7F7F_7F7FL >>> 7 & 0x0101_0101_0101_0101L;
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? bytes : Long.reverseBytes(bytes);
    }
}
