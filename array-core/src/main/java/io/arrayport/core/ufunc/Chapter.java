package io.arrayport.core.ufunc;

/** Where NumPy's reference describes a ufunc: the facade has an interface for each. */
public enum Chapter {
    /** Sums, products, signs. */
    ARITHMETIC,
    /** The bits of integers. */
    BITS,
    /** Of two values, which is greater. */
    COMPARISON,
    /** Exponentials and logarithms. */
    EXPONENTS,
    /** The lesser and the greater of two values. */
    EXTREMA,
    /** How floating-point numbers are made. */
    FLOATING,
    /** Hyperbolic functions. */
    HYPERBOLIC,
    /** True and false. */
    LOGIC,
    /** Products of matrices and vectors. */
    PRODUCTS,
    /** Whole numbers next to others. */
    ROUNDING,
    /** Characters. */
    STRINGS,
    /** Angles. */
    TRIGONOMETRIC;
}
