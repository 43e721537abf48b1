package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;

/**
 * A comparison of two numbers: a row. A double holds every real number there is to compare.
 *
 * @param whole of longs
 * @param real of doubles; with nan only NOT_EQUAL is true
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

    private static final ScalarTest EQUAL = new ScalarTest((a, b) -> a == b, (a, b) -> a == b,
            (ar, ai, br, bi) -> ar == br && ai == bi);
    private static final ScalarTest NOT_EQUAL = new ScalarTest((a, b) -> a != b, (a, b) -> a != b,
            (ar, ai, br, bi) -> ar != br || ai != bi);
    private static final ScalarTest LESS = new ScalarTest((a, b) -> a < b, (a, b) -> a < b,
            (ar, ai, br, bi) -> lessReal(ar, ai, br, bi) || ar == br && ai < bi);
    private static final ScalarTest LESS_EQUAL = new ScalarTest((a, b) -> a <= b, (a, b) -> a <= b,
            (ar, ai, br, bi) -> lessReal(ar, ai, br, bi) || ar == br && ai <= bi);
    private static final ScalarTest GREATER = new ScalarTest((a, b) -> a > b, (a, b) -> a > b,
            (ar, ai, br, bi) -> lessReal(br, bi, ar, ai) || ar == br && ai > bi);
    private static final ScalarTest GREATER_EQUAL = new ScalarTest((a, b) -> a >= b, (a, b) -> a >= b,
            (ar, ai, br, bi) -> lessReal(br, bi, ar, ai) || ar == br && ai >= bi);

    /** Returns the row of {@code op}. */
    static ScalarTest of(Op op) {
        return switch (op) {
            case EQUAL -> EQUAL;
            case NOT_EQUAL -> NOT_EQUAL;
            case LESS -> LESS;
            case LESS_EQUAL -> LESS_EQUAL;
            case GREATER -> GREATER;
            case GREATER_EQUAL -> GREATER_EQUAL;
            default -> throw new IllegalArgumentException("kernel: " + op + " is not a comparison");
        };
    }

    private static boolean lessReal(double ar, double ai, double br, double bi) {
        return ar < br && !Double.isNaN(ai) && !Double.isNaN(bi);
    }
}
