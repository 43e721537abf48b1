package io.arrayport.core.error;

/** An axis is out of bounds or named twice. */
public final class AxisException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, operand, expected, actual, remedy */
    public AxisException(String message) {
        super(message);
    }

    /**
     * @param message operation, operand, expected, actual, remedy
     * @param cause what was underneath
     */
    public AxisException(String message, Throwable cause) {
        super(message, cause);
    }
}
