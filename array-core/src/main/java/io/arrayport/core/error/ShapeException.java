package io.arrayport.core.error;

/** Shapes do not fit: broadcasting, reshaping, or a layout outside its storage. */
public final class ShapeException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, operand, expected, actual, remedy */
    public ShapeException(String message) {
        super(message);
    }

    /**
     * @param message operation, operand, expected, actual, remedy
     * @param cause what was underneath
     */
    public ShapeException(String message, Throwable cause) {
        super(message, cause);
    }
}
