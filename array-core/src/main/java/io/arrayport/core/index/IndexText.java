package io.arrayport.core.index;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.layout.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text between the brackets of an index in Python: {@code "1:, ::-1, ..., None, [0, 2]"}. Python's rules
 * hold for blanks, signs, underscores between digits, and a comma at the end; {@code newaxis} and {@code np.newaxis}
 * are {@code None}, and {@code ()} is the empty index.
 */
public final class IndexText {
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final String ITEM = "an integer, ':', '...', None, True, False or a list";

    private static final Pattern FRACTION_OF_SLICE = Pattern.compile("\\.[\\d.eE+-]*\\s*:");

    /** What was read before: an index in a loop has one text. */
    private static final Map<String, List<Index>> READ = new ConcurrentHashMap<>();
    private static final int MOST_READ = 256;
    private static final int LONGEST_READ = 32;

    private final String text;
    private int position;

    private IndexText(String text) {
        this.text = text;
    }

    /**
     * The parts of {@code text}, unmodifiable.
     *
     * @throws IndexException if it is malformed, naming the position (from 0) and what was expected there
     * @throws DTypeException if a bound of a slice is a fraction
     */
    public static List<Index> parse(String text) {
        List<Index> known = READ.get(text);
        if (known != null) {
            return known;
        }
        List<Index> items = text.strip().equals("()") ? List.of() : new IndexText(text).items();
        if (text.length() <= LONGEST_READ && READ.size() < MOST_READ) {
            READ.put(text, items);
        }
        return items;
    }

    private List<Index> items() {
        List<Index> items = new ArrayList<>();
        do {
            items.add(item());
            if (peek() != ',' && !atEnd()) {
                throw expected(items.getLast() instanceof Index.Ellipsis || items.getLast() instanceof Index.NewAxis
                        || items.getLast() instanceof Index.Advanced
                                ? "',' or the end" : "',', ':' or the end");
            }
        } while (skip(",") && !atEnd());
        return List.copyOf(items);
    }

    private Index item() {
        if (skip("...")) {
            return Index.ellipsis();
        }
        if (peek() == '[') {
            return new ListText().read();
        }
        Long truth = truth();
        if (truth != null) {
            return Index.truth(truth == 1);
        }
        int start = position;
        boolean absent = name();
        BigInteger first = absent ? null : number();
        if (first != null && isFraction() && FRACTION_OF_SLICE.matcher(text).region(position, text.length())
                .lookingAt()) {
            requireWhole();
        }
        if (skip(":")) {
            Long stop = clipped(bound());
            Long step = skip(":") ? clipped(bound()) : null;
            return new Index.Slice(clipped(first), stop, step);
        }
        if (absent) {
            return Index.newAxis();
        }
        if (first == null) {
            throw expected(ITEM);
        }
        return Index.at(fitting(first, start));
    }

    private long fitting(BigInteger value, int start) {
        if (value.bitLength() >= Long.SIZE) {
            position = start;
            peek();
            throw expected("an integer that fits 64 bits");
        }
        return value.longValue();
    }

    /** 1 or 0 where True or False stands. */
    private @Nullable Long truth() {
        return skip("True") ? Long.valueOf(1) : skip("False") ? Long.valueOf(0) : null;
    }

    /** Lists of one depth and length each, all of integers or all of bools. */
    private final class ListText {
        private final List<Long> values = new ArrayList<>();
        private final List<Long> dims = new ArrayList<>();
        private @Nullable Boolean bools;
        private int depth;

        Index read() {
            list(0);
            return new Index.Listed(Shape.of(dims.stream().mapToLong(Long::longValue).toArray()), values,
                    bools != null && bools);
        }

        private void list(int axis) {
            skip("[");
            if (axis == dims.size()) {
                if (depth > 0) {
                    throw expected("a number, as before at this depth");
                }
                dims.add(-1L);
            }
            long length = 0;
            while (peek() != ']' && !atEnd()) {
                item(axis);
                length++;
                if (!skip(",") && peek() != ']') {
                    throw expected("',' or ']'");
                }
            }
            if (dims.get(axis) >= 0 && dims.get(axis) != length) {
                throw expected("a list of length " + dims.get(axis) + " before it, as the others are");
            }
            dims.set(axis, length);
            if (!skip("]")) {
                throw expected("']'");
            }
        }

        private void item(int axis) {
            if (peek() == '[') {
                list(axis + 1);
                return;
            }
            if (dims.size() > axis + 1) {
                throw expected("a list, as before at this depth");
            }
            Long truth = truth();
            boolean isTruth = truth != null;
            if (bools != null && bools != isTruth) {
                throw expected("all numbers or all truths before it");
            }
            bools = isTruth;
            depth = dims.size();
            values.add(truth == null ? integer() : truth);
        }

        private Long integer() {
            int start = position;
            BigInteger value = number();
            if (value == null) {
                throw expected("an integer, True, False or a list of them");
            }
            return fitting(value, start);
        }
    }

    private @Nullable BigInteger bound() {
        BigInteger bound = name() ? null : number();
        requireWhole();
        return bound;
    }

    private boolean isFraction() {
        return peek() == '.' && !text.startsWith("...", position);
    }

    private void requireWhole() {
        if (isFraction()) {
            throw new DTypeException("index: \"" + text + "\" has a fraction at position " + position
                    + ", bounds and steps of slices are integers");
        }
    }

    /** As Python treats bounds too large for its index type: any axis is shorter. */
    private static @Nullable Long clipped(@Nullable BigInteger value) {
        return value == null ? null : value.max(MIN).min(MAX).longValue();
    }

    private boolean name() {
        return skip("None") || skip("np.newaxis") || skip("newaxis");
    }

    /** A signed integer, or null where neither sign nor digit stands. */
    private @Nullable BigInteger number() {
        boolean signed = false;
        boolean negative = false;
        while (peek() == '-' || peek() == '+') {
            signed = true;
            negative ^= text.charAt(position) == '-';
            position++;
        }
        if (!isDigit(peek())) {
            if (signed) {
                throw expected("a digit");
            }
            return null;
        }
        String digits = digits();
        BigInteger value = new BigInteger(digits);
        if (digits.charAt(0) == '0' && value.signum() != 0) {
            position -= digits.length();
            throw expected("an integer without leading zeros");
        }
        return negative ? value.negate() : value;
    }

    private String digits() {
        StringBuilder digits = new StringBuilder();
        while (position < text.length() && isDigit(text.charAt(position))) {
            digits.append(text.charAt(position++));
            if (text.startsWith("_", position)) {
                position++;
                if (position == text.length() || !isDigit(text.charAt(position))) {
                    throw expected("a digit");
                }
            }
        }
        return digits.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The next character after blanks; a comma, which ends an item too, at the end. */
    private char peek() {
        while (position < text.length() && " \t\n\r\f".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : ',';
    }

    private boolean atEnd() {
        peek();
        return position == text.length();
    }

    private boolean skip(String token) {
        if (atEnd() || !text.startsWith(token, position)) {
            return false;
        }
        position += token.length();
        return true;
    }

    private IndexException expected(String what) {
        String found = position < text.length() ? "'" + text.charAt(position) + "'" : "the end";
        return new IndexException(
                "index: \"" + text + "\" has " + found + " at position " + position + ", expected " + what);
    }
}
