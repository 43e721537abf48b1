package io.arrayport.core.error;

/** Access to an array whose storage was closed. */
public final class ClosedException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, operand, expected, actual, remedy */
    public ClosedException(String message) {
        super(message);
    }

    /**
     * @param message operation, operand, expected, actual, remedy
     * @param cause what was underneath
     */
    public ClosedException(String message, Throwable cause) {
        super(message, cause);
    }
}
