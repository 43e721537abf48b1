package io.arrayport.dlpack.python;

import io.arrayport.core.error.ArrayportException;

/** There is no Python that this process could run. The message says in one line what was looked for and what helps. */
public final class PythonUnavailableException extends ArrayportException {
    private static final long serialVersionUID = 1L;

    PythonUnavailableException(String message) {
        super(message);
    }

    PythonUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
