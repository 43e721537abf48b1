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
        row(Op.EXP, UnaryOp::none, Exp32::of, Exp64::of);
        row(Op.EXP2, UnaryOp::none, Exp32::two, Exp64::two);
        row(Op.EXPM1, UnaryOp::none, ExpMinus32::of, ExpMinus64::of);
        row(Op.LOG, UnaryOp::none, Log32::of, Log64::of);
        row(Op.LOG2, UnaryOp::none, LogBase32::two, LogBase64::two);
        row(Op.LOG10, UnaryOp::none, LogBase32::ten, LogBase64::ten);
        row(Op.LOG1P, UnaryOp::none, LogPlus32::of, LogPlus64::of);
        row(Op.CBRT, UnaryOp::none, Cbrt32::of, Cbrt64::of);
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
