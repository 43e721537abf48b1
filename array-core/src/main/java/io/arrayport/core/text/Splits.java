package io.arrayport.core.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.element.Letter;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** Strings cut into lists, which have no array to be in: nested lists as deep as there are axes. */
public final class Splits {
    private Splits() {}

    private interface Cut {
        List<String> of(String text);
    }

    /**
     * {@code np.char.split}.
     *
     * @param sep null for any number of blanks
     * @param most how many cuts at most; negative for all
     * @param last whether cuts are made from the end
     * @throws IllegalArgumentException if a separator is empty
     */
    public static List<?> split(String operation, NdArray a, @Nullable String sep, long most, boolean last) {
        if (sep != null && sep.isEmpty()) {
            throw new IllegalArgumentException(operation + ": the separator is empty");
        }
        long cuts = most < 0 ? Long.MAX_VALUE : most;
        return lists(operation, a, text -> {
            String read = last ? reversed(text) : text;
            List<String> parts = sep == null ? words(read, cuts) : parts(read, last ? reversed(sep) : sep, cuts);
            if (last) {
                Collections.reverse(parts);
                parts.replaceAll(Splits::reversed);
            }
            return parts;
        });
    }

    /** {@code np.char.splitlines}. */
    public static List<?> lines(NdArray a, boolean keepends) {
        return lists("splitlines", a, text -> {
            List<String> lines = new ArrayList<>();
            for (int from = 0; from < text.length();) {
                int end = from;
                while (end < text.length() && !isLineEnd(text.charAt(end))) {
                    end++;
                }
                int next = Math.min(end + (text.startsWith("\r\n", end) ? 2 : 1), text.length());
                lines.add(text.substring(from, keepends ? next : end));
                from = next;
            }
            return lines;
        });
    }

    private static boolean isLineEnd(char c) {
        return c >= '\n' && c <= '\r' || c >= 0x1C && c <= 0x1E || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static List<String> words(String text, long most) {
        List<String> words = new ArrayList<>();
        int from = 0;
        while (true) {
            while (from < text.length() && Letter.isSpace(text.charAt(from))) {
                from++;
            }
            if (from == text.length()) {
                return words;
            }
            int end = from;
            while (end < text.length() && !Letter.isSpace(text.charAt(end))) {
                end++;
            }
            if (words.size() == most) {
                words.add(text.substring(from));
                return words;
            }
            words.add(text.substring(from, end));
            from = end;
        }
    }

    private static List<String> parts(String text, String sep, long most) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(sep); at >= 0 && parts.size() < most; at = text.indexOf(sep, from)) {
            parts.add(text.substring(from, at));
            from = at + sep.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static List<?> lists(String operation, NdArray a, Cut cut) {
        FlexibleType type = TextLoop.type(operation, a);
        a.storage().acquireOnHost();
        try {
            return lists(type, a.layout(), 0, a.address(), cut);
        } finally {
            a.storage().release();
        }
    }

    private static List<?> lists(FlexibleType type, Layout layout, int axis, long at, Cut cut) {
        if (axis == layout.ndim()) {
            boolean bytes = type instanceof BytesType;
            return cut.of(new Text().load(type, at).string()).stream()
                    .map(part -> bytes ? (Object) new Text().set(part).bytes()
                            : part)
                    .toList();
        }
        List<Object> items = new ArrayList<>();
        for (long i = 0; i < layout.dim(axis); i++) {
            items.add(lists(type, layout, axis + 1, at + i * layout.stride(axis), cut));
        }
        return items;
    }
}
