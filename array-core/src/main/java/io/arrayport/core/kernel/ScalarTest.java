package io.arrayport.core.kernel;

import java.util.EnumMap;
import java.util.Map;

import io.arrayport.core.backend.Op;

/**
 * A comparison of two numbers, or of their truth: a row. A double holds every real number there is to compare.
 *
 * @param whole of longs
 * @param real of doubles; nan is true, and no comparison with it but NOT_EQUAL is
 * @param complex by real part, then by imaginary part; a nan in either imaginary part forbids the first step
 */
record ScalarTest(Whole whole, Real real, Complex complex) {

    /** A relation of two longs. */
    @FunctionalInterface
    interface Whole {
        boolean test(long a, long b);
    }

    /** A relation of two doubles. */
    @FunctionalInterface
    interface Real {
        boolean test(double a, double b);
    }

    /** A relation of two complex numbers. */
    @FunctionalInterface
    interface Complex {
        boolean test(double ar, double ai, double br, double bi);
    }

    private static final Map<Op, ScalarTest> ROWS = new EnumMap<>(Op.class);

    static {
        row(Op.EQUAL, (a, b) -> a == b, (a, b) -> a == b, (ar, ai, br, bi) -> ar == br && ai == bi);
        row(Op.NOT_EQUAL, (a, b) -> a != b, (a, b) -> a != b, (ar, ai, br, bi) -> ar != br || ai != bi);
        row(Op.LESS, (a, b) -> a < b, (a, b) -> a < b,
                (ar, ai, br, bi) -> lessReal(ar, ai, br, bi) || ar == br && ai < bi);
        row(Op.LESS_EQUAL, (a, b) -> a <= b, (a, b) -> a <= b,
                (ar, ai, br, bi) -> lessReal(ar, ai, br, bi) || ar == br && ai <= bi);
        row(Op.GREATER, (a, b) -> a > b, (a, b) -> a > b,
                (ar, ai, br, bi) -> lessReal(br, bi, ar, ai) || ar == br && ai > bi);
        row(Op.GREATER_EQUAL, (a, b) -> a >= b, (a, b) -> a >= b,
                (ar, ai, br, bi) -> lessReal(br, bi, ar, ai) || ar == br && ai >= bi);
        row(Op.LOGICAL_AND, (a, b) -> a != 0 && b != 0, (a, b) -> a != 0 && b != 0,
                (ar, ai, br, bi) -> isTrue(ar, ai) && isTrue(br, bi));
        row(Op.LOGICAL_OR, (a, b) -> a != 0 || b != 0, (a, b) -> a != 0 || b != 0,
                (ar, ai, br, bi) -> isTrue(ar, ai) || isTrue(br, bi));
        row(Op.LOGICAL_XOR, (a, b) -> a != 0 ^ b != 0, (a, b) -> a != 0 ^ b != 0,
                (ar, ai, br, bi) -> isTrue(ar, ai) ^ isTrue(br, bi));
    }

    private static void row(Op op, Whole whole, Real real, Complex complex) {
        ROWS.put(op, new ScalarTest(whole, real, complex));
    }

    /** Returns whether {@code op} asks whether its inputs are other than 0. */
    static boolean isLogical(Op op) {
        return op == Op.LOGICAL_AND || op == Op.LOGICAL_OR || op == Op.LOGICAL_XOR;
    }

    /** Returns the row of {@code op}. */
    static ScalarTest of(Op op) {
        ScalarTest row = ROWS.get(op);
        if (row == null) {
            throw new IllegalArgumentException("kernel: " + op + " is no question about two numbers");
        }
        return row;
    }

    private static boolean isTrue(double r, double i) {
        return r != 0 || i != 0;
    }

    private static boolean lessReal(double ar, double ai, double br, double bi) {
        return ar < br && !Double.isNaN(ai) && !Double.isNaN(bi);
    }
}
