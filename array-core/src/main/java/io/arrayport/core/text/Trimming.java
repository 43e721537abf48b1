package io.arrayport.core.text;

import java.util.List;
import java.util.function.IntPredicate;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.element.Letter;
import io.arrayport.core.kernel.TextOp;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * Characters at the ends of strings left out.
 *
 * @param operation named in errors
 * @param left whether at the start
 * @param right whether at the end
 * @param blanks leaves out blanks where strings have fixed widths
 * @param set leaves out characters of a set there
 */
public record Trimming(String operation, boolean left, boolean right, TextOp blanks, TextOp set) {
    /** At the start. */
    public static final Trimming LSTRIP = new Trimming("lstrip", true, false, TextOp.LSTRIP, TextOp.LSTRIP_SET);
    /** At the end. */
    public static final Trimming RSTRIP = new Trimming("rstrip", false, true, TextOp.RSTRIP, TextOp.RSTRIP_SET);
    /** At both ends. */
    public static final Trimming STRIP = new Trimming("strip", true, true, TextOp.STRIP, TextOp.STRIP_SET);

    /**
     * New, of the same width.
     *
     * @param chars which characters, as strings that broadcast with the others; null for blanks
     */
    public NdArray of(NdArray a, @Nullable NdArray chars) {
        return TextLoop.run(operation, chars == null ? List.of(a) : List.of(a, chars), loop -> {
            FlexibleType type = loop.type(0);
            if (loop.isFixed(0) && (chars == null || loop.isFixed(1))) {
                return loop.give(loop.made(), chars == null ? blanks : set);
            }
            Text string = new Text();
            Text out = new Text();
            if (chars == null) {
                IntPredicate blank = type instanceof BytesType ? c -> c == ' ' || c >= '\t' && c <= '\r'
                        : Letter::isSpace;
                // To NumPy a zero between blanks at the end is one of them
                return loop.give(loop.made(), at -> loop.put(
                        trim(string.load(type, at[0]), blank, c -> c == 0 || blank.test(c), out.clear()), 0, at));
            }
            FlexibleType sets = loop.type(1);
            Text trimmed = new Text();
            return loop.give(loop.made(), at -> {
                trimmed.load(sets, at[1]);
                loop.put(trim(string.load(type, at[0]), trimmed::contains, trimmed::contains, out.clear()), 0, at);
            });
        });
    }

    private Text trim(Text string, IntPredicate ahead, IntPredicate behind, Text out) {
        int from = 0;
        int to = string.length();
        while (left && from < to && ahead.test(string.at(from))) {
            from++;
        }
        while (right && from < to && behind.test(string.at(to - 1))) {
            to--;
        }
        return out.add(string, from, to);
    }
}
