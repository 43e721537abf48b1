package io.arrayport.core.backend;

/**
 * The elementwise operations of two operands that every device computes: the word by which ufuncs ask and backends
 * answer. Integers wrap, floats follow IEEE 754; both operands and the result have one type.
 */
public enum BinaryOp {
    /** {@code a + b}. */
    ADD,
    /** {@code a - b}. */
    SUBTRACT,
    /** {@code a * b}. */
    MULTIPLY,
    /** {@code a / b}, of floats only. */
    DIVIDE
}
