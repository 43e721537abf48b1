package io.arrayport.core.error;

/** An index is out of bounds, malformed, or one too many. */
public final class IndexException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, operand, expected, actual, remedy */
    public IndexException(String message) {
        super(message);
    }

    /**
     * @param message operation, operand, expected, actual, remedy
     * @param cause what was underneath
     */
    public IndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
