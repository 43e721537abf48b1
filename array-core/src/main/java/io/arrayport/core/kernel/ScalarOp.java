package io.arrayport.core.kernel;

import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

import io.arrayport.core.backend.Op;
import org.jspecify.annotations.Nullable;

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

    /** Returns the row of {@code op} for {@code lane}. */
    static ScalarOp of(Op op, Lane lane) {
        if (lane == Lane.TIME) {
            return TimeSteps.row(op);
        }
        ScalarOp own = switch (lane) {
            case BOOL -> ofBools(op);
            case U64 -> ofUnsigned(op);
            case F16 -> ofHalves(op);
            default -> null;
        };
        return own == null ? any(op) : own;
    }

    // Rows are made when they are asked for: each function costs the start of a process as much as a class.

    private static ScalarOp any(Op op) {
        return switch (op) {
            case ADD -> row((a, b) -> a + b, (a, b) -> a + b, (a, b) -> a + b);
            case SUBTRACT -> row((a, b) -> a - b, (a, b) -> a - b, (a, b) -> a - b);
            case MULTIPLY -> row((a, b) -> a * b, (a, b) -> a * b, (a, b) -> a * b);
            case DIVIDE -> real((a, b) -> a / b, (a, b) -> a / b);
            case FLOOR_DIVIDE -> row(Divisions::floorDivide, Floats::floorDivide, Floats::floorDivide);
            case REMAINDER -> row(Divisions::remainder, Floats::remainder, Floats::remainder);
            case FMOD -> row(Divisions::fmod, (a, b) -> a % b, (a, b) -> a % b);
            case GCD -> whole(Divisions::gcd);
            case LCM -> whole(Divisions::lcm);
            case HEAVISIDE -> real((a, b) -> (float) Floats.heaviside(a, b), Floats::heaviside);
            case HYPOT -> real(Hypot::of, Hypot::of);
            case POWER -> row(Powers::of, Power32::of, Power64::of);
            case LOGADDEXP -> real(LogAddExp::of, LogAddExp::of);
            case LOGADDEXP2 -> real(LogAddExp::two, LogAddExp::two);
            case ARCTAN2 -> real(Atan32::of, Atan64::of);
            case BITWISE_AND -> whole((a, b) -> a & b);
            case BITWISE_OR -> whole((a, b) -> a | b);
            case BITWISE_XOR -> whole((a, b) -> a ^ b);
            case LEFT_SHIFT -> whole(Divisions::leftShift);
            case RIGHT_SHIFT -> whole(Divisions::rightShift);
            case COPYSIGN -> real(Floats::copySign, Floats::copySign);
            case NEXTAFTER -> real((a, b) -> Math.nextAfter(a, b), Math::nextAfter);
            default -> extremum(op);
        };
    }

    /** Of equal numbers, which zeros of both signs are, NumPy returns the second, but of 16-bit ones the first. */
    private static ScalarOp extremum(Op op) {
        return switch (op) {
            case MAXIMUM -> row(Math::max, (a, b) -> a > b || Float.isNaN(a) ? a : b,
                    (a, b) -> a > b || Double.isNaN(a) ? a : b);
            case MINIMUM -> row(Math::min, (a, b) -> a < b || Float.isNaN(a) ? a : b,
                    (a, b) -> a < b || Double.isNaN(a) ? a : b);
            case FMAX -> row(Math::max, (a, b) -> a > b || Float.isNaN(b) ? a : b,
                    (a, b) -> a > b || Double.isNaN(b) ? a : b);
            case FMIN -> row(Math::min, (a, b) -> a < b || Float.isNaN(b) ? a : b,
                    (a, b) -> a < b || Double.isNaN(b) ? a : b);
            default -> throw new IllegalArgumentException("kernel: no scalar form of " + op);
        };
    }

    private static @Nullable ScalarOp ofHalves(Op op) {
        return switch (op) {
            case MAXIMUM -> single((a, b) -> a >= b || Float.isNaN(a) ? a : b);
            case MINIMUM -> single((a, b) -> a <= b || Float.isNaN(a) ? a : b);
            case FMAX -> single((a, b) -> a >= b || Float.isNaN(b) ? a : b);
            case FMIN -> single((a, b) -> a <= b || Float.isNaN(b) ? a : b);
            default -> null;
        };
    }

    private static @Nullable ScalarOp ofBools(Op op) {
        return switch (op) {
            case ADD, LOGICAL_OR -> whole((a, b) -> a | b);
            case MULTIPLY, LOGICAL_AND -> whole((a, b) -> a & b);
            case LOGICAL_XOR -> whole((a, b) -> a ^ b);
            default -> null;
        };
    }

    /** Of 64 bits, for narrower unsigned integers are longs like others. */
    private static @Nullable ScalarOp ofUnsigned(Op op) {
        return switch (op) {
            case FLOOR_DIVIDE -> whole(Divisions::unsignedDivide);
            case REMAINDER, FMOD -> whole(Divisions::unsignedRemainder);
            case POWER -> whole(Powers::ofUnsigned);
            case GCD -> whole(Divisions::unsignedGcd);
            case LCM -> whole(Divisions::unsignedLcm);
            case RIGHT_SHIFT -> whole(Divisions::unsignedRightShift);
            default -> null;
        };
    }

    private static ScalarOp row(LongBinaryOperator whole, Single single, DoubleBinaryOperator real) {
        return new ScalarOp(whole, single, real);
    }

    private static ScalarOp whole(LongBinaryOperator whole) {
        return new ScalarOp(whole, ScalarOp::none, ScalarOp::none);
    }

    private static ScalarOp single(Single single) {
        return new ScalarOp(ScalarOp::none, single, ScalarOp::none);
    }

    private static ScalarOp real(Single single, DoubleBinaryOperator real) {
        return new ScalarOp(ScalarOp::none, single, real);
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
