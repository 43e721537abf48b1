package io.arrayport.core.kernel;

import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;

import io.arrayport.core.backend.Op;

/**
 * A question about one number: a row. A double holds every real number there is to ask about, and its sign.
 *
 * @param whole of longs
 * @param real of doubles
 * @param complex of both parts
 */
record UnaryTest(LongPredicate whole, DoublePredicate real, Complex complex) {

    /** A property of a complex number. */
    @FunctionalInterface
    interface Complex {
        boolean test(double r, double i);
    }

    /** Returns the row of {@code op}, made anew: each function costs the start of a process as much as a class. */
    static UnaryTest of(Op op) {
        return switch (op) {
            case LOGICAL_NOT -> new UnaryTest(a -> a == 0, a -> a == 0, (r, i) -> r == 0 && i == 0);
            case ISNAN -> new UnaryTest(_ -> false, Double::isNaN, (r, i) -> Double.isNaN(r) || Double.isNaN(i));
            case ISINF -> new UnaryTest(_ -> false, a -> Math.abs(a) == Double.POSITIVE_INFINITY,
                    (r, i) -> Double.isInfinite(r) || Double.isInfinite(i));
            case ISFINITE -> new UnaryTest(_ -> true, a -> Math.abs(a) <= Double.MAX_VALUE,
                    (r, i) -> Double.isFinite(r) && Double.isFinite(i));
            case SIGNBIT -> new UnaryTest(a -> a < 0, a -> Double.doubleToRawLongBits(a) < 0, (_, _) -> {
                throw new AssertionError("SIGNBIT has no complex lane");
            });
            default -> throw new IllegalArgumentException("kernel: " + op + " is no question about one number");
        };
    }
}
