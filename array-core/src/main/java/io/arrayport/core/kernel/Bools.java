package io.arrayport.core.kernel;

import java.nio.ByteOrder;

/** Masks as bools. */
final class Bools {
    private Bools() {}

    /** 1 if the byte is not 0, else 0; never a branch. */
    static int bit(byte bool) {
        return (bool | -bool) >>> 31;
    }

    /** The first address if the byte is not 0, else the second; never a branch. */
    static long either(byte bool, long first, long second) {
        return second ^ (first ^ second) & -bit(bool);
    }

    /** Each byte of eight that is not 0 as 1. */
    static long ones(long eight) {
        long carried = (eight & 0x7F7F_7F7F_7F7F_7F7FL) + 0x7F7F_7F7F_7F7F_7F7FL | eight;
        return carried >>> 7 & 0x0101_0101_0101_0101L;
    }

    /** How many of eight bytes are not 0: up to each, itself included, in the order of memory from the lowest byte. */
    static long sums(long eight) {
        long ones = ones(eight);
        return (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? ones : Long.reverseBytes(ones))
                * 0x0101_0101_0101_0101L;
    }

    /** How many are before the i-th, by their sums. */
    static long before(long sums, int i) {
        return sums << 8 >>> 8 * i & 0xFF;
    }

    /** Bit i of eight as byte i, in memory's order: each bit is left alone in a copy, then carried to the top bit. */
    static long spread(long eight) {
        long alone = eight * 0x0101_0101_0101_0101L & 0x8040_2010_0804_0201L;
        long bytes = alone + 0x7F7F_7F7F_7F7F_7F7FL >>> 7 & 0x0101_0101_0101_0101L;
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? bytes : Long.reverseBytes(bytes);
    }
}
