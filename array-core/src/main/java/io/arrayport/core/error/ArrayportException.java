package io.arrayport.core.error;

/** Root of every error the library raises on purpose. Unchecked: callers rarely can mend it on the spot. */
public class ArrayportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, operand, expected, actual, remedy */
    public ArrayportException(String message) {
        super(message);
    }

    /**
     * @param message operation, operand, expected, actual, remedy
     * @param cause what was underneath
     */
    public ArrayportException(String message, Throwable cause) {
        super(message, cause);
    }
}
