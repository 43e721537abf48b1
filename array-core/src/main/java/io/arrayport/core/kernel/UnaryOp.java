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

    private static final UnaryOp NEGATIVE = new UnaryOp(a -> -a, a -> -a, a -> -a);
    private static final UnaryOp ABSOLUTE = new UnaryOp(Math::abs, Math::abs, Math::abs);
    private static final UnaryOp UNSIGNED_ABSOLUTE = new UnaryOp(a -> a, Math::abs, Math::abs);
    private static final UnaryOp SQUARE = new UnaryOp(a -> a * a, a -> a * a, a -> a * a);
    private static final UnaryOp SQRT = new UnaryOp(UnaryOp::none, a -> (float) Math.sqrt(a), Math::sqrt);
    private static final UnaryOp SIN = new UnaryOp(UnaryOp::none, Trig32::sin, Trig64::sin);
    private static final UnaryOp COS = new UnaryOp(UnaryOp::none, Trig32::cos, Trig64::cos);
    private static final UnaryOp EXP = new UnaryOp(UnaryOp::none, Exp32::of, Exp64::of);
    private static final UnaryOp LOG = new UnaryOp(UnaryOp::none, Log32::of, Log64::of);

    /** Returns the row of {@code op} for {@code lane}. */
    static UnaryOp of(Op op, Lane lane) {
        return switch (op) {
            case NEGATIVE -> NEGATIVE;
            case ABSOLUTE -> lane.isUnsigned() ? UNSIGNED_ABSOLUTE : ABSOLUTE;
            case SQUARE -> SQUARE;
            case SQRT -> SQRT;
            case SIN -> SIN;
            case COS -> COS;
            case EXP -> EXP;
            case LOG -> LOG;
            default -> throw new IllegalArgumentException("kernel: no scalar form of " + op);
        };
    }

    private static long none(long a) {
        throw new AssertionError("no whole lane: " + a);
    }
}
