package io.arrayport.core.ufunc;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.memory.Memory;

/** Single elements by address, as Java's primitives. The caller holds a lease on what the address lies in. */
final class Primitives {
    private Primitives() {}

    static double real(long at) {
        return Memory.RAW.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at);
    }

    static float single(long at) {
        return Memory.RAW.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at);
    }

    static long whole(long at) {
        return Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
    }

    static int narrow(long at) {
        return Memory.RAW.get(ValueLayout.JAVA_INT_UNALIGNED, at);
    }

    static boolean truth(long at) {
        return Memory.RAW.get(ValueLayout.JAVA_BYTE, at) != 0;
    }

    static void put(long at, double value) {
        Memory.RAW.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at, value);
    }

    static void put(long at, float value) {
        Memory.RAW.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at, value);
    }

    static void put(long at, long value) {
        Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, at, value);
    }

    static void put(long at, int value) {
        Memory.RAW.set(ValueLayout.JAVA_INT_UNALIGNED, at, value);
    }

    static void put(long at, boolean value) {
        Memory.RAW.set(ValueLayout.JAVA_BYTE, at, (byte) (value ? 1 : 0));
    }
}
