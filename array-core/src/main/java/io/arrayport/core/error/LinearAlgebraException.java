package io.arrayport.core.error;

/** Linear algebra that has no answer, or does not find it: NumPy's LinAlgError. */
public final class LinearAlgebraException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, operand, expected, actual, remedy */
    public LinearAlgebraException(String message) {
        super(message);
    }
}
