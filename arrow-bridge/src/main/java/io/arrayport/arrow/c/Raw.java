package io.arrayport.arrow.c;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import io.arrayport.arrow.column.Lines;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.memory.Memory;

/** Words, bytes and strings at addresses. */
final class Raw {
    private static final MemorySegment RAW = Memory.RAW;
    private static final VarHandle ATOMIC = JAVA_LONG.varHandle();

    private Raw() {}

    /** Whether so many bytes can lie there; that they do nobody can see. */
    static boolean isRange(long address, long bytes) {
        return address > 0 && address <= Long.MAX_VALUE - bytes;
    }

    /** A pointer for messages. */
    static String shown(long address) {
        return address == 0 ? "NULL" : "0x" + Long.toHexString(address);
    }

    static long word(long address) {
        return RAW.get(JAVA_LONG_UNALIGNED, address);
    }

    static void word(long address, long value) {
        RAW.set(JAVA_LONG_UNALIGNED, address, value);
    }

    static int integer(long address) {
        return RAW.get(JAVA_INT_UNALIGNED, address);
    }

    static void integer(long address, int value) {
        RAW.set(JAVA_INT_UNALIGNED, address, value);
    }

    /** Sets the word to 0 and returns what it was: something else for exactly one of all that try at once. */
    static long take(long address) {
        return (long) ATOMIC.getAndSet(RAW, address, 0L);
    }

    static void clear(long address, long bytes) {
        RAW.asSlice(address, bytes).fill((byte) 0);
    }

    /**
     * The text of a C string.
     *
     * @param what for the error: the operation, the struct and the member
     * @throws ForeignDescriptorException where it is longer than {@code longest} bytes, or no UTF-8
     */
    static String string(Supplier<String> what, long address, int longest) {
        int length = 0;
        while (RAW.get(JAVA_BYTE, address + length) != 0) {
            length++;
            if (length > longest) {
                throw new ForeignDescriptorException(Lines.one(what.get() + ": expected a C string of up to " + longest
                        + " bytes, found no end"));
            }
        }
        return text(what, address, length);
    }

    /** {@code length} bytes of UTF-8. */
    static String text(Supplier<String> what, long address, int length) {
        byte[] bytes = new byte[length];
        MemorySegment.copy(RAW, JAVA_BYTE, address, bytes, 0, length);
        boolean ascii = true;
        for (byte one : bytes) {
            ascii &= one >= 0;
        }
        if (ascii) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException broken) {
            throw new ForeignDescriptorException(
                    Lines.one(what.get() + ": its " + length + " bytes are no UTF-8"), broken);
        }
    }

    static void bytes(long address, byte... bytes) {
        MemorySegment.copy(bytes, 0, RAW, JAVA_BYTE, address, bytes.length);
    }
}
