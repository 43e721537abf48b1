package io.arrayport.core;

import java.util.List;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.CharArrayOption;
import io.arrayport.core.ndarray.CharAsarrayOption;
import io.arrayport.core.ndarray.CharAsarrayOption.Itemsize;
import io.arrayport.core.ndarray.CharAsarrayOption.Unicode;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.text.CharComparison;
import io.arrayport.core.text.Composing;
import io.arrayport.core.text.Replacing;
import io.arrayport.core.text.Splits;
import org.jspecify.annotations.Nullable;

/**
 * {@code np.char}: the functions of {@code np.strings}, comparisons that see no blanks at the ends of strings, and what
 * cuts strings into lists. There is no {@code chararray}: all arrays of strings are alike.
 */
public final class CharFunctions extends StringFunctions {
    private final Joining joining;

    CharFunctions(Joining joining) {
        this.joining = joining;
    }

    /**
     * As {@link StringFunctions#multiply(NdArray, long)}.
     *
     * @throws IllegalArgumentException if {@code i} are no integers
     */
    @Override
    public NdArray multiply(NdArray a, NdArray i) {
        if ("biu".indexOf(i.dtype().kind()) < 0) {
            throw new IllegalArgumentException("multiply: i is " + i.dtype() + ", not integers");
        }
        return super.multiply(a, i);
    }

    /** Whether strings are equal, blanks at the end aside: bools. */
    public NdArray equal(NdArray x1, NdArray x2) {
        return CharComparison.of(x1, x2, "==", true);
    }

    /** Whether strings are not equal, blanks at the end aside: bools. */
    public NdArray notEqual(NdArray x1, NdArray x2) {
        return CharComparison.of(x1, x2, "!=", true);
    }

    /** Whether strings of {@code x1} come before those of {@code x2}, blanks at the end aside: bools. */
    public NdArray less(NdArray x1, NdArray x2) {
        return CharComparison.of(x1, x2, "<", true);
    }

    /** As {@link #less}, or are equal. */
    public NdArray lessEqual(NdArray x1, NdArray x2) {
        return CharComparison.of(x1, x2, "<=", true);
    }

    /** Whether strings of {@code x1} come behind those of {@code x2}, blanks at the end aside: bools. */
    public NdArray greater(NdArray x1, NdArray x2) {
        return CharComparison.of(x1, x2, ">", true);
    }

    /** As {@link #greater}, or are equal. */
    public NdArray greaterEqual(NdArray x1, NdArray x2) {
        return CharComparison.of(x1, x2, ">=", true);
    }

    /**
     * A comparison by its sign: bools.
     *
     * @param cmp {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >} or {@code >=}
     * @param rstrip whether blanks at the end are no part of strings
     * @throws IllegalArgumentException if {@code cmp} is no comparison
     */
    public NdArray compareChararrays(NdArray a1, NdArray a2, String cmp, boolean rstrip) {
        return CharComparison.of(a1, a2, cmp, rstrip);
    }

    /** The characters of each string of {@code seq}, with a string between them. */
    public NdArray join(NdArray sep, NdArray seq) {
        return Composing.joined(sep, seq);
    }

    /** As {@link #join(NdArray, NdArray)}. */
    public NdArray join(String sep, NdArray seq) {
        return with(seq, sep, between -> join(between, seq));
    }

    /**
     * What stands before the first {@code sep}, it, and what stands behind it, along a new last axis of length 3.
     *
     * @throws IllegalArgumentException if a separator is empty
     */
    public NdArray partition(NdArray a, NdArray sep) {
        return parted("partition", a, sep, false);
    }

    /** As {@link #partition}, of the last {@code sep}. */
    public NdArray rpartition(NdArray a, NdArray sep) {
        return parted("rpartition", a, sep, true);
    }

    private NdArray parted(String operation, NdArray a, NdArray sep, boolean last) {
        try (Scope scope = Scope.open()) {
            return scope.keep(joining.stack(Replacing.parted(operation, a, sep, last), Options.axis(-1)));
        }
    }

    /** The words of strings, between blanks: lists of lists. */
    public List<?> split(NdArray a) {
        return split(a, null, -1);
    }

    /** The parts of strings between separators; null for blanks. */
    public List<?> split(NdArray a, @Nullable String sep) {
        return split(a, sep, -1);
    }

    /** As {@link #split(NdArray, String)}, with so many cuts at most, from the start; a negative number for all. */
    public List<?> split(NdArray a, @Nullable String sep, long maxsplit) {
        return Splits.split("split", a, sep, maxsplit, false);
    }

    /** As {@link #split(NdArray)}. */
    public List<?> rsplit(NdArray a) {
        return rsplit(a, null, -1);
    }

    /** As {@link #split(NdArray, String)}. */
    public List<?> rsplit(NdArray a, @Nullable String sep) {
        return rsplit(a, sep, -1);
    }

    /** As {@link #split(NdArray, String, long)}, with cuts from the end. */
    public List<?> rsplit(NdArray a, @Nullable String sep, long maxsplit) {
        return Splits.split("rsplit", a, sep, maxsplit, true);
    }

    /** The lines of strings, without what ends them: lists of lists. */
    public List<?> splitlines(NdArray a) {
        return splitlines(a, false);
    }

    /** The lines of strings, also with what ends them. */
    public List<?> splitlines(NdArray a, boolean keepends) {
        return Splits.lines(a, keepends);
    }

    /**
     * A copy of strings, or numbers as bytes that are written so; as wide as the longest unless told. Records are rows
     * of their fields.
     *
     * @throws CastingException of records, if a width is told
     */
    public NdArray array(NdArray obj, CharArrayOption... options) {
        Option.requireDistinct("array", options);
        Made made = new Made(0, null, Order.K, true);
        for (CharArrayOption option : options) {
            made = switch (option) {
                case Itemsize(int width) -> made.withItemsize(width);
                case Unicode(boolean wide) -> made.withUnicode(wide);
                case OrderOption(Order given) -> made.withOrder(given);
                case CopyOption(Boolean copy) -> made.withCopy(copy != null && copy);
            };
        }
        return made.of(obj);
    }

    /** As {@link #array}, without a copy where none is needed. */
    public NdArray asarray(NdArray obj, CharAsarrayOption... options) {
        Option.requireDistinct("asarray", options);
        Made made = new Made(0, null, Order.K, false);
        for (CharAsarrayOption option : options) {
            made = switch (option) {
                case Itemsize(int width) -> made.withItemsize(width);
                case Unicode(boolean wide) -> made.withUnicode(wide);
                case OrderOption(Order given) -> made.withOrder(given);
            };
        }
        return made.of(obj);
    }

    private record Made(int itemsize, @Nullable Boolean unicode, Order order, boolean copy) {
        Made withItemsize(int width) {
            return new Made(width, unicode, order, copy);
        }

        Made withUnicode(boolean wide) {
            return new Made(itemsize, wide, order, copy);
        }

        Made withOrder(Order given) {
            return new Made(itemsize, unicode, given, copy);
        }

        Made withCopy(boolean given) {
            return new Made(itemsize, unicode, order, given);
        }

        NdArray of(NdArray obj) {
            DType own = obj.dtype();
            boolean wide = unicode != null ? unicode : own instanceof UnicodeType;
            TextType type = wide ? new UnicodeType(itemsize) : new BytesType(itemsize);
            if (!(own instanceof TextType)) {
                return written(obj, type);
            }
            return obj.astype(type, Options.order(order), Options.copy(copy));
        }

        /** As wide as the longest of what is written; the fields of records lie along a further axis. */
        private NdArray written(NdArray numbers, TextType type) {
            boolean records = numbers.dtype() instanceof StructType;
            if (records && itemsize > 0) {
                throw new CastingException("array: " + numbers.dtype() + " is no string of " + itemsize
                        + " characters; convert its fields one by one");
            }
            Object items = numbers.tolist();
            NdArray texts = Nested.array(items instanceof List<?> list ? list : List.of(items), type);
            return records ? texts : texts.reshape(numbers.shape().toArray());
        }
    }
}
