package io.arrayport.core.kernel;

import java.util.function.IntPredicate;

import io.arrayport.core.backend.Op;
import io.arrayport.core.element.Letter;

/** What asks strings of one width, as Python's methods do: how long they are, and of what kind their characters. */
public final class TextTests {
    private static final int ASCII = 0x80;

    /** Of the string at an address that has some characters. */
    private interface Test {
        boolean test(long at, int characters);
    }

    private final int unit;

    private TextTests(int unit) {
        this.unit = unit;
    }

    /**
     * Returns what writes bools, or for the length longs.
     *
     * @param unit bytes of a character: 1, of which only ASCII has kinds, or 4 in native order
     * @param length characters that an element has room for
     */
    public static UnaryKernel of(Op op, int unit, int length) {
        if (op == Op.STR_LEN) {
            TextKernel lengths = TextKernels.of(TextOp.LENGTH, unit);
            long[] widths = {length, 0};
            return (in, inStride, out, outStride, n) -> lengths.run(new long[]{in, out},
                    new long[]{inStride, outStride}, widths, n);
        }
        TextOrder order = new TextOrder(unit, length);
        Test test = new TextTests(unit).test(op);
        return (in, inStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                int characters = order.end(in + i * inStride);
                boolean is = characters > 0 && test.test(in + i * inStride, characters);
                Raw.i8(out + i * outStride, (byte) (is ? 1 : 0));
            }
        };
    }

    private Test test(Op op) {
        return switch (op) {
            case IS_ALPHA -> all(Letter::isAlpha);
            case IS_ALNUM -> all(Letter::isAlnum);
            case IS_DECIMAL -> all(Letter::isDecimal);
            case IS_DIGIT -> all(Letter::isDigit);
            case IS_NUMERIC -> all(Letter::isNumeric);
            case IS_SPACE -> all(unit == 1 ? point -> point == ' ' || point >= '\t' && point <= '\r' : Letter::isSpace);
            case IS_LOWER -> cased(Letter::isUpperOrTitle, Letter::isLower);
            case IS_UPPER -> cased(unit == 1 ? Letter::isLower : point -> Letter.isLower(point)
                    || Character.isTitleCase(point), Character::isUpperCase);
            case IS_TITLE -> this::isTitle;
            default -> throw new IllegalArgumentException("kernel: " + op + " asks nothing of strings");
        };
    }

    private int character(long at, int i) {
        return unit == 1 ? Raw.i8(at + i) & 0xFF : Raw.i32(at + 4L * i);
    }

    private boolean is(IntPredicate kind, long at, int i) {
        int character = character(at, i);
        return (unit != 1 || character < ASCII) && Character.isValidCodePoint(character) && kind.test(character);
    }

    private Test all(IntPredicate kind) {
        return (at, characters) -> {
            for (int i = 0; i < characters; i++) {
                if (!is(kind, at, i)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** None of one kind, and one of the other. */
    private Test cased(IntPredicate none, IntPredicate some) {
        return (at, characters) -> {
            boolean found = false;
            for (int i = 0; i < characters; i++) {
                if (is(none, at, i)) {
                    return false;
                }
                found = found || is(some, at, i);
            }
            return found;
        };
    }

    /** Each run of cased letters begins with a capital, the only one of it. */
    private boolean isTitle(long at, int characters) {
        boolean cased = false;
        boolean inside = false;
        for (int i = 0; i < characters; i++) {
            boolean capital = is(Letter::isUpperOrTitle, at, i);
            if (capital && inside || !capital && is(Letter::isLower, at, i) && !inside) {
                return false;
            }
            inside = capital || is(Letter::isLower, at, i);
            cased |= inside;
        }
        return cased;
    }
}
