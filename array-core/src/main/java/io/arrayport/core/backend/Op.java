package io.arrayport.core.backend;

/**
 * The elementwise operations that devices compute: the word by which ufuncs ask and backends answer. Integers wrap,
 * floats follow IEEE 754. Inputs have one type unless it says otherwise, and {@link #result} says what comes of them.
 * A ufunc of two results is two of these.
 */
public enum Op {
    // Arithmetic
    /** {@code a + b}; of bools, or. */
    ADD(2),
    /** {@code a - b}. */
    SUBTRACT(2),
    /** {@code a * b}; of bools, and. */
    MULTIPLY(2),
    /** {@code a / b}, of floating and complex numbers only. */
    DIVIDE(2),
    /** The largest whole number not above {@code a / b}; of integers, 0 where {@code b} is. */
    FLOOR_DIVIDE(2),
    /** {@code a - b * floor(a / b)}: it has {@code b}'s sign. */
    REMAINDER(2),
    /** {@code a - b * trunc(a / b)}: it has {@code a}'s sign. */
    FMOD(2),
    /** {@code a} to the power of {@code b}; of integers, {@code b} is not negative. */
    POWER(2),
    /** The greatest integer that divides both. */
    GCD(2),
    /** The least integer that both divide. */
    LCM(2),
    /** {@code -a}. */
    NEGATIVE(1),
    /** {@code a}. */
    POSITIVE(1),
    /** The distance from 0; of complex numbers, real. */
    ABSOLUTE(1, Result.PART),
    /** -1, 0 or 1; of complex numbers {@code a / |a|}. */
    SIGN(1),
    /** {@code a * a}. */
    SQUARE(1),
    /** {@code 1 / a}. */
    RECIPROCAL(1),
    /** The complex conjugate. */
    CONJUGATE(1),
    /** 0 below 0, {@code b} at 0, 1 above. */
    HEAVISIDE(2),

    // Rounding
    /** The nearest whole number, the even one of two. */
    RINT(1),
    /** The largest whole number not above. */
    FLOOR(1),
    /** The smallest whole number not below. */
    CEIL(1),
    /** The whole number next to it towards 0. */
    TRUNC(1),

    // Exponentials and logarithms
    /** The square root, correctly rounded for real numbers. */
    SQRT(1),
    /** The real cube root. */
    CBRT(1),
    /** {@code sqrt(a * a + b * b)}, without overflow in between. */
    HYPOT(2),
    /** e to the power of a. */
    EXP(1),
    /** 2 to the power of a. */
    EXP2(1),
    /** e to the power of a, less 1. */
    EXPM1(1),
    /** The natural logarithm. */
    LOG(1),
    /** The logarithm to base 2. */
    LOG2(1),
    /** The logarithm to base 10. */
    LOG10(1),
    /** The natural logarithm of 1 + a. */
    LOG1P(1),
    /** {@code log(exp(a) + exp(b))}. */
    LOGADDEXP(2),
    /** {@code log2(exp2(a) + exp2(b))}. */
    LOGADDEXP2(2),

    // Angles in radians, and hyperbolic functions
    /** The sine. */
    SIN(1),
    /** The cosine. */
    COS(1),
    /** The tangent. */
    TAN(1),
    /** The angle whose sine it is. */
    ARCSIN(1),
    /** The angle whose cosine it is. */
    ARCCOS(1),
    /** The angle whose tangent it is. */
    ARCTAN(1),
    /** The angle of the point with y = a and x = b. */
    ARCTAN2(2),
    /** The hyperbolic sine. */
    SINH(1),
    /** The hyperbolic cosine. */
    COSH(1),
    /** The hyperbolic tangent. */
    TANH(1),
    /** The inverse hyperbolic sine. */
    ARCSINH(1),
    /** The inverse hyperbolic cosine. */
    ARCCOSH(1),
    /** The inverse hyperbolic tangent. */
    ARCTANH(1),
    /** Degrees of an angle in radians. */
    DEGREES(1),
    /** Radians of an angle in degrees. */
    RADIANS(1),

    // Bits
    /** The bits that both have. */
    BITWISE_AND(2),
    /** The bits that either has. */
    BITWISE_OR(2),
    /** The bits that one of the two has. */
    BITWISE_XOR(2),
    /** The bits that it has not; of bools, not. */
    INVERT(1),
    /** {@code a} times 2 to the power of {@code b}. */
    LEFT_SHIFT(2),
    /** {@code a} divided by 2 to the power of {@code b}, rounded down. */
    RIGHT_SHIFT(2),
    /** How many bits of the absolute value are 1. */
    BITWISE_COUNT(1, Result.COUNT),

    // Truth
    /** Whether both are other than 0. */
    LOGICAL_AND(2, Result.TRUTH),
    /** Whether either is other than 0. */
    LOGICAL_OR(2, Result.TRUTH),
    /** Whether one of the two is other than 0. */
    LOGICAL_XOR(2, Result.TRUTH),
    /** Whether it is 0. */
    LOGICAL_NOT(1, Result.TRUTH),

    // Comparison
    /** {@code a == b}. */
    EQUAL(2, Result.TRUTH),
    /** {@code a != b}. */
    NOT_EQUAL(2, Result.TRUTH),
    /** {@code a < b}. */
    LESS(2, Result.TRUTH),
    /** {@code a <= b}. */
    LESS_EQUAL(2, Result.TRUTH),
    /** {@code a > b}. */
    GREATER(2, Result.TRUTH),
    /** {@code a >= b}. */
    GREATER_EQUAL(2, Result.TRUTH),
    /** The greater one; NaN if either is. Complex numbers compare by real part, then by imaginary part. */
    MAXIMUM(2),
    /** The lesser one; NaN if either is. */
    MINIMUM(2),
    /** The greater one; the other if one is NaN. */
    FMAX(2),
    /** The lesser one; the other if one is NaN. */
    FMIN(2),

    // Floating-point numbers
    /** Whether it is NaN. */
    ISNAN(1, Result.TRUTH),
    /** Whether it is infinite. */
    ISINF(1, Result.TRUTH),
    /** Whether it is neither NaN nor infinite. */
    ISFINITE(1, Result.TRUTH),
    /** Whether it is not a time. */
    ISNAT(1, Result.TRUTH),
    /** Whether the sign bit is set, also of 0 and NaN. */
    SIGNBIT(1, Result.TRUTH),
    /** {@code a} with the sign of {@code b}. */
    COPYSIGN(2),
    /** The number next to {@code a} towards {@code b}. */
    NEXTAFTER(2),
    /** The distance from the next number further from 0. */
    SPACING(1),
    /** What is left of a number without its whole part, with its sign. */
    FRACTION(1),
    /** What is left when the {@link #EXPONENT} is taken out: from 0.5 to below 1. */
    MANTISSA(1),
    /** The exponent to base 2 that goes with {@link #MANTISSA}: int32. */
    EXPONENT(1, Result.EXPONENT),
    /** {@code a} times 2 to the power of {@code b}, which is int32 or int64. */
    LDEXP(2),

    // Strings
    /** How many characters there are: int64. */
    STR_LEN(1, Result.LENGTH),
    /** Whether all characters are letters or numbers. */
    IS_ALNUM(1, Result.TRUTH),
    /** Whether all characters are letters. */
    IS_ALPHA(1, Result.TRUTH),
    /** Whether all characters are decimal digits; of unicode only. */
    IS_DECIMAL(1, Result.TRUTH),
    /** Whether all characters are digits. */
    IS_DIGIT(1, Result.TRUTH),
    /** Whether there is a small letter, and none of another case. */
    IS_LOWER(1, Result.TRUTH),
    /** Whether all characters mean numbers; of unicode only. */
    IS_NUMERIC(1, Result.TRUTH),
    /** Whether all characters are blank. */
    IS_SPACE(1, Result.TRUTH),
    /** Whether each run of letters begins with its only capital. */
    IS_TITLE(1, Result.TRUTH),
    /** Whether there is a capital, and no letter of another case. */
    IS_UPPER(1, Result.TRUTH);

    /** What kind of element an operation gives. */
    public enum Result {
        /** The type of the inputs; of the first one if they differ. */
        SAME,
        /** Bool. */
        TRUTH,
        /** The type of the inputs, and of a complex number's parts. */
        PART,
        /** int32. */
        EXPONENT,
        /** uint8. */
        COUNT,
        /** int64. */
        LENGTH
    }

    private final int inputs;
    private final Result result;

    Op(int inputs) {
        this(inputs, Result.SAME);
    }

    Op(int inputs, Result result) {
        this.inputs = inputs;
        this.result = result;
    }

    /** Returns how many inputs there are. */
    public int inputs() {
        return inputs;
    }

    /** Returns what it gives. */
    public Result result() {
        return result;
    }

    /** Returns whether results are bools, whatever the inputs are. */
    public boolean isPredicate() {
        return result == Result.TRUTH;
    }
}
