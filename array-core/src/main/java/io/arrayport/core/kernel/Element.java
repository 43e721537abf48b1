package io.arrayport.core.kernel;

/** One element as bytes. */
final class Element {
    private Element() {}

    /**
     * Copies it.
     *
     * @param bytes 1, 2, 4, 8 or 16; a constant where this is to be fast
     */
    static void move(int bytes, long from, long to) {
        switch (bytes) {
            case 1 -> Raw.i8(to, Raw.i8(from));
            case 2 -> Raw.i16(to, Raw.i16(from));
            case 4 -> Raw.i32(to, Raw.i32(from));
            case 8 -> Raw.i64(to, Raw.i64(from));
            default -> pair(from, to);
        }
    }

    private static void pair(long from, long to) {
        long second = Raw.i64(from + 8);
        Raw.i64(to, Raw.i64(from));
        Raw.i64(to + 8, second);
    }
}
