package io.arrayport.core.error;

/** A neighbour's description of memory (DLPack, Arrow, a file) is malformed; the message names the field. */
public final class ForeignDescriptorException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, operand, expected, actual, remedy */
    public ForeignDescriptorException(String message) {
        super(message);
    }

    /**
     * @param message operation, operand, expected, actual, remedy
     * @param cause what was underneath
     */
    public ForeignDescriptorException(String message, Throwable cause) {
        super(message, cause);
    }
}
