package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;

/**
 * An operation of one complex number with a complex result: a row, as {@link ComplexOp} is. What is computed in
 * binary64 for both types is rounded to binary32 for the smaller one.
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

    private static final UnaryComplexOp NEGATIVE = new UnaryComplexOp((r, _) -> -r, (_, i) -> -i, (r, _) -> -r,
            (_, i) -> -i);
    /** Fused, as {@link ComplexOp}'s product. */
    private static final UnaryComplexOp SQUARE = new UnaryComplexOp(
            (r, i) -> Math.fma(r, r, -(i * i)), (r, i) -> Math.fma(r, i, i * r),
            (r, i) -> Math.fma(r, r, -(i * i)), (r, i) -> Math.fma(r, i, i * r));

    /** Returns the row of {@code op}. */
    static UnaryComplexOp of(Op op) {
        return switch (op) {
            case NEGATIVE -> NEGATIVE;
            case SQUARE -> SQUARE;
            default -> throw new IllegalArgumentException("kernel: " + op + " has no complex result");
        };
    }
}
