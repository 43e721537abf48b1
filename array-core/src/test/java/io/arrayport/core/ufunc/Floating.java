package io.arrayport.core.ufunc;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.element.FloatBits;

/** The part of {@link Oracle} that computes on floating-point numbers: of small ones, halves at most. */
final class Floating {
    private Floating() {}

    /** In double, which float64 does in one rounding, and what is narrower in two that are as good as one. */
    static double compute(Op op, FloatFormat format, double a, double b) {
        boolean nan = Double.isNaN(a) || Double.isNaN(b);
        double quotient = Math.floor(a / b);
        return switch (op) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case FLOOR_DIVIDE -> quotient;
            case REMAINDER -> a - b * quotient == 0 ? Math.copySign(0, b) : a - b * quotient;
            case FMOD -> Math.copySign(Math.abs(a) - Math.abs(b) * Math.floor(Math.abs(a / b)), a);
            case HEAVISIDE -> a == 0 ? b : a > 0 ? 1 : 0;
            case MAXIMUM -> nan ? Double.NaN : a >= b ? a : b;
            case MINIMUM -> nan ? Double.NaN : a <= b ? a : b;
            case FMAX -> Math.max(a, b);
            case FMIN -> Math.min(a, b);
            case COPYSIGN -> Math.copySign(a, b);
            case NEXTAFTER -> next(format, a, b);
            default -> one(op, format, a);
        };
    }

    private static double one(Op op, FloatFormat format, double a) {
        boolean wide = format == FloatFormat.BINARY64;
        double whole = (long) a;
        return switch (op) {
            case NEGATIVE -> -a;
            case POSITIVE, CONJUGATE -> a;
            case ABSOLUTE -> Math.abs(a);
            case SIGN -> Math.signum(a);
            case SQUARE -> a * a;
            case RECIPROCAL -> 1 / a;
            case SQRT -> Math.sqrt(a);
            case RINT -> Math.rint(a);
            case FLOOR -> Math.floor(a);
            case CEIL -> Math.ceil(a);
            case TRUNC -> Math.copySign(whole, a);
            case FRACTION -> Math.copySign(a - whole, a);
            case MANTISSA -> a == 0 ? a : a / Math.pow(2, exponent(a));
            case SPACING -> spacing(format, a);
            case DEGREES -> wide ? a * (180 / Math.PI) : (float) a * (180 / (float) Math.PI);
            case RADIANS -> wide ? a * (Math.PI / 180) : (float) a * ((float) Math.PI / 180);
            default -> throw new AssertionError(op);
        };
    }

    static long exponent(double a) {
        return a == 0 ? 0 : Math.getExponent(a) + 1L;
    }

    /** By bits, which count up from 0; of two equal numbers float16 takes the first, others the second. */
    private static double next(FloatFormat format, double a, double b) {
        boolean half = format == FloatFormat.BINARY16 || format == FloatFormat.BFLOAT16;
        if (a == b) {
            return half ? a : b;
        }
        int step = a > 0 == b > a ? 1 : -1;
        return a == 0 ? Math.copySign(FloatBits.value(format, 1), b)
                : Math.copySign(FloatBits.value(format, FloatBits.of(format, Math.abs(a)) + step), a);
    }

    private static double spacing(FloatFormat format, double a) {
        boolean half = format == FloatFormat.BINARY16 || format == FloatFormat.BFLOAT16;
        double further = FloatBits.value(format, FloatBits.of(format, Math.abs(a)) + 1) - Math.abs(a);
        return half && a < 0 ? Math.abs(a) - FloatBits.value(format, FloatBits.of(format, Math.abs(a)) - 1)
                : a < 0 ? -further : further;
    }

    /** A question about one element. */
    static boolean is(Op op, Object a) {
        boolean zero = !(Boolean) Oracle.cast(a, DType.BOOL);
        return switch (op) {
            case LOGICAL_NOT -> zero;
            case ISNAN -> a instanceof Double d ? d.isNaN()
                    : a instanceof Complex c && (Double.isNaN(c.real()) || Double.isNaN(c.imag()));
            case ISINF -> a instanceof Double d && d.isInfinite();
            case ISFINITE -> !(a instanceof Double d) || Double.isFinite(d);
            case SIGNBIT -> 1 / (Double) a < 0 || (Double) a < 0;
            default -> throw new AssertionError(op);
        };
    }
}
