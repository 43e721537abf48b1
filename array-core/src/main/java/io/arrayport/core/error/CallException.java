package io.arrayport.core.error;

/** A call by name found no function for what it was given. What a function itself refuses, it throws itself. */
public final class CallException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** What was not found. */
    public enum Reason {
        /** There is no function, method or field of that name. */
        UNKNOWN_NAME,
        /** No form of the function has such a keyword. */
        UNKNOWN_KEYWORD,
        /** No form of the function takes these arguments together. */
        NO_SUCH_FORM
    }

    private final Reason reason;

    /**
     * @param reason what was not found
     * @param message operation, operand, expected, actual, remedy
     */
    public CallException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What was not found. */
    public Reason reason() {
        return reason;
    }
}
