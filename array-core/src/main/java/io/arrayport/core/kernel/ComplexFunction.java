package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.Complex;
import org.jspecify.annotations.Nullable;

/**
 * A function of one complex number that is computed as a whole, in binary64 for both types: one result serves both
 * parts, and a binary32 result is that one rounded. Infinite, nan and signed zero parts give what C's Annex G says.
 */
@FunctionalInterface
interface ComplexFunction {
    Complex of(double r, double i);

    /** Returns the function that computes {@code op}; null if {@link UnaryComplexOp} has it, part by part. */
    static @Nullable ComplexFunction of(Op op) {
        return switch (op) {
            case SIGN -> ComplexRoot::sign;
            case RECIPROCAL -> ComplexQuotient::reciprocal;
            case EXP -> ComplexExponential::exp;
            case EXP2 -> ComplexExponential::exp2;
            case EXPM1 -> ComplexExponential::expm1;
            case LOG -> ComplexLogarithm::log;
            case LOG2 -> ComplexLogarithm::log2;
            case LOG10 -> ComplexLogarithm::log10;
            case LOG1P -> ComplexLogarithm::log1p;
            case SQRT -> ComplexRoot::root;
            case SIN -> turned(ComplexHyperbolic::sinh);
            case COS -> (r, i) -> ComplexHyperbolic.cosh(-i, r);
            case TAN -> turned(ComplexHyperbolic::tanh);
            case SINH -> ComplexHyperbolic::sinh;
            case COSH -> ComplexHyperbolic::cosh;
            case TANH -> ComplexHyperbolic::tanh;
            case ARCSIN -> ComplexInverse::arcsin;
            case ARCCOS -> ComplexInverse::arccos;
            case ARCTAN -> turned(ComplexInverse::arctanh);
            case ARCSINH -> turned(ComplexInverse::arcsin);
            case ARCCOSH -> ComplexInverse::arccosh;
            case ARCTANH -> ComplexInverse::arctanh;
            default -> null;
        };
    }

    /** f(iz) / i of an odd {@code f} that commutes with conjugation: both parts change places, twice. */
    private static ComplexFunction turned(ComplexFunction f) {
        return (r, i) -> {
            Complex value = f.of(i, r);
            double real = value.imag();
            double imag = value.real();
            return new Complex(real, imag);
        };
    }
}
