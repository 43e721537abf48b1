package io.arrayport.core.kernel;

import java.util.EnumMap;
import java.util.Map;
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

    private static final Map<Op, UnaryTest> ROWS = new EnumMap<>(Op.class);

    static {
        row(Op.LOGICAL_NOT, a -> a == 0, a -> a == 0, (r, i) -> r == 0 && i == 0);
        row(Op.ISNAN, _ -> false, Double::isNaN, (r, i) -> Double.isNaN(r) || Double.isNaN(i));
        row(Op.ISINF, _ -> false, a -> Math.abs(a) == Double.POSITIVE_INFINITY,
                (r, i) -> Double.isInfinite(r) || Double.isInfinite(i));
        row(Op.ISFINITE, _ -> true, a -> Math.abs(a) <= Double.MAX_VALUE,
                (r, i) -> Double.isFinite(r) && Double.isFinite(i));
        row(Op.SIGNBIT, a -> a < 0, a -> Double.doubleToRawLongBits(a) < 0, (_, _) -> {
            throw new AssertionError("SIGNBIT has no complex lane");
        });
    }

    private static void row(Op op, LongPredicate whole, DoublePredicate real, Complex complex) {
        ROWS.put(op, new UnaryTest(whole, real, complex));
    }

    /** Returns the row of {@code op}. */
    static UnaryTest of(Op op) {
        UnaryTest row = ROWS.get(op);
        if (row == null) {
            throw new IllegalArgumentException("kernel: " + op + " is no question about one number");
        }
        return row;
    }
}
