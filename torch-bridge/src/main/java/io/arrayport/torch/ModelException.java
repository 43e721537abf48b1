package io.arrayport.torch;

import io.arrayport.core.error.ArrayportException;

/** A model cannot be loaded, or does not take what it was given; one line says which model, what, and why. */
public final class ModelException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    /** @param message model, expected, actual */
    public ModelException(String message) {
        super(message);
    }

    /**
     * @param message model, expected, actual
     * @param cause what the engine said, in full
     */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
