package io.arrayport.core.layout;

import io.arrayport.core.error.ShapeException;

/** Lengths of axes that are made of others. */
public final class Lengths {
    private Lengths() {}

    /**
     * Adds lengths.
     *
     * @param operation named in the error
     * @throws ShapeException if the sum is more than a long counts
     */
    public static long sum(String operation, long length, long more) {
        if (length + more < 0) {
            throw tooLong(operation);
        }
        return length + more;
    }

    /**
     * Multiplies lengths.
     *
     * @param operation named in the error
     * @throws ShapeException if the product is more than a long counts
     */
    public static long product(String operation, long length, long times) {
        if (Math.multiplyHigh(length, times) != 0 || length * times < 0) {
            throw tooLong(operation);
        }
        return length * times;
    }

    private static ShapeException tooLong(String operation) {
        return new ShapeException(operation + ": the result is longer than a long counts");
    }
}
