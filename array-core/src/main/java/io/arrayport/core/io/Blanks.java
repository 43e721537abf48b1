package io.arrayport.core.io;

/** Blanks in UTF-8: those of ASCII, and the wider ones of Unicode. */
final class Blanks {
    private Blanks() {}

    /** Bytes of the blank that begins at {@code at}; 0 if none does. */
    static int at(byte[] text, int at, int end) {
        byte first = text[at];
        if (first >= 0) {
            return first == ' ' || first >= '\t' && first <= '\r' || first >= 0x1C && first <= 0x1F ? 1 : 0;
        }
        int code = first == (byte) 0xC2 && at + 1 < end ? text[at + 1] & 0xFF
                : (first & 0xF0) == 0xE0 && at + 2 < end
                        ? (first & 0xF) << 12 | (text[at + 1] & 0x3F) << 6 | text[at + 2] & 0x3F : 0;
        boolean blank = code == 0x85 || code == 0xA0
                || code > 0xFF && (Character.isWhitespace(code) || Character.isSpaceChar(code));
        return !blank ? 0 : code <= 0xFF ? 2 : 3;
    }

    /** The first place from {@code from} on where no blank stands. */
    static int after(byte[] text, int from, int end) {
        int at = from;
        while (at < end) {
            int blank = at(text, at, end);
            if (blank == 0) {
                return at;
            }
            at += blank;
        }
        return at;
    }

    /** The end of what stands before the blanks at the end. */
    static int before(byte[] text, int from, int end) {
        int last = end;
        while (last > from) {
            int start = last - 1;
            while (start > from && (text[start] & 0xC0) == 0x80) {
                start--;
            }
            if (at(text, start, last) != last - start) {
                return last;
            }
            last = start;
        }
        return last;
    }
}
