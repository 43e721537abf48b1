package io.arrayport.core.error;

/** The bytes lie on a device where the operation cannot reach them. */
public final class DeviceException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, operand, expected, actual, remedy */
    public DeviceException(String message) {
        super(message);
    }

    /**
     * @param message operation, operand, expected, actual, remedy
     * @param cause what was underneath
     */
    public DeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}
