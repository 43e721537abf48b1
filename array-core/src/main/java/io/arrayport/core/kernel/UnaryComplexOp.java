package io.arrayport.core.kernel;

import java.util.EnumMap;
import java.util.Map;

import io.arrayport.core.backend.Op;

/**
 * An operation of one complex number with a complex result: a row, as {@link ComplexOp} is. {@link ComplexFunction}
 * has those that are computed as a whole.
 */
record UnaryComplexOp(FloatPart singleReal, FloatPart singleImag, DoublePart doubleReal, DoublePart doubleImag) {

    /** One part of the result, of a number in binary32. */
    @FunctionalInterface
    interface FloatPart {
        float apply(float r, float i);
    }

    /** One part of the result, of a number in binary64. */
    @FunctionalInterface
    interface DoublePart {
        double apply(double r, double i);
    }

    private static final Map<Op, UnaryComplexOp> ROWS = new EnumMap<>(Op.class);

    static {
        row(Op.NEGATIVE, (r, _) -> -r, (_, i) -> -i, (r, _) -> -r, (_, i) -> -i);
        row(Op.POSITIVE, (r, _) -> r, (_, i) -> i, (r, _) -> r, (_, i) -> i);
        row(Op.CONJUGATE, (r, _) -> r, (_, i) -> -i, (r, _) -> r, (_, i) -> -i);
        row(Op.RINT, (r, _) -> (float) Math.rint(r), (_, i) -> (float) Math.rint(i), (r, _) -> Math.rint(r),
                (_, i) -> Math.rint(i));
        // Fused, as ComplexOp's product
        row(Op.SQUARE, (r, i) -> Math.fma(r, r, -(i * i)), (r, i) -> Math.fma(r, i, i * r),
                (r, i) -> Math.fma(r, r, -(i * i)), (r, i) -> Math.fma(r, i, i * r));
    }

    private static void row(Op op, FloatPart singleReal, FloatPart singleImag, DoublePart doubleReal,
            DoublePart doubleImag) {
        ROWS.put(op, new UnaryComplexOp(singleReal, singleImag, doubleReal, doubleImag));
    }

    /** Returns the row of {@code op}. */
    static UnaryComplexOp of(Op op) {
        UnaryComplexOp row = ROWS.get(op);
        if (row == null) {
            throw new IllegalArgumentException("kernel: " + op + " has no complex result");
        }
        return row;
    }
}
