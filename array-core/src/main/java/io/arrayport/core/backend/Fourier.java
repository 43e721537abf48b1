package io.arrayport.core.backend;

/** The kinds of discrete Fourier transforms along an axis of n elements. */
public enum Fourier {
    /** By {@code exp(-2 pi i j k / n)}: from n numbers, which may be real, to n complex ones. */
    FORWARD,
    /** By {@code exp(+2 pi i j k / n)}, as {@link #FORWARD}. */
    BACKWARD,
    /** As {@link #FORWARD}, from n real numbers to the first {@code n / 2 + 1} complex ones, which tell the rest. */
    REAL,
    /** As {@link #BACKWARD}, from the first {@code n / 2 + 1} complex numbers to n real ones. */
    HERMITIAN
}
