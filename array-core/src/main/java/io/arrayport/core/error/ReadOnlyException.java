package io.arrayport.core.error;

/** A write to an array that may not be written. */
public final class ReadOnlyException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, operand, expected, actual, remedy */
    public ReadOnlyException(String message) {
        super(message);
    }

    /**
     * @param message operation, operand, expected, actual, remedy
     * @param cause what was underneath
     */
    public ReadOnlyException(String message, Throwable cause) {
        super(message, cause);
    }
}
