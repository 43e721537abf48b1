package io.arrayport.dlpack.python;

import io.arrayport.core.error.ArrayportException;

/** What Python code raised and did not catch. The message is the type and the first line of what it says. */
public final class PythonException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String said;
    private final String traceback;

    PythonException(String type, String message, String traceback) {
        super(message.isEmpty() ? type : type + ": " + message.lines().findFirst().orElse(""));
        this.type = type;
        this.said = message;
        this.traceback = traceback;
    }

    /** The name of the exception's class: {@code "ValueError"}, {@code "numpy.exceptions.AxisError"}. */
    public String type() {
        return type;
    }

    /** The message without the type. */
    String said() {
        return said;
    }

    /** All that Python would print: the lines of code that led there, and the exceptions that caused this one. */
    public String traceback() {
        return traceback;
    }

    /** The message, and then the traceback. */
    @SuppressWarnings("OverrideThrowableToString") // the message alone is what handlers look at
    @Override
    public String toString() {
        return getClass().getName() + ": " + getMessage()
                + (traceback.isEmpty() ? "" : "\n" + traceback.stripTrailing());
    }
}
