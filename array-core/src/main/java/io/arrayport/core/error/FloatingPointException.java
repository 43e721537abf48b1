package io.arrayport.core.error;

/** A floating-point error that {@code np.errstate} asks to raise: NumPy's FloatingPointError. */
public final class FloatingPointException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message operation, what was computed from what, which setting raised it */
    public FloatingPointException(String message) {
        super(message);
    }
}
