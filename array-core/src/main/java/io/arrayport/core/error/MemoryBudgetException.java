package io.arrayport.core.error;

/** Off-heap memory is exhausted; the message says what was asked, held and allowed. */
public final class MemoryBudgetException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, operand, expected, actual, remedy */
    public MemoryBudgetException(String message) {
        super(message);
    }

    /**
     * @param message operation, operand, expected, actual, remedy
     * @param cause what was underneath
     */
    public MemoryBudgetException(String message, Throwable cause) {
        super(message, cause);
    }
}
