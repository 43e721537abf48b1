package io.arrayport.core.io;

import java.util.Arrays;

import io.arrayport.core.error.ShapeException;

/** Texts one behind the other, without an object for each. */
final class Texts {
    private static final int MOST = Integer.MAX_VALUE - 16;

    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int count;
    private int longest;

    int count() {
        return count;
    }

    /** Characters of the longest one. */
    int longest() {
        return longest;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int text) {
        return text == 0 ? 0 : ends[text - 1];
    }

    int end(int text) {
        return ends[text];
    }

    /** @throws ShapeException if there are more bytes than an array of Java's can have */
    void add(byte[] text, int from, int end) {
        int start = count == 0 ? 0 : ends[count - 1];
        int length = end - from;
        if (length > MOST - start || count == MOST) {
            throw new ShapeException(
                    "texts: more than " + MOST + " bytes of text are not held at once; read the file in"
                            + " parts, with maxRows(...) and skipHeader(...)");
        }
        if (start + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, Math.max(2L * bytes.length, (long) start + length)));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, (int) Math.min(MOST, 2L * count));
        }
        System.arraycopy(text, from, bytes, start, length);
        ends[count++] = start + length;
        longest = Math.max(longest, TextField.count(text, from, end));
    }
}
