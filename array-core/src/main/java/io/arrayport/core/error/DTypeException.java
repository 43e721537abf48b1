package io.arrayport.core.error;

/** An element type is unknown, or has no loop or no counterpart for what was asked. */
public final class DTypeException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, operand, expected, actual, remedy */
    public DTypeException(String message) {
        super(message);
    }

    /**
     * @param message operation, operand, expected, actual, remedy
     * @param cause what was underneath
     */
    public DTypeException(String message, Throwable cause) {
        super(message, cause);
    }
}
