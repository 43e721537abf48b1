package io.arrayport.core.ufunc;

import java.math.BigInteger;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.element.FloatBits;

/** What a single element becomes: slow, and sharing nothing with kernels, casts and loops. */
final class Oracle {
    private Oracle() {}

    /**
     * The element converted: Boolean, Long, BigInteger (uint64), Double or Complex. Floats beyond integers: not here.
     */
    static Object cast(Object value, DType to) {
        return switch (to) {
            case BoolType _ -> value instanceof Complex c ? c.real() != 0 || c.imag() != 0
                    : value instanceof Boolean b ? b : ((Number) value).doubleValue() != 0;
            case IntegerType type -> wrapped(whole(value), type);
            case FloatType type -> rounded(type.format(), value);
            case ComplexType type -> new Complex((Double) rounded(type.format(), value),
                    value instanceof Complex c ? (Double) rounded(type.format(), c.imag()) : 0);
            case TimeType _,FlexibleType _ -> throw new AssertionError("times and strings have tests of their own");
        };
    }

    private static BigInteger whole(Object value) {
        return switch (value) {
            case Boolean b -> b ? BigInteger.ONE : BigInteger.ZERO;
            case BigInteger big -> big;
            case Long number -> BigInteger.valueOf(number);
            case Complex c -> BigInteger.valueOf((long) c.real());
            default -> BigInteger.valueOf((long) ((Number) value).doubleValue());
        };
    }

    private static Object wrapped(BigInteger value, IntegerType type) {
        BigInteger low = value.mod(BigInteger.ONE.shiftLeft(type.bits()));
        if (type.signed()) {
            return low.testBit(type.bits() - 1) ? low.longValue() - (type.bits() == 64 ? 0 : 1L << type.bits())
                    : low.longValue();
        }
        return type.bits() == 64 ? (Object) low : low.longValue();
    }

    /** The nearest of the format: of integers of less than 50 bits, that is by way of a double. */
    private static Object rounded(FloatFormat format, Object value) {
        double number = switch (value) {
            case Boolean b -> b ? 1 : 0;
            case Complex c -> c.real();
            default -> ((Number) value).doubleValue();
        };
        return FloatBits.value(format, FloatBits.of(format, number));
    }

    /** {@code op(a, b)} of elements of {@code type}; {@code b} is null for one of one operand. */
    static Object compute(Op op, DType type, Object a, Object b) {
        if (op.isPredicate()) {
            return b == null ? Floating.is(op, a) : compare(op, a, b);
        }
        return switch (op) {
            case BITWISE_COUNT -> (long) whole(a).abs().bitCount();
            case EXPONENT -> Floating.exponent((Double) a);
            case LDEXP -> rounded(((FloatType) type).format(), (Double) a * Math.pow(2, whole(b).doubleValue()));
            default -> same(op, type, a, b);
        };
    }

    private static Object same(Op op, DType type, Object a, Object b) {
        return switch (type) {
            case BoolType _ -> bool(op, (Boolean) a, (Boolean) b);
            // what x86-64 makes of infinity
            case IntegerType integer when op == Op.RECIPROCAL && whole(a).signum() == 0 -> integer.signed()
                    && integer.bits() >= 32 ? -1L << integer.bits() - 1 : wrapped(BigInteger.ZERO, integer);
            case IntegerType integer -> wrapped(integer(op, whole(a), b == null ? BigInteger.ZERO : whole(b)), integer);
            case FloatType real -> rounded(real.format(),
                    Floating.compute(op, real.format(), (Double) a, b == null ? 0 : (Double) b));
            case ComplexType complex -> {
                Complex result = complex(op, (Complex) a, b == null ? new Complex(0, 0) : (Complex) b,
                        complex.format());
                yield new Complex((Double) rounded(complex.format(), result.real()),
                        (Double) rounded(complex.format(), result.imag()));
            }
            case TimeType _,FlexibleType _ -> throw new AssertionError("times and strings have tests of their own");
        };
    }

    private static boolean compare(Op op, Object a, Object b) {
        boolean unordered = isNan(a) || isNan(b);
        int sign = unordered ? 2 : sign(a, b);
        boolean left = (Boolean) cast(a, DType.BOOL);
        boolean right = (Boolean) cast(b, DType.BOOL);
        return switch (op) {
            case LOGICAL_AND -> left && right;
            case LOGICAL_OR -> left || right;
            case LOGICAL_XOR -> left != right;
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case LESS -> sign == -1;
            case LESS_EQUAL -> sign == -1 || sign == 0;
            case GREATER -> sign == 1;
            default -> sign == 1 || sign == 0;
        };
    }

    private static boolean isNan(Object a) {
        return a instanceof Double d && d.isNaN()
                || a instanceof Complex c && (Double.isNaN(c.real()) || Double.isNaN(c.imag()));
    }

    private static int sign(Object a, Object b) {
        if (a instanceof Complex c && b instanceof Complex d) {
            int real = sign((Object) c.real(), d.real());
            return real == 0 ? sign((Object) c.imag(), d.imag()) : real;
        }
        if (a instanceof Double c && b instanceof Double d) {
            return c < d ? -1 : c > d ? 1 : 0;
        }
        return Integer.signum(whole(a).compareTo(whole(b)));
    }

    private static boolean bool(Op op, boolean a, Boolean b) {
        return switch (op) {
            case ADD, MAXIMUM, FMAX, BITWISE_OR -> a || b;
            case MULTIPLY, MINIMUM, FMIN, BITWISE_AND -> a && b;
            case BITWISE_XOR -> a ^ b;
            case INVERT -> !a;
            case ABSOLUTE, FLOOR, CEIL, TRUNC -> a;
            default -> throw new AssertionError(op);
        };
    }

    private static BigInteger integer(Op op, BigInteger a, BigInteger b) {
        BigInteger[] parts = b.signum() == 0 ? new BigInteger[]{BigInteger.ZERO, BigInteger.ZERO}
                : a.divideAndRemainder(b);
        boolean down = parts[1].signum() * b.signum() < 0; // the quotient was rounded up
        return switch (op) {
            case FLOOR_DIVIDE -> down ? parts[0].subtract(BigInteger.ONE) : parts[0];
            case REMAINDER -> down ? parts[1].add(b) : parts[1];
            case FMOD -> parts[1];
            case GCD -> a.gcd(b);
            case LCM -> a.signum() == 0 || b.signum() == 0 ? BigInteger.ZERO : a.multiply(b).divide(a.gcd(b)).abs();
            case BITWISE_AND -> a.and(b);
            case BITWISE_OR -> a.or(b);
            case BITWISE_XOR -> a.xor(b);
            case INVERT -> a.not();
            case LEFT_SHIFT -> b.signum() < 0 || b.bitLength() > 7 ? BigInteger.ZERO : a.shiftLeft(b.intValue());
            case RIGHT_SHIFT -> a.shiftRight(b.signum() < 0 || b.bitLength() > 7 ? 200 : b.intValue());
            case SIGN -> BigInteger.valueOf(a.signum());
            case RECIPROCAL -> a.abs().equals(BigInteger.ONE) ? a : BigInteger.ZERO;
            case POSITIVE, CONJUGATE, FLOOR, CEIL, TRUNC -> a;
            case FMAX -> a.max(b);
            case FMIN -> a.min(b);
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case MAXIMUM -> a.max(b);
            case MINIMUM -> a.min(b);
            case NEGATIVE -> a.negate();
            case ABSOLUTE -> a.abs();
            case SQUARE -> a.multiply(a);
            default -> throw new AssertionError(op);
        };
    }

    private static Complex complex(Op op, Complex a, Complex b, FloatFormat format) {
        return switch (op) {
            case ADD -> new Complex(a.real() + b.real(), a.imag() + b.imag());
            case SUBTRACT -> new Complex(a.real() - b.real(), a.imag() - b.imag());
            case MULTIPLY -> product(a, b, format);
            case SQUARE -> product(a, a, format);
            case POSITIVE -> a;
            case CONJUGATE -> new Complex(a.real(), -a.imag());
            case RINT -> new Complex(Math.rint(a.real()), Math.rint(a.imag()));
            case NEGATIVE -> new Complex(-a.real(), -a.imag());
            case MAXIMUM, FMAX -> sign(a, b) >= 0 ? a : b;
            case MINIMUM, FMIN -> sign(a, b) <= 0 ? a : b;
            default -> throw new AssertionError(op);
        };
    }

    private static Complex product(Complex a, Complex b, FloatFormat format) {
        return new Complex(part(format, a.real() * b.real()) - part(format, a.imag() * b.imag()),
                part(format, a.real() * b.imag()) + part(format, a.imag() * b.real()));
    }

    private static double part(FloatFormat format, double value) {
        return (Double) rounded(format, value);
    }
}
