package io.arrayport.core.kernel;

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

    /** Returns whether {@code op} asks whether its inputs are other than 0. */
    static boolean isLogical(Op op) {
        return op == Op.LOGICAL_AND || op == Op.LOGICAL_OR || op == Op.LOGICAL_XOR;
    }

    /** Returns the row of {@code op}, made anew: each function costs the start of a process as much as a class. */
    static ScalarTest of(Op op) {
        return switch (op) {
            case EQUAL -> new ScalarTest((a, b) -> a == b, (a, b) -> a == b,
                    (ar, ai, br, bi) -> ar == br && ai == bi);
            case NOT_EQUAL -> new ScalarTest((a, b) -> a != b, (a, b) -> a != b,
                    (ar, ai, br, bi) -> ar != br || ai != bi);
            case LESS -> new ScalarTest((a, b) -> a < b, (a, b) -> a < b,
                    (ar, ai, br, bi) -> lessReal(ar, ai, br, bi) || ar == br && ai < bi);
            case LESS_EQUAL -> new ScalarTest((a, b) -> a <= b, (a, b) -> a <= b,
                    (ar, ai, br, bi) -> lessReal(ar, ai, br, bi) || ar == br && ai <= bi);
            case GREATER -> new ScalarTest((a, b) -> a > b, (a, b) -> a > b,
                    (ar, ai, br, bi) -> lessReal(br, bi, ar, ai) || ar == br && ai > bi);
            case GREATER_EQUAL -> new ScalarTest((a, b) -> a >= b, (a, b) -> a >= b,
                    (ar, ai, br, bi) -> lessReal(br, bi, ar, ai) || ar == br && ai >= bi);
            case LOGICAL_AND -> new ScalarTest((a, b) -> a != 0 && b != 0, (a, b) -> a != 0 && b != 0,
                    (ar, ai, br, bi) -> isTrue(ar, ai) && isTrue(br, bi));
            case LOGICAL_OR -> new ScalarTest((a, b) -> a != 0 || b != 0, (a, b) -> a != 0 || b != 0,
                    (ar, ai, br, bi) -> isTrue(ar, ai) || isTrue(br, bi));
            case LOGICAL_XOR -> new ScalarTest((a, b) -> a != 0 ^ b != 0, (a, b) -> a != 0 ^ b != 0,
                    (ar, ai, br, bi) -> isTrue(ar, ai) ^ isTrue(br, bi));
            default -> throw new IllegalArgumentException("kernel: " + op + " is no question about two numbers");
        };
    }

    private static boolean isTrue(double r, double i) {
        return r != 0 || i != 0;
    }

    private static boolean lessReal(double ar, double ai, double br, double bi) {
        return ar < br && !Double.isNaN(ai) && !Double.isNaN(bi);
    }
}
