package io.arrayport.conformance.matrix;

import io.arrayport.dlpack.python.Python;
import io.arrayport.dlpack.python.PythonException;
import io.arrayport.dlpack.python.PythonUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Python with NumPy, if it is here.
 *
 * @param why it is not; empty if it is
 */
record PythonHere(@Nullable Python python, String why) implements AutoCloseable {
    static PythonHere look() {
        Python python;
        try {
            python = Python.start();
        } catch (PythonUnavailableException absent) {
            return new PythonHere(null, String.valueOf(absent.getMessage()));
        }
        try {
            python.module("numpy").close();
            return new PythonHere(python, "");
        } catch (PythonException absent) {
            python.close();
            return new PythonHere(null, "python3 has no NumPy: " + absent.getMessage());
        }
    }

    @Override
    public void close() {
        if (python != null) {
            python.close();
        }
    }
}
