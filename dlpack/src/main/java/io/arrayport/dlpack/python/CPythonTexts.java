package io.arrayport.dlpack.python;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.arrayport.core.memory.Memory;

/** CPython's functions for str, as {@link CPython} the others. */
final class CPythonTexts {
    private static final CFunction MAKE = CFunction.ofPointer("PyUnicode_FromStringAndSize", 2);
    private static final CFunction UTF8 = CFunction.ofPointer("PyUnicode_AsUTF8AndSize", 2);

    private CPythonTexts() {}

    /** @throws IllegalArgumentException if the text has half a surrogate pair, which UTF-8 does not write */
    static long unicodeNew(String text) {
        return CPythonErrors.value(made(text));
    }

    /** 0, and nothing raised, where there is no memory for it. */
    static long unicodeOrNullNew(String text) {
        return CPythonErrors.orNull(made(text));
    }

    private static long made(String text) {
        byte[] bytes = utf8(text);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment utf8 = arena.allocate(Math.max(1, bytes.length));
            MemorySegment.copy(bytes, 0, utf8, JAVA_BYTE, 0, bytes.length);
            return MAKE.pointer(utf8.address(), bytes.length);
        }
    }

    private static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException surrogate) {
            throw new IllegalArgumentException("python: a text of " + text.length() + " characters has half a"
                    + " surrogate pair, which is no character and does not go to Python as one; leave it out",
                    surrogate);
        }
    }

    /** The text of a str. */
    static String string(long unicode) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(JAVA_LONG);
            return text(CPythonErrors.value(UTF8.pointer(unicode, size.address())), size.get(JAVA_LONG, 0));
        }
    }

    /** The text of a str; empty, and nothing raised, where it is none, or 0. */
    static Optional<String> stringIfAny(long object) {
        if (object == 0) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(JAVA_LONG);
            long utf8 = CPythonErrors.orNull(UTF8.pointer(object, size.address()));
            return utf8 == 0 ? Optional.empty() : Optional.of(text(utf8, size.get(JAVA_LONG, 0)));
        }
    }

    private static String text(long utf8, long size) {
        byte[] bytes = new byte[Math.toIntExact(size)];
        MemorySegment.copy(Memory.RAW, JAVA_BYTE, utf8, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
