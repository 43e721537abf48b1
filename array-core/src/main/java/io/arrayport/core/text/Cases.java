package io.arrayport.core.text;

import java.util.List;
import java.util.Locale;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.element.Letter;
import io.arrayport.core.ndarray.NdArray;

/** Capitals and small letters. Results are as wide as what they are made of; what gets longer is cut off there. */
public enum Cases {
    /** All letters small. */
    LOWER("lower") {
        @Override
        String mapped(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    },
    /** All letters capitals. */
    UPPER("upper") {
        @Override
        String mapped(String text) {
            return text.toUpperCase(Locale.ROOT);
        }
    },
    /** Each letter in the other case. */
    SWAPCASE("swapcase") {
        @Override
        String mapped(String text) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                int point = text.codePointAt(i);
                if (Character.isUpperCase(point)) {
                    out.append(point == SIGMA ? small(text, i) : Character.toString(point).toLowerCase(Locale.ROOT));
                } else if (Letter.isLower(point)) {
                    out.append(Character.toString(point).toUpperCase(Locale.ROOT));
                } else {
                    out.appendCodePoint(point);
                }
            }
            return out.toString();
        }
    },
    /** The first character a capital, the others small. */
    CAPITALIZE("capitalize") {
        @Override
        String mapped(String text) {
            return words(text, true);
        }
    },
    /** The first letter of each word a capital, the others small. */
    TITLE("title") {
        @Override
        String mapped(String text) {
            return words(text, false);
        }
    };

    private static final int SIGMA = 0x3A3;
    private static final int ASCII = 0x80;

    private final String operation;

    Cases(String operation) {
        this.operation = operation;
    }

    /** New, row-major. */
    public NdArray of(NdArray a) {
        return TextLoop.run(operation, List.of(a), loop -> {
            DType type = a.dtype();
            FlexibleType read = loop.type(0);
            Text string = new Text();
            Text out = new Text();
            NdArray natively = loop.giveAll(List.of(read), at -> {
                string.load(read, at[0]);
                loop.put(isPlain(string) || read instanceof BytesType ? plain(string, out.clear())
                        : out.set(mapped(string.string())), 0, at);
            }).getFirst();
            return read.equals(type) ? natively : natively.astype(type);
        });
    }

    /** What becomes of unicode. */
    abstract String mapped(String text);

    private static boolean isPlain(Text string) {
        for (int i = 0; i < string.length(); i++) {
            if (string.at(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }

    /** Of letters of ASCII only. */
    private Text plain(Text string, Text out) {
        boolean inside = false;
        for (int i = 0; i < string.length(); i++) {
            int c = string.at(i);
            boolean small = c >= 'a' && c <= 'z';
            boolean capital = c >= 'A' && c <= 'Z';
            boolean up = switch (this) {
                case LOWER -> false;
                case UPPER -> true;
                case SWAPCASE -> small;
                case CAPITALIZE -> i == 0;
                case TITLE -> !inside;
            };
            out.add(small && up ? c - 'a' + 'A' : capital && !up ? c - 'A' + 'a' : c);
            inside = small || capital;
        }
        return out;
    }

    private static String words(String text, boolean one) {
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (inside) {
                out.append(point == SIGMA ? small(text, i) : Character.toString(point).toLowerCase(Locale.ROOT));
            } else {
                out.append(title(point));
            }
            inside = one || Letter.isUpperOrTitle(point) || Letter.isLower(point);
        }
        return out.toString();
    }

    /** A character's capital form at the start of a word; those of several letters begin with one. */
    private static String title(int point) {
        int title = Character.toTitleCase(point);
        String upper = Character.toString(point).toUpperCase(Locale.ROOT);
        if (title != point || upper.codePointCount(0, upper.length()) == 1) {
            return Character.toString(title);
        }
        int first = upper.offsetByCodePoints(0, 1);
        return Character.isUpperCase(upper.codePointAt(0))
                ? upper.substring(0, first) + upper.substring(first).toLowerCase(Locale.ROOT) : upper;
    }

    /** A sigma at the end of a word is another one; which it is here, Java tells of the text. */
    private static String small(String text, int at) {
        String before = text.substring(0, at + 1).toLowerCase(Locale.ROOT);
        boolean last = before.endsWith("\u03C2")
                && (at + 1 == text.length() || !Character.isLetter(text.codePointAt(at + 1)));
        return last ? "\u03C2" : "\u03C3";
    }
}
