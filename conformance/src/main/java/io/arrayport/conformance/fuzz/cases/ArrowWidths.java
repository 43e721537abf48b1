package io.arrayport.conformance.fuzz.cases;

import org.jspecify.annotations.Nullable;

/**
 * How many bytes a row takes in the buffers of a type, by the words of the C data interface.
 *
 * @param validity whether the first buffer is the bitmap
 * @param bits of a row in the buffer of values, views or type ids
 * @param offsets bytes of each; 0 where there are none
 * @param closed whether there is one offset more than rows
 * @param sizes whether a buffer of sizes follows, as wide
 * @param data whether a buffer of bytes follows that ends where the last offset says
 */
record ArrowWidths(boolean validity, int bits, int offsets, boolean closed, boolean sizes, boolean data) {
    /** Which buffer behind the bitmap the offsets are. */
    int place() {
        return bits > 0 ? 1 : 0;
    }

    private static ArrowWidths fixed(int bits) {
        return new ArrowWidths(true, bits, 0, false, false, false);
    }

    /** The widths of a format; null where it is none, or so wide that there is no such buffer here. */
    static @Nullable ArrowWidths of(String format) {
        return switch (format) {
            case "n", "+r" -> new ArrowWidths(false, 0, 0, false, false, false);
            case "b" -> fixed(1);
            case "c", "C" -> fixed(8);
            case "s", "S", "e" -> fixed(16);
            case "i", "I", "f", "tdD", "tts", "ttm", "tiM" -> fixed(32);
            case "l", "L", "g", "tdm", "ttu", "ttn", "tDs", "tDm", "tDu", "tDn", "tiD" -> fixed(64);
            case "tin", "vz", "vu" -> fixed(128);
            case "z", "u" -> new ArrowWidths(true, 0, 4, true, false, true);
            case "Z", "U" -> new ArrowWidths(true, 0, 8, true, false, true);
            case "+l", "+m" -> new ArrowWidths(true, 0, 4, true, false, false);
            case "+L" -> new ArrowWidths(true, 0, 8, true, false, false);
            case "+vl" -> new ArrowWidths(true, 0, 4, false, true, false);
            case "+vL" -> new ArrowWidths(true, 0, 8, false, true, false);
            case "+s" -> fixed(0);
            default -> parameters(format);
        };
    }

    private static @Nullable ArrowWidths parameters(String format) {
        if (format.startsWith("ts")) {
            return fixed(64);
        }
        if (format.startsWith("+ud:")) {
            return new ArrowWidths(false, 8, 4, false, false, false);
        }
        if (format.startsWith("+us:")) {
            return new ArrowWidths(false, 8, 0, false, false, false);
        }
        if (format.startsWith("+w:")) {
            return fixed(0);
        }
        return switch (format) {
            case "w:5" -> fixed(40);
            case "w:0" -> fixed(0);
            case "d:9,2,32" -> fixed(32);
            case "d:18,2,64" -> fixed(64);
            case "d:20,3", "d:5,1,128" -> fixed(128);
            case "d:40,-2,256" -> fixed(256);
            default -> null;
        };
    }
}
