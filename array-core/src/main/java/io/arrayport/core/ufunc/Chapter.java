package io.arrayport.core.ufunc;

/** Where NumPy's reference describes a ufunc: the facade has an interface for each. */
public enum Chapter {
    /** Sums, products, signs. */
    ARITHMETIC,
    /** Of two values, which is greater. */
    COMPARISON,
    /** Exponentials and logarithms. */
    EXPONENTS,
    /** The lesser and the greater of two values. */
    EXTREMA,
    /** Angles. */
    TRIGONOMETRIC;
}
