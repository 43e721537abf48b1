package io.arrayport.core.text;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.element.StringView;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.memory.Memory;

/** One string of an array while a function looks at it: characters of any width, in room that is used again. */
final class Text {
    private static final int FIRST = 64;
    private static final int ASCII = 0x80;

    private int[] characters = new int[FIRST];
    private int length;

    int length() {
        return length;
    }

    int at(int i) {
        return characters[i];
    }

    /**
     * Takes the characters of an element in native order, of a fixed width those before the NULs at its end.
     *
     * @param type {@link TextType}, or {@link StringType}, of which a missing string is the text that stands for it
     */
    Text load(FlexibleType type, long at) {
        return type instanceof StringType strings ? load(strings, at) : load((TextType) type, at);
    }

    private Text load(StringType type, long at) {
        int bytes = StringView.isMissing(type, at) ? -1 : StringView.length(at);
        long from = bytes < 0 ? 0 : StringView.bytes(type, at, bytes);
        resize(Math.max(bytes, 0));
        for (int i = 0; i < bytes; i++) {
            byte value = Memory.RAW.get(ValueLayout.JAVA_BYTE, from + i);
            if (value < 0) {
                return set(StringView.string(type, at));
            }
            characters[i] = value;
        }
        return bytes < 0 ? set(StringView.string(type, at)) : this;
    }

    private Text load(TextType type, long at) {
        int end = type.length();
        if (type.unit() == 1) {
            while (end > 0 && Memory.RAW.get(ValueLayout.JAVA_BYTE, at + end - 1) == 0) {
                end--;
            }
            resize(end);
            readBytes(at, characters, end);
        } else {
            while (end > 0 && Memory.RAW.get(ValueLayout.JAVA_INT_UNALIGNED, at + 4L * (end - 1)) == 0) {
                end--;
            }
            resize(end);
            readPoints(at, characters, end);
        }
        return this;
    }

    /** Writes an element in native order: of a fixed width what is too long is cut off, and the rest becomes NUL. */
    void store(FlexibleType type, long at) {
        if (type instanceof StringType strings) {
            StringView.put(strings, at, utf8());
        } else {
            store((TextType) type, at);
        }
    }

    private byte[] utf8() {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            if (characters[i] >= ASCII || characters[i] < 0) {
                return StringView.utf8(string());
            }
            bytes[i] = (byte) characters[i];
        }
        return bytes;
    }

    private void store(TextType type, long at) {
        int count = Math.min(length, type.length());
        if (type.unit() == 1) {
            writeBytes(characters, count, at, type.length());
        } else {
            writePoints(characters, count, at, type.length());
        }
    }

    // Loops of their own: the compiler makes something of each
    private static void readBytes(long at, int[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Memory.RAW.get(ValueLayout.JAVA_BYTE, at + i) & 0xFF;
        }
    }

    private static void readPoints(long at, int[] to, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = Memory.RAW.get(ValueLayout.JAVA_INT_UNALIGNED, at + 4L * i);
        }
    }

    private static void writeBytes(int[] from, int n, long at, int room) {
        for (int i = 0; i < n; i++) {
            Memory.RAW.set(ValueLayout.JAVA_BYTE, at + i, (byte) from[i]);
        }
        for (int i = n; i < room; i++) {
            Memory.RAW.set(ValueLayout.JAVA_BYTE, at + i, (byte) 0);
        }
    }

    private static void writePoints(int[] from, int n, long at, int room) {
        for (int i = 0; i < n; i++) {
            Memory.RAW.set(ValueLayout.JAVA_INT_UNALIGNED, at + 4L * i, from[i]);
        }
        for (int i = n; i < room; i++) {
            Memory.RAW.set(ValueLayout.JAVA_INT_UNALIGNED, at + 4L * i, 0);
        }
    }

    private void resize(int wanted) {
        if (wanted > characters.length) {
            characters = new int[Math.max(wanted, 2 * characters.length)];
        }
        length = wanted;
    }

    Text clear() {
        length = 0;
        return this;
    }

    Text add(int character) {
        return add(character, 1);
    }

    /** Adds a character so many times; none if that is negative. */
    Text add(int character, long times) {
        int from = length;
        grow(Math.max(0, times));
        Arrays.fill(characters, from, length, character);
        return this;
    }

    Text add(Text other) {
        return add(other, 0, other.length);
    }

    /** Adds the characters {@code [from, to)} of another. */
    Text add(Text other, int from, int to) {
        int at = length;
        grow(to - from);
        System.arraycopy(other.characters, from, characters, at, to - from);
        return this;
    }

    private void grow(long more) {
        int wanted = Math.toIntExact(length + more);
        if (wanted > characters.length) {
            characters = Arrays.copyOf(characters, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(wanted,
                    2L * characters.length)));
        }
        length = wanted;
    }

    Text set(String text) {
        clear();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            add(text.codePointAt(i));
        }
        return this;
    }

    Text set(byte[] bytes) {
        clear();
        for (byte value : bytes) {
            add(value & 0xFF);
        }
        return this;
    }

    /**
     * As Java holds it; bytes are taken for Latin-1.
     *
     * @throws CastingException if a character is none of Unicode's
     */
    String string() {
        for (int i = 0; i < length; i++) {
            if (!Character.isValidCodePoint(characters[i])) {
                throw new CastingException("strings: an element has " + Integer.toUnsignedString(characters[i])
                        + " at position " + i + ", which is no character of Unicode, whose last is "
                        + Character.MAX_CODE_POINT);
            }
        }
        return new String(characters, 0, length);
    }

    byte[] bytes() {
        return string().getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean contains(int character) {
        for (int i = 0; i < length; i++) {
            if (characters[i] == character) {
                return true;
            }
        }
        return false;
    }

    /** Whether the characters of another stand at {@code i}, where there is room for them. */
    boolean has(Text other, int i) {
        return Arrays.equals(characters, i, i + other.length, other.characters, 0, other.length);
    }

    /** Returns where another stands in {@code [start, end)} for the first time; -1 if it does not. */
    int find(Text other, int start, int end) {
        if (other.length == 0) {
            return start <= end ? start : -1;
        }
        int first = other.characters[0];
        for (int i = start; i + other.length <= end; i++) {
            if (characters[i] == first && has(other, i)) {
                return i;
            }
        }
        return -1;
    }

    /** As {@link #find}, for the last time. */
    int findLast(Text other, int start, int end) {
        for (int i = end - other.length; i >= start; i--) {
            if (has(other, i)) {
                return i;
            }
        }
        return -1;
    }
}
