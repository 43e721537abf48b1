package io.arrayport.core.kernel;

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

    /** Returns the row of {@code op}, made anew: each function costs the start of a process as much as a class. */
    static UnaryComplexOp of(Op op) {
        return switch (op) {
            case NEGATIVE -> new UnaryComplexOp((r, _) -> -r, (_, i) -> -i, (r, _) -> -r, (_, i) -> -i);
            case POSITIVE -> new UnaryComplexOp((r, _) -> r, (_, i) -> i, (r, _) -> r, (_, i) -> i);
            case CONJUGATE -> new UnaryComplexOp((r, _) -> r, (_, i) -> -i, (r, _) -> r, (_, i) -> -i);
            case RINT -> new UnaryComplexOp((r, _) -> (float) Floats.rint(r), (_, i) -> (float) Floats.rint(i),
                    (r, _) -> Floats.rint(r),
                    (_, i) -> Floats.rint(i));
            // Fused, as ComplexOp's product
            case SQUARE -> new UnaryComplexOp((r, i) -> Math.fma(r, r, -(i * i)), (r, i) -> Math.fma(r, i, i * r),
                    (r, i) -> Math.fma(r, r, -(i * i)), (r, i) -> Math.fma(r, i, i * r));
            default -> throw new IllegalArgumentException("kernel: " + op + " has no complex result");
        };
    }
}
