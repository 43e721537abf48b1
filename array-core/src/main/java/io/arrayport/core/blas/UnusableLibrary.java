package io.arrayport.core.blas;

/** A library that is there and does not suit, or cannot be unpacked: {@link Blas} says so and goes on without. */
final class UnusableLibrary extends Exception {
    private static final long serialVersionUID = 1;

    UnusableLibrary(String message) {
        super(message);
    }
}
