package io.arrayport.core.kernel;

import java.util.EnumMap;
import java.util.Map;
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

    private static final Map<Op, ScalarOp> ROWS = new EnumMap<>(Op.class);
    private static final Map<Op, ScalarOp> BOOL_ROWS = new EnumMap<>(Op.class);
    /** Of 64 bits, for narrower unsigned integers are longs like others. */
    private static final Map<Op, ScalarOp> UNSIGNED_ROWS = new EnumMap<>(Op.class);
    private static final Map<Op, ScalarOp> HALF_ROWS = new EnumMap<>(Op.class);

    static {
        row(Op.ADD, (a, b) -> a + b, (a, b) -> a + b, (a, b) -> a + b);
        row(Op.SUBTRACT, (a, b) -> a - b, (a, b) -> a - b, (a, b) -> a - b);
        row(Op.MULTIPLY, (a, b) -> a * b, (a, b) -> a * b, (a, b) -> a * b);
        row(Op.DIVIDE, ScalarOp::none, (a, b) -> a / b, (a, b) -> a / b);
        row(Op.FLOOR_DIVIDE, Divisions::floorDivide, Floats::floorDivide, Floats::floorDivide);
        row(Op.REMAINDER, Divisions::remainder, Floats::remainder, Floats::remainder);
        row(Op.FMOD, Divisions::fmod, (a, b) -> a % b, (a, b) -> a % b);
        row(Op.GCD, Divisions::gcd);
        row(Op.LCM, Divisions::lcm);
        row(Op.HEAVISIDE, ScalarOp::none, (a, b) -> (float) Floats.heaviside(a, b), Floats::heaviside);
        row(Op.HYPOT, ScalarOp::none, Hypot::of, Hypot::of);
        row(Op.POWER, Powers::of, Power32::of, Power64::of);
        row(Op.LOGADDEXP, ScalarOp::none, LogAddExp::of, LogAddExp::of);
        row(Op.LOGADDEXP2, ScalarOp::none, LogAddExp::two, LogAddExp::two);
        row(Op.ARCTAN2, ScalarOp::none, Atan32::of, Atan64::of);
        row(Op.BITWISE_AND, (a, b) -> a & b);
        row(Op.BITWISE_OR, (a, b) -> a | b);
        row(Op.BITWISE_XOR, (a, b) -> a ^ b);
        row(Op.LEFT_SHIFT, Divisions::leftShift);
        row(Op.RIGHT_SHIFT, Divisions::rightShift);
        row(Op.COPYSIGN, ScalarOp::none, Floats::copySign, Floats::copySign);
        row(Op.NEXTAFTER, ScalarOp::none, (a, b) -> Math.nextAfter(a, b), Math::nextAfter);
        // Of equal numbers, which zeros of both signs are, NumPy returns the second, but of 16-bit ones the first.
        row(Op.MAXIMUM, Math::max, (a, b) -> a > b || Float.isNaN(a) ? a : b,
                (a, b) -> a > b || Double.isNaN(a) ? a : b);
        row(Op.MINIMUM, Math::min, (a, b) -> a < b || Float.isNaN(a) ? a : b,
                (a, b) -> a < b || Double.isNaN(a) ? a : b);
        row(Op.FMAX, Math::max, (a, b) -> a > b || Float.isNaN(b) ? a : b, (a, b) -> a > b || Double.isNaN(b) ? a : b);
        row(Op.FMIN, Math::min, (a, b) -> a < b || Float.isNaN(b) ? a : b, (a, b) -> a < b || Double.isNaN(b) ? a : b);

        half(Op.MAXIMUM, (a, b) -> a >= b || Float.isNaN(a) ? a : b);
        half(Op.MINIMUM, (a, b) -> a <= b || Float.isNaN(a) ? a : b);
        half(Op.FMAX, (a, b) -> a >= b || Float.isNaN(b) ? a : b);
        half(Op.FMIN, (a, b) -> a <= b || Float.isNaN(b) ? a : b);

        BOOL_ROWS.put(Op.ADD, whole((a, b) -> a | b));
        BOOL_ROWS.put(Op.MULTIPLY, whole((a, b) -> a & b));
        BOOL_ROWS.put(Op.LOGICAL_AND, ROWS.get(Op.BITWISE_AND));
        BOOL_ROWS.put(Op.LOGICAL_OR, ROWS.get(Op.BITWISE_OR));
        BOOL_ROWS.put(Op.LOGICAL_XOR, ROWS.get(Op.BITWISE_XOR));

        UNSIGNED_ROWS.put(Op.FLOOR_DIVIDE, whole(Divisions::unsignedDivide));
        UNSIGNED_ROWS.put(Op.REMAINDER, whole(Divisions::unsignedRemainder));
        UNSIGNED_ROWS.put(Op.FMOD, whole(Divisions::unsignedRemainder));
        UNSIGNED_ROWS.put(Op.POWER, whole(Powers::ofUnsigned));
        UNSIGNED_ROWS.put(Op.GCD, whole(Divisions::unsignedGcd));
        UNSIGNED_ROWS.put(Op.LCM, whole(Divisions::unsignedLcm));
        UNSIGNED_ROWS.put(Op.RIGHT_SHIFT, whole(Divisions::unsignedRightShift));
    }

    private static void row(Op op, LongBinaryOperator whole, Single single, DoubleBinaryOperator real) {
        ROWS.put(op, new ScalarOp(whole, single, real));
    }

    private static void row(Op op, LongBinaryOperator whole) {
        ROWS.put(op, whole(whole));
    }

    private static void half(Op op, Single single) {
        HALF_ROWS.put(op, new ScalarOp(ScalarOp::none, single, ScalarOp::none));
    }

    private static ScalarOp whole(LongBinaryOperator whole) {
        return new ScalarOp(whole, ScalarOp::none, ScalarOp::none);
    }

    /** Returns the row of {@code op} for {@code lane}. */
    static ScalarOp of(Op op, Lane lane) {
        if (lane == Lane.TIME) {
            return TimeSteps.row(op);
        }
        ScalarOp own = switch (lane) {
            case BOOL -> BOOL_ROWS.get(op);
            case U64 -> UNSIGNED_ROWS.get(op);
            case F16 -> HALF_ROWS.get(op);
            default -> null;
        };
        ScalarOp row = own == null ? ROWS.get(op) : own;
        if (row == null) {
            throw new IllegalArgumentException("kernel: no scalar form of " + op);
        }
        return row;
    }

    private static long none(long a, long b) {
        throw new AssertionError("no whole lane: " + a + ", " + b);
    }

    private static float none(float a, float b) {
        throw new AssertionError("no floating lane: " + a + ", " + b);
    }

    private static double none(double a, double b) {
        throw new AssertionError("no floating lane: " + a + ", " + b);
    }
}
