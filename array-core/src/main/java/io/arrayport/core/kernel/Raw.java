package io.arrayport.core.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

import io.arrayport.core.memory.Memory;

/**
 * Elements at raw addresses, of any alignment, in native order. One constant segment over all memory lets the
 * compiler drop the checks that a segment per array would cost; a heap segment must never come this way, its profile
 * would stay.
 */
final class Raw {
    static final MemorySegment MEMORY = Memory.RAW;

    private static final long MOST = Long.MAX_VALUE >>> 1;

    private Raw() {}

    /**
     * Returns the address, now known to be small enough that what lies a few bytes behind it is memory too: the
     * compiler then leaves out a check for each of these.
     */
    static long known(long address) {
        return address & MOST;
    }

    static byte i8(long address) {
        return MEMORY.get(JAVA_BYTE, address);
    }

    static short i16(long address) {
        return MEMORY.get(JAVA_SHORT_UNALIGNED, address);
    }

    static int i32(long address) {
        return MEMORY.get(JAVA_INT_UNALIGNED, address);
    }

    static long i64(long address) {
        return MEMORY.get(JAVA_LONG_UNALIGNED, address);
    }

    static float f32(long address) {
        return MEMORY.get(JAVA_FLOAT_UNALIGNED, address);
    }

    static double f64(long address) {
        return MEMORY.get(JAVA_DOUBLE_UNALIGNED, address);
    }

    static void i8(long address, byte value) {
        MEMORY.set(JAVA_BYTE, address, value);
    }

    static void i16(long address, short value) {
        MEMORY.set(JAVA_SHORT_UNALIGNED, address, value);
    }

    static void i32(long address, int value) {
        MEMORY.set(JAVA_INT_UNALIGNED, address, value);
    }

    static void i64(long address, long value) {
        MEMORY.set(JAVA_LONG_UNALIGNED, address, value);
    }

    static void f32(long address, float value) {
        MEMORY.set(JAVA_FLOAT_UNALIGNED, address, value);
    }

    static void f64(long address, double value) {
        MEMORY.set(JAVA_DOUBLE_UNALIGNED, address, value);
    }

    static void copy(long from, long to, long bytes) {
        MemorySegment.copy(MEMORY, from, MEMORY, to, bytes);
    }
}
