package io.arrayport.dlpack.python;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.util.Collections;

/**
 * A function of CPython's, called as what it returns: a pointer or a 64-bit integer, a C int, or nothing. What it
 * takes are pointers and 64-bit integers.
 *
 * @param name for errors
 * @param handle constant to the compiler where the function is, as records' fields are
 */
record CFunction(String name, MethodHandle handle) {
    private static final Linker LINKER = Linker.nativeLinker();

    /** @throws PythonUnavailableException if the running Python has no such function */
    static CFunction of(String name, FunctionDescriptor type) {
        return new CFunction(name, LINKER.downcallHandle(Interpreter.symbols().find(name)
                .orElseThrow(() -> new PythonUnavailableException(
                        "python: the library lacks " + name + "; Python 3.8 or newer is needed")),
                type));
    }

    static CFunction ofPointer(String name, int parameters) {
        return of(name, FunctionDescriptor.of(JAVA_LONG, longs(parameters)));
    }

    static CFunction ofInt(String name, int parameters) {
        return of(name, FunctionDescriptor.of(JAVA_INT, longs(parameters)));
    }

    static CFunction ofNothing(String name, int parameters) {
        return of(name, FunctionDescriptor.ofVoid(longs(parameters)));
    }

    private static MemoryLayout[] longs(int count) {
        return Collections.nCopies(count, JAVA_LONG).toArray(MemoryLayout[]::new);
    }

    long pointer() {
        try {
            return (long) handle.invokeExact();
        } catch (Throwable t) {
            throw Libpython.unexpected(name, t);
        }
    }

    long pointer(long a) {
        try {
            return (long) handle.invokeExact(a);
        } catch (Throwable t) {
            throw Libpython.unexpected(name, t);
        }
    }

    long pointer(long a, long b) {
        try {
            return (long) handle.invokeExact(a, b);
        } catch (Throwable t) {
            throw Libpython.unexpected(name, t);
        }
    }

    long pointer(long a, long b, long c) {
        try {
            return (long) handle.invokeExact(a, b, c);
        } catch (Throwable t) {
            throw Libpython.unexpected(name, t);
        }
    }

    int status() {
        try {
            return (int) handle.invokeExact();
        } catch (Throwable t) {
            throw Libpython.unexpected(name, t);
        }
    }

    int status(long a) {
        try {
            return (int) handle.invokeExact(a);
        } catch (Throwable t) {
            throw Libpython.unexpected(name, t);
        }
    }

    int status(long a, long b) {
        try {
            return (int) handle.invokeExact(a, b);
        } catch (Throwable t) {
            throw Libpython.unexpected(name, t);
        }
    }

    int status(long a, long b, long c) {
        try {
            return (int) handle.invokeExact(a, b, c);
        } catch (Throwable t) {
            throw Libpython.unexpected(name, t);
        }
    }

    void run(long a) {
        try {
            handle.invokeExact(a);
        } catch (Throwable t) {
            throw Libpython.unexpected(name, t);
        }
    }

    void run(long a, long b) {
        try {
            handle.invokeExact(a, b);
        } catch (Throwable t) {
            throw Libpython.unexpected(name, t);
        }
    }

    void run(long a, long b, long c) {
        try {
            handle.invokeExact(a, b, c);
        } catch (Throwable t) {
            throw Libpython.unexpected(name, t);
        }
    }
}
