package io.arrayport.core.kernel;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;

import io.arrayport.core.backend.Op;

/**
 * An operation of one number with a result of its kind: a row, as {@link ScalarOp} is.
 *
 * @param whole modulo 2 to the 64
 * @param single of what is computed in binary32
 * @param real of binary64
 */
record UnaryOp(LongUnaryOperator whole, Single single, DoubleUnaryOperator real) {

    /** A function of a float. */
    @FunctionalInterface
    interface Single {
        float apply(float a);
    }

    private static UnaryOp whole(LongUnaryOperator whole) {
        return new UnaryOp(whole, UnaryOp::none, UnaryOp::none);
    }

    // Rows are made when they are asked for: each function costs the start of a process as much as a class.

    /** Returns the row of {@code op} for {@code lane}. */
    static UnaryOp of(Op op, Lane lane) {
        return switch (op) {
            case ABSOLUTE -> lane.isUnsigned() ? new UnaryOp(a -> a, Math::abs, Math::abs) : any(op);
            case SIGN -> lane.isUnsigned() ? whole(a -> a == 0 ? 0 : 1) : any(op);
            case INVERT -> lane == Lane.BOOL ? whole(a -> a ^ 1) : any(op);
            case RECIPROCAL -> reciprocal(lane);
            case EXP -> lane == Lane.F16 ? new UnaryOp(UnaryOp::none, Exp16::of, Exp64::of) : any(op);
            default -> any(op);
        };
    }

    private static UnaryOp any(Op op) {
        return switch (op) {
            case NEGATIVE -> new UnaryOp(a -> -a, a -> -a, a -> -a);
            case POSITIVE -> new UnaryOp(a -> a, a -> a, a -> a);
            case CONJUGATE -> new UnaryOp(a -> a, a -> a, a -> a);
            case ABSOLUTE -> new UnaryOp(Math::abs, Math::abs, Math::abs);
            case SIGN -> new UnaryOp(Long::signum, a -> a == 0 ? 0 : Math.signum(a), a -> a == 0 ? 0 : Math.signum(a));
            case SQUARE -> new UnaryOp(a -> a * a, a -> a * a, a -> a * a);
            case RINT -> new UnaryOp(UnaryOp::none, a -> (float) Floats.rint(a), Floats::rint);
            case FLOOR -> new UnaryOp(a -> a, a -> (float) Math.floor(a), Math::floor);
            case CEIL -> new UnaryOp(a -> a, a -> (float) Math.ceil(a), Math::ceil);
            case TRUNC -> new UnaryOp(a -> a, a -> (float) Floats.trunc(a), Floats::trunc);
            case SQRT -> new UnaryOp(UnaryOp::none, a -> (float) Math.sqrt(a), Math::sqrt);
            case SIN -> new UnaryOp(UnaryOp::none, Trig32::sin, Trig64::sin);
            case COS -> new UnaryOp(UnaryOp::none, Trig32::cos, Trig64::cos);
            case TAN -> new UnaryOp(UnaryOp::none, Trig32::tan, Trig64::tan);
            case ARCSIN -> new UnaryOp(UnaryOp::none, Asin32::arcsin, Asin64::arcsin);
            case ARCCOS -> new UnaryOp(UnaryOp::none, Asin32::arccos, Asin64::arccos);
            case ARCTAN -> new UnaryOp(UnaryOp::none, Atan32::of, Atan64::of);
            case SINH -> new UnaryOp(UnaryOp::none, Hyper32::sinh, Hyper64::sinh);
            case COSH -> new UnaryOp(UnaryOp::none, Hyper32::cosh, Hyper64::cosh);
            case TANH -> new UnaryOp(UnaryOp::none, Tanh32::of, Tanh64::of);
            case ARCSINH -> new UnaryOp(UnaryOp::none, Area32::arcsinh, Area64::arcsinh);
            case ARCCOSH -> new UnaryOp(UnaryOp::none, Area32::arccosh, Area64::arccosh);
            case ARCTANH -> new UnaryOp(UnaryOp::none, Area32::arctanh, Area64::arctanh);
            case DEGREES -> new UnaryOp(UnaryOp::none, a -> a * Floats.DEGREES_32, a -> a * Floats.DEGREES_64);
            case RADIANS -> new UnaryOp(UnaryOp::none, a -> a * Floats.RADIANS_32, a -> a * Floats.RADIANS_64);
            case EXP -> new UnaryOp(UnaryOp::none, Exp32::of, Exp64::of);
            case EXP2 -> new UnaryOp(UnaryOp::none, Exp32::two, Exp64::two);
            case EXPM1 -> new UnaryOp(UnaryOp::none, ExpMinus32::of, ExpMinus64::of);
            case LOG -> new UnaryOp(UnaryOp::none, Log32::of, Log64::of);
            case LOG2 -> new UnaryOp(UnaryOp::none, LogBase32::two, LogBase64::two);
            case LOG10 -> new UnaryOp(UnaryOp::none, LogBase32::ten, LogBase64::ten);
            case LOG1P -> new UnaryOp(UnaryOp::none, LogPlus32::of, LogPlus64::of);
            case CBRT -> new UnaryOp(UnaryOp::none, Cbrt32::of, Cbrt64::of);
            case INVERT -> new UnaryOp(a -> ~a, UnaryOp::none, UnaryOp::none);
            case SPACING -> new UnaryOp(UnaryOp::none, Floats::spacing, Floats::spacing);
            case FRACTION -> new UnaryOp(UnaryOp::none, a -> (float) Floats.fraction(a), Floats::fraction);
            case MANTISSA -> new UnaryOp(UnaryOp::none, a -> (float) Floats.mantissa(a), Floats::mantissa);
            default -> throw new IllegalArgumentException("kernel: no scalar form of " + op);
        };
    }

    private static UnaryOp reciprocal(Lane lane) {
        return lane.isUnsigned() ? whole(a -> a == 1 ? 1 : 0) : switch (lane) {
            // 1 / 0 is what x86-64 makes of infinity
            case I32 -> whole(a -> a == 0 ? Integer.MIN_VALUE : 1 / a);
            case I64 -> whole(a -> a == 0 ? Long.MIN_VALUE : 1 / a);
            default -> new UnaryOp(a -> a == 0 ? 0 : 1 / a, a -> 1 / a, a -> 1 / a);
        };
    }

    private static long none(long a) {
        throw new AssertionError("no whole lane: " + a);
    }

    private static float none(float a) {
        throw new AssertionError("no floating lane: " + a);
    }

    private static double none(double a) {
        throw new AssertionError("no floating lane: " + a);
    }
}
