package io.arrayport.core.kernel;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

import io.arrayport.core.backend.Op;

/**
 * An operation of two numbers with a result of their kind: a row. The scalar templates hold rows as constants, and the
 * compiler sees through the components of a constant record.
 *
 * @param whole modulo 2 to the 64 (narrower integers come extended and are cut); bools are 0 and 1
 * @param single as the 32-bit operation rounds, also for 16-bit numbers
 * @param real as the 64-bit operation rounds
 */
record ScalarOp(LongBinaryOperator whole, Single single, DoubleBinaryOperator real) {

    /** A function of two floats. */
    @FunctionalInterface
    interface Single {
        float apply(float a, float b);
    }

    private static final ScalarOp ADD = new ScalarOp((a, b) -> a + b, (a, b) -> a + b, (a, b) -> a + b);
    private static final ScalarOp SUBTRACT = new ScalarOp((a, b) -> a - b, (a, b) -> a - b, (a, b) -> a - b);
    private static final ScalarOp MULTIPLY = new ScalarOp((a, b) -> a * b, (a, b) -> a * b, (a, b) -> a * b);
    private static final ScalarOp DIVIDE = new ScalarOp((_, _) -> {
        throw new AssertionError("DIVIDE has no whole lane");
    }, (a, b) -> a / b, (a, b) -> a / b);

    // Of equal numbers, which zeros of both signs are, NumPy returns the second, but of 16-bit ones the first.
    private static final ScalarOp MAXIMUM = new ScalarOp((a, b) -> a > b ? a : b,
            (a, b) -> a > b || Float.isNaN(a) ? a : b, (a, b) -> a > b || Double.isNaN(a) ? a : b);
    private static final ScalarOp MINIMUM = new ScalarOp((a, b) -> a < b ? a : b,
            (a, b) -> a < b || Float.isNaN(a) ? a : b, (a, b) -> a < b || Double.isNaN(a) ? a : b);
    private static final ScalarOp FIRST_MAXIMUM = new ScalarOp(MAXIMUM.whole,
            (a, b) -> a >= b || Float.isNaN(a) ? a : b, MAXIMUM.real);
    private static final ScalarOp FIRST_MINIMUM = new ScalarOp(MINIMUM.whole,
            (a, b) -> a <= b || Float.isNaN(a) ? a : b, MINIMUM.real);

    private static final ScalarOp HYPOT = new ScalarOp(ScalarOp::none, Hypot::of, Hypot::of);

    private static long none(long a, long b) {
        throw new AssertionError("no whole lane: " + a + ", " + b);
    }

    /** Returns the row of {@code op} for {@code lane}. */
    static ScalarOp of(Op op, Lane lane) {
        if (lane == Lane.TIME) {
            return TimeSteps.row(op);
        }
        boolean bool = lane == Lane.BOOL;
        boolean half = lane == Lane.F16;
        return switch (op) {
            case ADD -> bool ? MAXIMUM : ADD;
            case SUBTRACT -> SUBTRACT;
            case MULTIPLY -> bool ? MINIMUM : MULTIPLY;
            case DIVIDE -> DIVIDE;
            case MAXIMUM -> half ? FIRST_MAXIMUM : MAXIMUM;
            case MINIMUM -> half ? FIRST_MINIMUM : MINIMUM;
            case HYPOT -> HYPOT;
            default -> throw new IllegalArgumentException("kernel: " + op + " has no result of its operands' kind");
        };
    }
}
