package io.arrayport.dlpack.python;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;

/** CPython's functions for its lock and its records of threads: {@link Gil} calls them, and {@link Attachment}. */
final class CPythonThreads {
    private static final CFunction ENSURE = CFunction.ofInt("PyGILState_Ensure", 0);
    private static final CFunction LEAVE = CFunction.of("PyGILState_Release", FunctionDescriptor.ofVoid(JAVA_INT));
    private static final CFunction STATE = CFunction.ofPointer("PyGILState_GetThisThreadState", 0);
    private static final CFunction CLEAR = CFunction.ofNothing("PyThreadState_Clear", 1);
    private static final CFunction DELETE = CFunction.ofNothing("PyThreadState_Delete", 1);
    private static final CFunction SAVE = CFunction.ofPointer("PyEval_SaveThread", 0);

    private CPythonThreads() {}

    static int ensure() {
        return ENSURE.status();
    }

    static void leave(int state) {
        try {
            LEAVE.handle().invokeExact(state);
        } catch (Throwable t) {
            throw Libpython.unexpected(LEAVE.name(), t);
        }
    }

    /** Python's record of this thread; 0 if it has none. */
    static long state() {
        return STATE.pointer();
    }

    /** Drops the record of another thread, which must have ended. Asks for the lock. */
    static void delete(long record) {
        CLEAR.run(record);
        DELETE.run(record);
    }

    /** Lets the lock go and leaves the thread known to Python. */
    static long save() {
        return SAVE.pointer();
    }
}
