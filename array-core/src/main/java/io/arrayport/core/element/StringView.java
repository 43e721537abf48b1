package io.arrayport.core.element;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StringHeap;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.memory.Memory;

/**
 * Reads and writes strings of any length: Arrow's views at an address, and bytes beside the storage that they lie in.
 * An element is read once and then followed, so that whoever writes it meanwhile leads nowhere.
 */
public final class StringView {
    /** Both halves of a string that is not there: no length, and bytes that are no UTF-8. */
    private static final long ABSENT_HEAD = 0xFFFF_FFFF_0000_0000L;
    private static final long ABSENT_TAIL = -1;
    private static final int PREFIX = Integer.BYTES;

    private StringView() {}

    private static long head(long at) {
        return Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
    }

    private static long tail(long at) {
        return Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, at + Long.BYTES);
    }

    private static void put(long at, long head, long tail) {
        Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, at, head);
        Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, at + Long.BYTES, tail);
    }

    /** Whether a string is not there, if elements of its type can be so. */
    public static boolean isMissing(StringType type, long at) {
        return type.missing() != null && head(at) == ABSENT_HEAD && tail(at) == ABSENT_TAIL;
    }

    /** Makes a string one that is not there. */
    public static void putMissing(long at) {
        put(at, ABSENT_HEAD, ABSENT_TAIL);
    }

    /** Returns the bytes in UTF-8; of a string that is not there 0. */
    public static int length(long at) {
        return Memory.RAW.get(ValueLayout.JAVA_INT_UNALIGNED, at);
    }

    /**
     * Returns where the bytes of an element begin, whose {@code length} was read before.
     *
     * @throws ForeignDescriptorException if it names bytes that are not there
     */
    public static long bytes(StringType type, long at, int length) {
        if (length < 0) {
            throw new ForeignDescriptorException("strings: an element has " + length
                    + " bytes; another thread was writing it, or whoever made it was wrong");
        }
        if (length <= StringType.INLINE) {
            return at + Integer.BYTES;
        }
        long tail = tail(at);
        return type.heap().address((int) tail, (int) (tail >>> Integer.SIZE), length);
    }

    /** Returns the bytes in UTF-8. */
    public static byte[] utf8(StringType type, long at) {
        int length = length(at);
        return Memory.segment(bytes(type, at, length), length).toArray(ValueLayout.JAVA_BYTE);
    }

    /**
     * Returns the string; the text that stands for it, if it is not there.
     *
     * @throws CastingException if it is no UTF-8
     */
    public static String string(StringType type, long at) {
        Missing missing = type.missing();
        return missing != null && isMissing(type, at) ? missing.asText() : decoded(utf8(type, at));
    }

    /** Returns a string, or what stands for one that is not there. */
    static Object item(StringType type, long at) {
        Missing missing = type.missing();
        return missing != null && isMissing(type, at) ? missing.item() : decoded(utf8(type, at));
    }

    private static String decoded(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) { // which may stand there, or for what is no character
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
            } catch (CharacterCodingException invalid) {
                throw new CastingException("strings: an element is no UTF-8: " + invalid.getMessage(), invalid);
            }
        }
        return text;
    }

    /**
     * Writes a string.
     *
     * @throws CastingException if it has surrogates that are no pair
     */
    public static void put(StringType type, long at, String value) {
        Missing missing = type.missing();
        if (missing != null && missing.is(value)) {
            putMissing(at);
            return;
        }
        put(type, at, utf8(value));
    }

    /**
     * Returns a string in UTF-8.
     *
     * @throws CastingException if it has surrogates that are no pair
     */
    public static byte[] utf8(String value) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException invalid) {
            throw new CastingException("set: the string has half a character, which UTF-8 cannot write: "
                    + invalid.getMessage(), invalid);
        }
    }

    /** Writes bytes that are UTF-8. */
    public static void put(StringType type, long at, byte[] utf8) {
        put(type, at, MemorySegment.ofArray(utf8), 0, utf8.length);
    }

    /** Writes bytes that are UTF-8 and may lie where elements are, but not in this one. */
    public static void put(StringType type, long at, long from, int length) {
        put(type, at, Memory.RAW, from, length);
    }

    /** Writes a string of at most 12 bytes, which may lie where elements are, but not in this one. */
    public static void putShort(long at, long from, int length) {
        putShort(at, Memory.RAW, from, length);
    }

    private static void putShort(long at, MemorySegment source, long from, int length) {
        put(at, length, 0);
        MemorySegment.copy(source, from, Memory.RAW, at + Integer.BYTES, length);
    }

    private static void put(StringType type, long at, MemorySegment source, long from, int length) {
        if (length <= StringType.INLINE) {
            putShort(at, source, from, length);
            return;
        }
        StringHeap heap = type.heap();
        long place = heap.reserve(length);
        long to = heap.address((int) place, (int) (place >>> Integer.SIZE), length);
        MemorySegment.copy(source, from, Memory.RAW, to, length);
        putLong(at, length, to, place);
    }

    /** What writes the bytes of a string to where they are to be. */
    public interface Writer {
        /** Writes them, from an address on. */
        void write(long at);
    }

    /**
     * Writes a string of more bytes than stand in an element.
     *
     * @param length at least 13
     */
    public static void put(StringType type, long at, int length, Writer writer) {
        long place = type.heap().reserve(length);
        long to = type.heap().address((int) place, (int) (place >>> Integer.SIZE), length);
        writer.write(to);
        putLong(at, length, to, place);
    }

    /** Writes a string that stands in its element, so many times one behind the other, of 12 bytes together. */
    public static void putRepeated(long in, int times, long out) {
        long low = 0;
        long high = 0;
        int length = length(in);
        for (int i = 0; i < times; i++) {
            int shift = i * length * Byte.SIZE;
            long first = first(in);
            low |= low(first, shift);
            high |= high(first, last(in), shift);
        }
        put(out, low << Integer.SIZE | (long) times * length, low >>> Integer.SIZE | high << Integer.SIZE);
    }

    /** Writes two strings that stand in their elements, one behind the other, of 12 bytes together. */
    public static void putJoined(long a, long b, long out) {
        int before = length(a);
        long after = first(b);
        long low = first(a) | low(after, before * Byte.SIZE);
        long high = last(a) | high(after, last(b), before * Byte.SIZE);
        put(out, low << Integer.SIZE | (before + length(b)), low >>> Integer.SIZE | high << Integer.SIZE);
    }

    /** The first 8 of the bytes that stand in an element. */
    private static long first(long at) {
        return head(at) >>> Integer.SIZE | tail(at) << Integer.SIZE;
    }

    /** The last 4. */
    private static long last(long at) {
        return tail(at) >>> Integer.SIZE;
    }

    /** What comes of the first 8 bytes if all are moved behind so many bits. */
    private static long low(long low, int shift) {
        return shift < Long.SIZE ? low << shift : 0;
    }

    private static long high(long low, long high, int shift) {
        return shift == 0 ? high : shift < Long.SIZE ? high << shift | low >>> Long.SIZE - shift
                : low << shift - Long.SIZE;
    }

    /**
     * Writes an element whose bytes are in place.
     *
     * @param length more than stand in an element
     * @param bytes where they are
     * @param place the number of their buffer, and above its 32 bits where in it
     */
    public static void putLong(long at, int length, long bytes, long place) {
        long prefix = Memory.RAW.get(ValueLayout.JAVA_INT_UNALIGNED, bytes) & 0xFFFF_FFFFL;
        put(at, prefix << Integer.SIZE | length, place);
    }

    /**
     * Copies an element to another storage, its bytes included.
     *
     * @param to knows the bytes beside that one
     */
    public static void copy(StringType from, long in, StringType to, long out) {
        long head = head(in);
        int length = (int) head;
        if (length >= 0 && length <= StringType.INLINE) {
            boolean missing = head == ABSENT_HEAD && tail(in) == ABSENT_TAIL;
            if (!missing || to.missing() != null || from.missing() == null) {
                put(out, head, tail(in));
            } else {
                put(to, out, from.missing().asText());
            }
            return;
        }
        put(to, out, bytes(from, in, length), length);
    }

    /** As {@link Integer#compare}, by code points, of strings that are there. */
    public static int compare(StringType left, long a, StringType right, long b) {
        long first = head(a);
        long second = head(b);
        int prefix = Integer.compareUnsigned(Integer.reverseBytes((int) (first >>> Integer.SIZE)),
                Integer.reverseBytes((int) (second >>> Integer.SIZE)));
        // What is shorter than the prefix has NULs in its place, which also may be characters
        if (prefix != 0) {
            return prefix;
        }
        int leftLength = (int) first;
        int rightLength = (int) second;
        int common = Math.min(leftLength, rightLength);
        if (common > PREFIX || leftLength < 0 || rightLength < 0) {
            long one = bytes(left, a, leftLength);
            long other = bytes(right, b, rightLength);
            long at = MemorySegment.mismatch(Memory.RAW, one, one + common, Memory.RAW, other, other + common);
            if (at >= 0) {
                return Integer.compare(Memory.RAW.get(ValueLayout.JAVA_BYTE, one + at) & 0xFF,
                        Memory.RAW.get(ValueLayout.JAVA_BYTE, other + at) & 0xFF);
            }
        }
        return Integer.compare(leftLength, rightLength);
    }

    /** Whether two strings that are there are equal. */
    public static boolean equal(StringType left, long a, StringType right, long b) {
        long head = head(a);
        if (head != head(b)) {
            return false;
        }
        int length = (int) head;
        if (length >= 0 && length <= StringType.INLINE) {
            return tail(a) == tail(b);
        }
        long one = bytes(left, a, length);
        long other = bytes(right, b, length);
        return one == other
                || MemorySegment.mismatch(Memory.RAW, one, one + length, Memory.RAW, other, other + length) < 0;
    }

    /** Returns a number that is less, unsigned, only of a string that comes before: its first bytes. */
    public static long key(StringType type, long at) {
        long head = head(at);
        int length = (int) head;
        long prefix = Integer.reverseBytes((int) (head >>> Integer.SIZE)) & 0xFFFF_FFFFL;
        if (length <= PREFIX) {
            return prefix << Integer.SIZE;
        }
        long more;
        if (length <= StringType.INLINE) {
            more = Integer.reverseBytes((int) tail(at)) & 0xFFFF_FFFFL;
        } else {
            long bytes = bytes(type, at, length);
            more = Integer.reverseBytes(Memory.RAW.get(ValueLayout.JAVA_INT_UNALIGNED, bytes + PREFIX)) & 0xFFFF_FFFFL;
        }
        return prefix << Integer.SIZE | more;
    }
}
