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
        row(Op.ABSOLUTE, Math::abs, Math::abs, Math::abs);
        row(Op.SQUARE, a -> a * a, a -> a * a, a -> a * a);
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
        row(Op.EXP, UnaryOp::none, Exp32::of, Exp64::of);
        row(Op.LOG, UnaryOp::none, Log32::of, Log64::of);
    }

    private static final UnaryOp UNSIGNED_ABSOLUTE = new UnaryOp(a -> a, Math::abs, Math::abs);

    private static void row(Op op, LongUnaryOperator whole, Single single, DoubleUnaryOperator real) {
        ROWS.put(op, new UnaryOp(whole, single, real));
    }

    /** Returns the row of {@code op} for {@code lane}. */
    static UnaryOp of(Op op, Lane lane) {
        UnaryOp row = op == Op.ABSOLUTE && lane.isUnsigned() ? UNSIGNED_ABSOLUTE : ROWS.get(op);
        if (row == null) {
            throw new IllegalArgumentException("kernel: no scalar form of " + op);
        }
        return row;
    }

    private static long none(long a) {
        throw new AssertionError("no whole lane: " + a);
    }
}
