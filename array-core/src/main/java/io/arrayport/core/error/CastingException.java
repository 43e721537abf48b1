package io.arrayport.core.error;

/** A conversion between element types that the casting rule in force forbids. */
public final class CastingException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, operand, expected, actual, remedy */
    public CastingException(String message) {
        super(message);
    }

    /**
     * @param message operation, operand, expected, actual, remedy
     * @param cause what was underneath
     */
    public CastingException(String message, Throwable cause) {
        super(message, cause);
    }
}
