package io.arrayport.dlpack.python;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

import io.arrayport.core.memory.Memory;

/** CPython's functions for the exception that is pending in a thread, as {@link CPython} the others. */
final class CPythonErrors {
    private static final CFunction OCCURRED = CFunction.ofPointer("PyErr_Occurred", 0);
    private static final CFunction FETCH = CFunction.ofNothing("PyErr_Fetch", 3);
    private static final CFunction NORMALIZE = CFunction.ofNothing("PyErr_NormalizeException", 3);
    private static final CFunction SET_TRACE = CFunction.ofInt("PyException_SetTraceback", 2);
    private static final CFunction CLASS_NAME = CFunction.ofPointer("PyExceptionClass_Name", 1);
    private static final CFunction RESTORE = CFunction.ofNothing("PyErr_Restore", 3);
    private static final CFunction SET_STRING = CFunction.ofNothing("PyErr_SetString", 2);

    private CPythonErrors() {}

    /** What a function returned, unless it is NULL: then Python has raised, and so does this. */
    static long value(long result) {
        if (result == 0) {
            throw Raised.take();
        }
        return result;
    }

    /** What a function returned, unless it is negative: then Python has raised, and so does this. */
    static long checked(long result) {
        if (result < 0) {
            throw Raised.take();
        }
        return result;
    }

    /** What a function returned. Nothing stays raised where it is NULL. */
    static long orNull(long result) {
        if (result == 0) {
            clear();
        }
        return result;
    }

    static boolean occurred() {
        return OCCURRED.pointer() != 0;
    }

    /** Takes the pending exception, normalised; 0 where none is. The caller owns it. */
    static long fetchNew() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment three = arena.allocate(JAVA_LONG, 3);
            long at = three.address();
            FETCH.run(at, at + 8, at + 16);
            NORMALIZE.run(at, at + 8, at + 16);
            CPython.decref(Memory.RAW.get(JAVA_LONG_UNALIGNED, at));
            long value = Memory.RAW.get(JAVA_LONG_UNALIGNED, at + 8);
            long trace = Memory.RAW.get(JAVA_LONG_UNALIGNED, at + 16);
            if (value != 0 && trace != 0) {
                SET_TRACE.status(value, trace); // not the attribute, which a class may have made its own
            }
            CPython.decref(trace);
            return value;
        }
    }

    /** The name that the class of an exception has in C, which no Python code can be asked for. */
    static String nameOf(long error) {
        long type = CPython.typeNew(error);
        try {
            return Memory.RAW.getString(CLASS_NAME.pointer(type));
        } finally {
            CPython.decref(type);
        }
    }

    /** Drops the pending exception. */
    static void clear() {
        RESTORE.run(0, 0, 0);
    }

    /** Raises an exception whose class is the C variable of that name, {@code "PyExc_BufferError"}, if there is one. */
    static void raise(String variable, String message) {
        SymbolLookup symbols = Interpreter.symbols();
        MemorySegment type = symbols.find(variable).orElseGet(() -> symbols.findOrThrow("PyExc_RuntimeError"));
        try (Arena arena = Arena.ofConfined()) {
            SET_STRING.run(Memory.RAW.get(JAVA_LONG_UNALIGNED, type.address()),
                    arena.allocateFrom(message.replace('\0', ' ')).address());
        }
    }
}
