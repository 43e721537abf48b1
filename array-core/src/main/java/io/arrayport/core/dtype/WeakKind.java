package io.arrayport.core.dtype;

import java.math.BigInteger;

import io.arrayport.core.error.DTypeException;

/**
 * The kind of a Java number that takes part in promotion. It is weak, as a Python number is by NEP 50: it lends its
 * kind to the result, never its width, so that a float32 array plus {@code 1.0} stays float32.
 */
public enum WeakKind {
    /** {@link Boolean}. */
    BOOL,
    /** {@link Byte}, {@link Short}, {@link Integer}, {@link Long}, {@link BigInteger}. */
    INT,
    /** {@link Float}, {@link Double}. */
    FLOAT,
    /** {@link Complex}. */
    COMPLEX;

    /**
     * The kind of {@code value}.
     *
     * @throws DTypeException if it is not of a class named at the constants
     */
    public static WeakKind of(Object value) {
        return switch (value) {
            case Boolean _ -> BOOL;
            case Byte _,Short _,Integer _,Long _,BigInteger _ -> INT;
            case Float _,Double _ -> FLOAT;
            case Complex _ -> COMPLEX;
            default -> throw new DTypeException("scalar: expected a Boolean, Byte, Short, Integer, Long, BigInteger, "
                    + "Float, Double or Complex, not " + value.getClass().getName());
        };
    }
}
