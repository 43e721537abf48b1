package io.arrayport.arrow;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.arrayport.core.memory.Memory;

/** The structs of the C data interface as words at addresses. */
final class HostileStructs {
    static final int SCHEMA_BYTES = 72;
    static final int ARRAY_BYTES = 80;

    private HostileStructs() {}

    static long word(long address) {
        return Memory.RAW.get(JAVA_LONG_UNALIGNED, address);
    }

    static void word(long address, long value) {
        Memory.RAW.set(JAVA_LONG_UNALIGNED, address, value);
    }
}
