package io.arrayport.core.error;

/** The bytes cannot be shared as asked; the message says why and what to call instead. */
public final class ZeroCopyException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, operand, expected, actual, remedy */
    public ZeroCopyException(String message) {
        super(message);
    }

    /**
     * @param message operation, operand, expected, actual, remedy
     * @param cause what was underneath
     */
    public ZeroCopyException(String message, Throwable cause) {
        super(message, cause);
    }
}
