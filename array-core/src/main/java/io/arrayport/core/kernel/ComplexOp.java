package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;

/**
 * An operation of two complex numbers: a row. Each part of the result is a function of both operands' parts, in the
 * arithmetic of the parts' type.
 */
record ComplexOp(FloatPart singleReal, FloatPart singleImag, DoublePart doubleReal, DoublePart doubleImag) {

    /** One part of the result, of numbers in binary32. */
    @FunctionalInterface
    interface FloatPart {
        float apply(float ar, float ai, float br, float bi);
    }

    /** One part of the result, of numbers in binary64. */
    @FunctionalInterface
    interface DoublePart {
        double apply(double ar, double ai, double br, double bi);
    }

    private static final ComplexOp ADD = new ComplexOp((ar, _, br, _) -> ar + br, (_, ai, _, bi) -> ai + bi,
            (ar, _, br, _) -> ar + br, (_, ai, _, bi) -> ai + bi);
    private static final ComplexOp SUBTRACT = new ComplexOp((ar, _, br, _) -> ar - br, (_, ai, _, bi) -> ai - bi,
            (ar, _, br, _) -> ar - br, (_, ai, _, bi) -> ai - bi);
    /** Fused as NumPy's elementwise loops are on every x86-64 processor of the last ten years. */
    private static final ComplexOp MULTIPLY = new ComplexOp(
            (ar, ai, br, bi) -> Math.fma(ar, br, -(ai * bi)), (ar, ai, br, bi) -> Math.fma(ar, bi, ai * br),
            (ar, ai, br, bi) -> Math.fma(ar, br, -(ai * bi)), (ar, ai, br, bi) -> Math.fma(ar, bi, ai * br));
    /** Rounded at every step, as NumPy's loops that carry a result along are. */
    static final ComplexOp CARRIED_MULTIPLY = new ComplexOp(
            (ar, ai, br, bi) -> ar * br - ai * bi, (ar, ai, br, bi) -> ar * bi + ai * br,
            (ar, ai, br, bi) -> ar * br - ai * bi, (ar, ai, br, bi) -> ar * bi + ai * br);
    private static final ComplexOp DIVIDE = new ComplexOp(ComplexQuotient::real, ComplexQuotient::imag,
            ComplexQuotient::real, ComplexQuotient::imag);
    private static final ComplexOp MAXIMUM = extremum(ScalarTest.of(Op.GREATER_EQUAL).complex());
    private static final ComplexOp MINIMUM = extremum(ScalarTest.of(Op.LESS_EQUAL).complex());
    private static final ComplexOp FMAX = number(ScalarTest.of(Op.GREATER_EQUAL).complex());
    private static final ComplexOp FMIN = number(ScalarTest.of(Op.LESS_EQUAL).complex());

    /** Returns the row of {@code op} between elements. */
    static ComplexOp of(Op op) {
        return switch (op) {
            case ADD -> ADD;
            case SUBTRACT -> SUBTRACT;
            case MULTIPLY -> MULTIPLY;
            case DIVIDE -> DIVIDE;
            case MAXIMUM -> MAXIMUM;
            case MINIMUM -> MINIMUM;
            case FMAX -> FMAX;
            case FMIN -> FMIN;
            default -> throw new IllegalArgumentException("kernel: " + op + " has no complex result");
        };
    }

    /** The first operand where it {@code wins} or has a nan, else the second. */
    private static ComplexOp extremum(ScalarTest.Complex wins) {
        return new ComplexOp(
                (ar, ai, br, bi) -> Float.isNaN(ar) || Float.isNaN(ai) || wins.test(ar, ai, br, bi) ? ar : br,
                (ar, ai, br, bi) -> Float.isNaN(ar) || Float.isNaN(ai) || wins.test(ar, ai, br, bi) ? ai : bi,
                (ar, ai, br,
                        bi) -> Double.isNaN(ar) || Double.isNaN(ai) || wins.test(ar, ai, br, bi)
                                ? ar : br,
                (ar, ai, br,
                        bi) -> Double.isNaN(ar) || Double.isNaN(ai) || wins.test(ar, ai, br, bi)
                                ? ai : bi);
    }

    /** The first operand where it {@code wins} or the second has a nan, else the second. */
    private static ComplexOp number(ScalarTest.Complex wins) {
        return new ComplexOp(
                (ar, ai, br, bi) -> Float.isNaN(br) || Float.isNaN(bi) || wins.test(ar, ai, br, bi) ? ar : br,
                (ar, ai, br, bi) -> Float.isNaN(br) || Float.isNaN(bi) || wins.test(ar, ai, br, bi) ? ai : bi,
                (ar, ai, br, bi) -> Double.isNaN(br) || Double.isNaN(bi) || wins.test(ar, ai, br, bi) ? ar : br,
                (ar, ai, br, bi) -> Double.isNaN(br) || Double.isNaN(bi) || wins.test(ar, ai, br, bi) ? ai : bi);
    }
}
