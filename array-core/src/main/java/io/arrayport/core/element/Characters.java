package io.arrayport.core.element;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.memory.Memory;

/** Reads and writes fixed-width strings at an address: characters up to the trailing NULs, which fill an element up. */
public final class Characters {
    private static final int ASCII = 0x80;

    private Characters() {}

    /** Returns how many characters there are before the trailing NULs. */
    public static int length(TextType type, long at) {
        int unit = type.unit();
        int length = type.length();
        while (length > 0 && isNul(unit, at + (long) (length - 1) * unit)) {
            length--;
        }
        return length;
    }

    private static boolean isNul(int unit, long at) {
        return unit == 1 ? Memory.RAW.get(ValueLayout.JAVA_BYTE, at) == 0
                : Memory.RAW.get(ValueLayout.JAVA_INT_UNALIGNED, at) == 0;
    }

    /** Returns the character at {@code i}: a code point, or a byte from 0 to 255. */
    public static int get(TextType type, long at, int i) {
        return (int) Element.bits(type.unit(), type.order(), at + (long) i * type.unit());
    }

    /** Writes a character. */
    public static void put(TextType type, long at, int i, int character) {
        Element.put(type.unit(), type.order(), at + (long) i * type.unit(), character);
    }

    /**
     * Returns the string; bytes are taken for Latin-1, which keeps each of them.
     *
     * @throws CastingException if a number is no code point
     */
    public static String string(TextType type, long at) {
        int length = length(type, at);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int character = get(type, at, i);
            if (!Character.isValidCodePoint(character)) {
                throw new CastingException("getString: the element has " + Integer.toUnsignedString(character)
                        + " at position " + i + ", which is no code point");
            }
            text.appendCodePoint(character);
        }
        return text.toString();
    }

    /** Returns the bytes of a string of bytes. */
    public static byte[] bytes(BytesType type, long at) {
        byte[] bytes = new byte[length(type, at)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Memory.RAW.get(ValueLayout.JAVA_BYTE, at + i);
        }
        return bytes;
    }

    /**
     * Writes a string, cut off where the element ends.
     *
     * @throws IllegalArgumentException if it is to be bytes and has characters beyond ASCII; nothing has been written
     *         then
     */
    public static void set(TextType type, long at, String value) {
        if (type instanceof BytesType) {
            requireAscii(type, value);
        }
        int unit = type.unit();
        ByteOrder order = type.order();
        long to = at;
        long end = at + type.itemsize();
        for (int i = 0; i < value.length() && to < end; to += unit) {
            int character = value.codePointAt(i);
            Element.put(unit, order, to, character);
            i += Character.charCount(character);
        }
        for (; to < end; to += unit) {
            Element.put(unit, order, to, 0);
        }
    }

    private static void requireAscii(TextType type, String value) {
        int place = 0;
        for (int i = 0; i < value.length(); place++) {
            int character = value.codePointAt(i);
            if (character >= ASCII) {
                throw new IllegalArgumentException("set: the string has U+" + Integer.toHexString(character)
                        + " at position " + place + ", which is not ASCII, and " + type
                        + " holds bytes; encode it first, or use a unicode dtype");
            }
            i += Character.charCount(character);
        }
    }

    /**
     * Writes bytes, cut off where the element ends.
     *
     * @throws IllegalArgumentException if they are to be unicode and are not ASCII; nothing has been written then
     */
    public static void set(TextType type, long at, byte[] value) {
        for (int i = 0; i < value.length && type instanceof UnicodeType; i++) {
            if (value[i] < 0) {
                throw new IllegalArgumentException(
                        "set: byte " + i + " is " + (value[i] & 0xFF) + ", which is not ASCII, and "
                                + type + " holds code points; decode the bytes first");
            }
        }
        for (int i = 0; i < type.length(); i++) {
            put(type, at, i, i < value.length ? value[i] : 0);
        }
    }
}
