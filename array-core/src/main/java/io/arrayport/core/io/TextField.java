package io.arrayport.core.io;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.element.Characters;

/** Texts, cut off where the element ends; bytes are Latin-1. */
final class TextField implements FieldReader {
    private static final int LATIN = 0xFF;

    private final TextType type;
    private final boolean bytes;

    TextField(TextType type) {
        this.type = type;
        bytes = type instanceof BytesType;
    }

    @Override
    public boolean read(byte[] text, int from, int end, long to) {
        int written = 0;
        for (int at = from; at < end && written < type.length(); written++) {
            int character = character(text, at, end);
            if (character < 0 || bytes && character > LATIN) {
                return false;
            }
            Characters.put(type, to, written, character);
            at += bytes(character);
        }
        for (; written < type.length(); written++) {
            Characters.put(type, to, written, 0);
        }
        return true;
    }

    /** How many characters there are; bytes that are no UTF-8 count each. */
    static int count(byte[] text, int from, int end) {
        int count = 0;
        for (int i = from; i < end; i++) {
            count += (text[i] & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }

    private static int bytes(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    /** The code point that begins at a place, or -1 if that is no UTF-8. */
    private static int character(byte[] text, int at, int end) {
        int first = text[at];
        if (first >= 0) {
            return first;
        }
        int more = (first & 0xE0) == 0xC0 ? 1 : (first & 0xF0) == 0xE0 ? 2 : (first & 0xF8) == 0xF0 ? 3 : 0;
        if (more == 0 || at + more >= end) {
            return -1;
        }
        int character = first & 0x3F >> more;
        for (int i = 1; i <= more; i++) {
            if ((text[at + i] & 0xC0) != 0x80) {
                return -1;
            }
            character = character << 6 | text[at + i] & 0x3F;
        }
        return bytes(character) == more + 1 && Character.isValidCodePoint(character) ? character : -1;
    }
}
