package io.arrayport.core.kernel;

import java.util.EnumMap;
import java.util.Map;
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

    private static final Map<Op, UnaryOp> ROWS = new EnumMap<>(Op.class);

    static {
        row(Op.NEGATIVE, a -> -a, a -> -a, a -> -a);
        row(Op.POSITIVE, a -> a, a -> a, a -> a);
        row(Op.CONJUGATE, a -> a, a -> a, a -> a);
        row(Op.ABSOLUTE, Math::abs, Math::abs, Math::abs);
        row(Op.SIGN, Long::signum, a -> a == 0 ? 0 : Math.signum(a), a -> a == 0 ? 0 : Math.signum(a));
        row(Op.SQUARE, a -> a * a, a -> a * a, a -> a * a);
        row(Op.RINT, UnaryOp::none, a -> (float) Math.rint(a), Math::rint);
        row(Op.FLOOR, a -> a, a -> (float) Math.floor(a), Math::floor);
        row(Op.CEIL, a -> a, a -> (float) Math.ceil(a), Math::ceil);
        row(Op.TRUNC, a -> a, a -> (float) Floats.trunc(a), Floats::trunc);
        row(Op.SQRT, UnaryOp::none, a -> (float) Math.sqrt(a), Math::sqrt);
        row(Op.SIN, UnaryOp::none, Trig32::sin, Trig64::sin);
        row(Op.COS, UnaryOp::none, Trig32::cos, Trig64::cos);
        row(Op.TAN, UnaryOp::none, Trig32::tan, Trig64::tan);
        row(Op.ARCSIN, UnaryOp::none, Asin32::arcsin, Asin64::arcsin);
        row(Op.ARCCOS, UnaryOp::none, Asin32::arccos, Asin64::arccos);
        row(Op.ARCTAN, UnaryOp::none, Atan32::of, Atan64::of);
        row(Op.SINH, UnaryOp::none, Hyper32::sinh, Hyper64::sinh);
        row(Op.COSH, UnaryOp::none, Hyper32::cosh, Hyper64::cosh);
        row(Op.TANH, UnaryOp::none, Tanh32::of, Tanh64::of);
        row(Op.ARCSINH, UnaryOp::none, Area32::arcsinh, Area64::arcsinh);
        row(Op.ARCCOSH, UnaryOp::none, Area32::arccosh, Area64::arccosh);
        row(Op.ARCTANH, UnaryOp::none, Area32::arctanh, Area64::arctanh);
        row(Op.DEGREES, UnaryOp::none, a -> a * Floats.DEGREES_32, a -> a * Floats.DEGREES_64);
        row(Op.RADIANS, UnaryOp::none, a -> a * Floats.RADIANS_32, a -> a * Floats.RADIANS_64);
        row(Op.EXP, UnaryOp::none, Exp32::of, Exp64::of);
        row(Op.EXP2, UnaryOp::none, Exp32::two, Exp64::two);
        row(Op.EXPM1, UnaryOp::none, ExpMinus32::of, ExpMinus64::of);
        row(Op.LOG, UnaryOp::none, Log32::of, Log64::of);
        row(Op.LOG2, UnaryOp::none, LogBase32::two, LogBase64::two);
        row(Op.LOG10, UnaryOp::none, LogBase32::ten, LogBase64::ten);
        row(Op.LOG1P, UnaryOp::none, LogPlus32::of, LogPlus64::of);
        row(Op.CBRT, UnaryOp::none, Cbrt32::of, Cbrt64::of);
        row(Op.INVERT, a -> ~a, UnaryOp::none, UnaryOp::none);
        row(Op.SPACING, UnaryOp::none, Floats::spacing, Floats::spacing);
        row(Op.FRACTION, UnaryOp::none, a -> (float) Floats.fraction(a), Floats::fraction);
        row(Op.MANTISSA, UnaryOp::none, a -> (float) Floats.mantissa(a), Floats::mantissa);
    }

    private static final UnaryOp UNSIGNED_ABSOLUTE = new UnaryOp(a -> a, Math::abs, Math::abs);
    private static final UnaryOp UNSIGNED_SIGN = whole(a -> a == 0 ? 0 : 1);
    private static final UnaryOp NOT = whole(a -> a ^ 1);
    private static final UnaryOp HALF_EXP = new UnaryOp(UnaryOp::none, Exp16::of, Exp64::of);
    private static final UnaryOp RECIPROCAL = new UnaryOp(a -> a == 0 ? 0 : 1 / a, a -> 1 / a, a -> 1 / a);
    private static final UnaryOp UNSIGNED_RECIPROCAL = whole(a -> a == 1 ? 1 : 0);
    /** 1 / 0 is what x86-64 makes of infinity. */
    private static final UnaryOp INT_RECIPROCAL = whole(a -> a == 0 ? Integer.MIN_VALUE : 1 / a);
    private static final UnaryOp LONG_RECIPROCAL = whole(a -> a == 0 ? Long.MIN_VALUE : 1 / a);

    private static void row(Op op, LongUnaryOperator whole, Single single, DoubleUnaryOperator real) {
        ROWS.put(op, new UnaryOp(whole, single, real));
    }

    private static UnaryOp whole(LongUnaryOperator whole) {
        return new UnaryOp(whole, UnaryOp::none, UnaryOp::none);
    }

    /** Returns the row of {@code op} for {@code lane}. */
    static UnaryOp of(Op op, Lane lane) {
        UnaryOp row = switch (op) {
            case ABSOLUTE -> lane.isUnsigned() ? UNSIGNED_ABSOLUTE : ROWS.get(op);
            case SIGN -> lane.isUnsigned() ? UNSIGNED_SIGN : ROWS.get(op);
            case INVERT -> lane == Lane.BOOL ? NOT : ROWS.get(op);
            case RECIPROCAL -> reciprocal(lane);
            case EXP -> lane == Lane.F16 ? HALF_EXP : ROWS.get(op);
            default -> ROWS.get(op);
        };
        if (row == null) {
            throw new IllegalArgumentException("kernel: no scalar form of " + op);
        }
        return row;
    }

    private static UnaryOp reciprocal(Lane lane) {
        return lane.isUnsigned() ? UNSIGNED_RECIPROCAL : switch (lane) {
            case I32 -> INT_RECIPROCAL;
            case I64 -> LONG_RECIPROCAL;
            default -> RECIPROCAL;
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
