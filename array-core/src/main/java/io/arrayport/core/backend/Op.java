package io.arrayport.core.backend;

/**
 * The elementwise operations that devices compute: the word by which ufuncs ask and backends answer. Integers wrap,
 * floats follow IEEE 754. Inputs have one type; the result has it too, but for {@linkplain #isPredicate() predicates},
 * which give bools, and the absolute value of a complex number, which is real.
 */
public enum Op {
    /** {@code a + b}; of bools, or. */
    ADD(2),
    /** {@code a - b}. */
    SUBTRACT(2),
    /** {@code a * b}; of bools, and. */
    MULTIPLY(2),
    /** {@code a / b}, of floating and complex numbers only. */
    DIVIDE(2),
    /** The greater one; NaN if either is. Complex numbers compare by real part, then by imaginary part. */
    MAXIMUM(2),
    /** The lesser one; NaN if either is. */
    MINIMUM(2),
    /** {@code a == b}. */
    EQUAL(2),
    /** {@code a != b}. */
    NOT_EQUAL(2),
    /** {@code a < b}. */
    LESS(2),
    /** {@code a <= b}. */
    LESS_EQUAL(2),
    /** {@code a > b}. */
    GREATER(2),
    /** {@code a >= b}. */
    GREATER_EQUAL(2),
    /** {@code -a}. */
    NEGATIVE(1),
    /** The distance from 0. */
    ABSOLUTE(1),
    /** {@code a * a}. */
    SQUARE(1),
    /** The square root, correctly rounded for real numbers. */
    SQRT(1),
    /** The sine of an angle in radians. */
    SIN(1),
    /** The cosine of an angle in radians. */
    COS(1),
    /** e to the power of a. */
    EXP(1),
    /** The natural logarithm. */
    LOG(1);

    private final int inputs;

    Op(int inputs) {
        this.inputs = inputs;
    }

    /** Returns how many inputs there are. */
    public int inputs() {
        return inputs;
    }

    /** Returns whether results are bools, whatever the inputs are. */
    public boolean isPredicate() {
        return compareTo(EQUAL) >= 0 && compareTo(GREATER_EQUAL) <= 0;
    }
}
