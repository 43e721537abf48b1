package io.arrayport.dlpack.python;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.arrayport.core.memory.Memory;

/**
 * The functions of CPython's C interface that this package calls, all of them in its stable part. Pointers are 64-bit
 * integers; a name ends in {@code New} where the caller owns the reference that comes back. But for those of the
 * first group they ask for the interpreter's lock, which {@link Gil} gives.
 */
final class CPython {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup SYMBOLS = Interpreter.symbols();

    private static final FunctionDescriptor V_P = FunctionDescriptor.ofVoid(JAVA_LONG);
    private static final FunctionDescriptor V_I = FunctionDescriptor.ofVoid(JAVA_INT);
    private static final FunctionDescriptor V_PP = FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG);
    private static final FunctionDescriptor V_PPP = FunctionDescriptor.ofVoid(JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final FunctionDescriptor I = FunctionDescriptor.of(JAVA_INT);
    private static final FunctionDescriptor I_P = FunctionDescriptor.of(JAVA_INT, JAVA_LONG);
    private static final FunctionDescriptor I_PP = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final FunctionDescriptor I_PPP = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final FunctionDescriptor P = FunctionDescriptor.of(JAVA_LONG);
    private static final FunctionDescriptor P_P = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG);
    private static final FunctionDescriptor P_PP = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final FunctionDescriptor P_PPP = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private static final MethodHandle ENSURE = bind("PyGILState_Ensure", I);
    private static final MethodHandle LEAVE = bind("PyGILState_Release", V_I);

    private static final MethodHandle THREAD_STATE = bind("PyGILState_GetThisThreadState", P);
    private static final MethodHandle CLEAR_THREAD = bind("PyThreadState_Clear", V_P);
    private static final MethodHandle DELETE_THREAD = bind("PyThreadState_Delete", V_P);
    private static final MethodHandle SAVE = bind("PyEval_SaveThread", P);
    private static final MethodHandle RESUME = bind("PyEval_RestoreThread", V_P);

    private static final MethodHandle INCREF = bind("Py_IncRef", V_P);
    private static final MethodHandle DECREF = bind("Py_DecRef", V_P);
    private static final MethodHandle GET_ATTRIBUTE = bind("PyObject_GetAttr", P_PP);
    private static final MethodHandle TYPE = bind("PyObject_Type", P_P);
    private static final MethodHandle SET_ATTRIBUTE = bind("PyObject_SetAttr", I_PPP);
    private static final MethodHandle GET_ITEM = bind("PyObject_GetItem", P_PP);
    private static final MethodHandle SET_ITEM = bind("PyObject_SetItem", I_PPP);
    private static final MethodHandle CALL = bind("PyObject_Call", P_PPP);
    private static final MethodHandle STR = bind("PyObject_Str", P_P);
    private static final MethodHandle IS_TRUE = bind("PyObject_IsTrue", I_P);
    private static final MethodHandle SIZE = bind("PyObject_Size", P_P);
    private static final MethodHandle IMPORT = bind("PyImport_Import", P_P);
    private static final MethodHandle LONG = bind("PyLong_FromLongLong", P_P);
    private static final MethodHandle AS_LONG = bind("PyLong_AsLongLong", P_P);
    private static final MethodHandle FLOAT = bind("PyFloat_FromDouble", FunctionDescriptor.of(JAVA_LONG, JAVA_DOUBLE));
    private static final MethodHandle AS_DOUBLE = bind("PyFloat_AsDouble",
            FunctionDescriptor.of(JAVA_DOUBLE, JAVA_LONG));
    private static final MethodHandle BOOL = bind("PyBool_FromLong", P_P);
    private static final MethodHandle UNICODE = bind("PyUnicode_FromStringAndSize", P_PP);
    private static final MethodHandle UTF8 = bind("PyUnicode_AsUTF8AndSize", P_PP);
    private static final MethodHandle TUPLE = bind("PyTuple_New", P_P);
    private static final MethodHandle TUPLE_SET = bind("PyTuple_SetItem", I_PPP);
    private static final MethodHandle TUPLE_GET = bind("PyTuple_GetItem", P_PP);
    private static final MethodHandle LIST = bind("PyList_New", P_P);
    private static final MethodHandle LIST_SET = bind("PyList_SetItem", I_PPP);
    private static final MethodHandle DICT = bind("PyDict_New", P);
    private static final MethodHandle CAPSULE = bind("PyCapsule_New", P_PPP);
    private static final MethodHandle CAPSULE_VALID = bind("PyCapsule_IsValid", I_PP);
    private static final MethodHandle CAPSULE_POINTER = bind("PyCapsule_GetPointer", P_PP);
    private static final MethodHandle CAPSULE_RENAME = bind("PyCapsule_SetName", I_PP);
    private static final MethodHandle CAPSULE_DESTRUCTOR = bind("PyCapsule_SetDestructor", I_PP);
    private static final MethodHandle FUNCTION = bind("PyCFunction_NewEx", P_PPP);
    private static final MethodHandle OCCURRED = bind("PyErr_Occurred", P);
    private static final MethodHandle FETCH = bind("PyErr_Fetch", V_PPP);
    private static final MethodHandle NORMALIZE = bind("PyErr_NormalizeException", V_PPP);
    private static final MethodHandle SET_TRACE = bind("PyException_SetTraceback", I_PP);
    private static final MethodHandle EXCEPTION_NAME = bind("PyExceptionClass_Name", P_P);
    private static final MethodHandle RESTORE = bind("PyErr_Restore", V_PPP);
    private static final MethodHandle SET_ERROR = bind("PyErr_SetString", V_PP);
    private static final MethodHandle COMPILE = bind("Py_CompileString",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT));
    private static final MethodHandle EXECUTE = bind("PyImport_ExecCodeModule", P_PP);

    private static final long INT_TYPE = type("PyLong_Type");
    private static final long FLOAT_TYPE = type("PyFloat_Type");
    private static final long BOOL_TYPE = type("PyBool_Type");
    private static final long STR_TYPE = type("PyUnicode_Type");
    private static final long NONE = SYMBOLS.findOrThrow("_Py_NoneStruct").address();

    private CPython() {}

    private static MethodHandle bind(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(SYMBOLS.find(name).orElseThrow(() -> new PythonUnavailableException(
                "python: the library lacks " + name + "; Python 3.8 or newer is needed")), type);
    }

    static int ensure() {
        try {
            return (int) ENSURE.invokeExact();
        } catch (Throwable t) {
            throw Libpython.unexpected("PyGILState_Ensure", t);
        }
    }

    static void leave(int state) {
        try {
            LEAVE.invokeExact(state);
        } catch (Throwable t) {
            throw Libpython.unexpected("PyGILState_Release", t);
        }
    }

    /** Python's record of this thread; 0 if it has none. */
    static long threadState() {
        try {
            return (long) THREAD_STATE.invokeExact();
        } catch (Throwable t) {
            throw Libpython.unexpected("PyGILState_GetThisThreadState", t);
        }
    }

    /** Drops the record of another thread, which must have ended. */
    static void deleteThreadState(long record) {
        v(CLEAR_THREAD, record);
        v(DELETE_THREAD, record);
    }

    /** Lets the lock go and leaves the thread known to Python. */
    static long saveThread() {
        try {
            return (long) SAVE.invokeExact();
        } catch (Throwable t) {
            throw Libpython.unexpected("PyEval_SaveThread", t);
        }
    }

    static void restoreThread(long thread) {
        v(RESUME, thread);
    }

    private static long p(MethodHandle function, long a) {
        try {
            return (long) function.invokeExact(a);
        } catch (Throwable t) {
            throw Libpython.unexpected("function", t);
        }
    }

    private static long p(MethodHandle function, long a, long b) {
        try {
            return (long) function.invokeExact(a, b);
        } catch (Throwable t) {
            throw Libpython.unexpected("function", t);
        }
    }

    private static long p(MethodHandle function, long a, long b, long c) {
        try {
            return (long) function.invokeExact(a, b, c);
        } catch (Throwable t) {
            throw Libpython.unexpected("function", t);
        }
    }

    private static int i(MethodHandle function, long a) {
        try {
            return (int) function.invokeExact(a);
        } catch (Throwable t) {
            throw Libpython.unexpected("function", t);
        }
    }

    private static int i(MethodHandle function, long a, long b) {
        try {
            return (int) function.invokeExact(a, b);
        } catch (Throwable t) {
            throw Libpython.unexpected("function", t);
        }
    }

    private static int i(MethodHandle function, long a, long b, long c) {
        try {
            return (int) function.invokeExact(a, b, c);
        } catch (Throwable t) {
            throw Libpython.unexpected("function", t);
        }
    }

    private static void v(MethodHandle function, long a) {
        try {
            function.invokeExact(a);
        } catch (Throwable t) {
            throw Libpython.unexpected("function", t);
        }
    }

    private static void v(MethodHandle function, long a, long b) {
        try {
            function.invokeExact(a, b);
        } catch (Throwable t) {
            throw Libpython.unexpected("function", t);
        }
    }

    private static void v(MethodHandle function, long a, long b, long c) {
        try {
            function.invokeExact(a, b, c);
        } catch (Throwable t) {
            throw Libpython.unexpected("function", t);
        }
    }

    private static long type(String name) {
        return SYMBOLS.findOrThrow(name).address();
    }

    /** What a function returned, unless it is NULL: then Python has raised, and so does this. */
    private static long value(long result) {
        if (result == 0) {
            throw Raised.take();
        }
        return result;
    }

    private static int status(int result) {
        if (result < 0) {
            throw Raised.take();
        }
        return result;
    }

    static void incref(long object) {
        v(INCREF, object);
    }

    /** May run any Python code, and deleters. */
    static void decref(long object) {
        if (object != 0) {
            v(DECREF, object);
        }
    }

    /** Whether it is an int, a float, a bool or a str itself, whose methods run no Python code. */
    static boolean isBuiltin(long object) {
        long type = p(TYPE, object);
        v(DECREF, type);
        return type == INT_TYPE || type == FLOAT_TYPE || type == BOOL_TYPE || type == STR_TYPE;
    }

    static long noneNew() {
        v(INCREF, NONE);
        return NONE;
    }

    static boolean isNone(long object) {
        return object == NONE;
    }

    static long attributeNew(long object, long name) {
        return value(p(GET_ATTRIBUTE, object, name));
    }

    /** 0, and nothing raised, where there is no such attribute. */
    static long attributeOrNullNew(long object, long name) {
        return orNull(p(GET_ATTRIBUTE, object, name));
    }

    static long typeNew(long object) {
        return value(p(TYPE, object));
    }

    static void setAttribute(long object, long name, long value) {
        status(i(SET_ATTRIBUTE, object, name, value));
    }

    static long itemNew(long object, long key) {
        return value(p(GET_ITEM, object, key));
    }

    static void setItem(long object, long key, long value) {
        status(i(SET_ITEM, object, key, value));
    }

    /** @param keywords a dict, or 0 for none */
    static long callNew(long callable, long tuple, long keywords) {
        return value(p(CALL, callable, tuple, keywords));
    }

    static long strNew(long object) {
        return value(p(STR, object));
    }

    /** 0, and nothing raised, where the object cannot be put into words. */
    static long strOrNullNew(long object) {
        return orNull(p(STR, object));
    }

    /**
     * What a module's function returns for an argument; 0, and nothing raised, where it raises, or where there is not
     * even the memory to call it.
     */
    static long askOrNullNew(long module, String function, long argument) {
        long name = 0;
        long callable = 0;
        long tuple = 0;
        try (Arena arena = Arena.ofConfined()) {
            name = p(UNICODE, arena.allocateFrom(function).address(), function.length());
            callable = name == 0 ? 0 : p(GET_ATTRIBUTE, module, name);
            tuple = callable == 0 ? 0 : p(TUPLE, 1);
            if (tuple == 0) {
                return orNull(0);
            }
            incref(argument);
            i(TUPLE_SET, tuple, 0, argument);
            return orNull(p(CALL, callable, tuple, 0));
        } finally {
            decref(tuple);
            decref(callable);
            decref(name);
        }
    }

    private static long orNull(long result) {
        if (result == 0) {
            clearError();
        }
        return result;
    }

    static boolean isTrue(long object) {
        return status(i(IS_TRUE, object)) != 0;
    }

    static long size(long object) {
        long size = p(SIZE, object);
        if (size < 0) {
            throw Raised.take();
        }
        return size;
    }

    static long importNew(long name) {
        return value(p(IMPORT, name));
    }

    static long longNew(long value) {
        return value(p(LONG, value));
    }

    static long asLong(long object) {
        long value = p(AS_LONG, object);
        if (value == -1 && occurred()) {
            throw Raised.take();
        }
        return value;
    }

    static long floatNew(double value) {
        try {
            return value((long) FLOAT.invokeExact(value));
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable t) {
            throw Libpython.unexpected("PyFloat_FromDouble", t);
        }
    }

    static double asDouble(long object) {
        double value;
        try {
            value = (double) AS_DOUBLE.invokeExact(object);
        } catch (Throwable t) {
            throw Libpython.unexpected("PyFloat_AsDouble", t);
        }
        if (value == -1 && occurred()) {
            throw Raised.take();
        }
        return value;
    }

    static long boolNew(boolean value) {
        return p(BOOL, value ? 1 : 0);
    }

    /** @throws IllegalArgumentException if the text has half a surrogate pair, which UTF-8 does not write */
    static long unicodeNew(String text) {
        byte[] bytes = utf8(text);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment utf8 = arena.allocate(Math.max(1, bytes.length));
            MemorySegment.copy(bytes, 0, utf8, JAVA_BYTE, 0, bytes.length);
            return value(p(UNICODE, utf8.address(), bytes.length));
        }
    }

    private static byte[] utf8(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] utf8 = new byte[bytes.remaining()];
            bytes.get(utf8);
            return utf8;
        } catch (CharacterCodingException surrogate) {
            throw new IllegalArgumentException("python: a text of " + text.length() + " characters has half a"
                    + " surrogate pair, which is no character and does not go to Python as one; leave it out",
                    surrogate);
        }
    }

    /** The text of a str. */
    static String string(long unicode) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(JAVA_LONG);
            return text(value(p(UTF8, unicode, size.address())), size.get(JAVA_LONG, 0));
        }
    }

    /** The text of a str; empty, and nothing raised, where it is none, or 0. */
    static Optional<String> stringIfAny(long object) {
        if (object == 0) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(JAVA_LONG);
            long utf8 = orNull(p(UTF8, object, size.address()));
            return utf8 == 0 ? Optional.empty() : Optional.of(text(utf8, size.get(JAVA_LONG, 0)));
        }
    }

    private static String text(long utf8, long size) {
        byte[] bytes = new byte[Math.toIntExact(size)];
        MemorySegment.copy(Memory.RAW, JAVA_BYTE, utf8, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A tuple of references that it takes over. */
    static long tupleNew(long... items) {
        long tuple = value(p(TUPLE, items.length));
        for (int at = 0; at < items.length; at++) {
            status(i(TUPLE_SET, tuple, at, items[at]));
        }
        return tuple;
    }

    /** Borrowed. */
    static long tupleItem(long tuple, int at) {
        return value(p(TUPLE_GET, tuple, at));
    }

    /** Borrowed; 0, and nothing raised, where there is no such item. */
    static long tupleItemOrNull(long tuple, int at) {
        return orNull(p(TUPLE_GET, tuple, at));
    }

    /** A list of references that it takes over. */
    static long listNew(long... items) {
        long list = value(p(LIST, items.length));
        for (int at = 0; at < items.length; at++) {
            status(i(LIST_SET, list, at, items[at]));
        }
        return list;
    }

    static long dictNew() {
        try {
            return value((long) DICT.invokeExact());
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable t) {
            throw Libpython.unexpected("PyDict_New", t);
        }
    }

    /** @param name a C string that outlives the capsule */
    static long capsuleNew(long pointer, long name, long destructor) {
        return value(p(CAPSULE, pointer, name, destructor));
    }

    static boolean isCapsule(long object, long name) {
        return i(CAPSULE_VALID, object, name) != 0;
    }

    static long capsulePointer(long capsule, long name) {
        return value(p(CAPSULE_POINTER, capsule, name));
    }

    static void renameCapsule(long capsule, long name) {
        status(i(CAPSULE_RENAME, capsule, name));
    }

    static void setDestructor(long capsule, long destructor) {
        status(i(CAPSULE_DESTRUCTOR, capsule, destructor));
    }

    /** @param definition a {@code PyMethodDef} that lives as long as the process */
    static long functionNew(long definition) {
        return value(p(FUNCTION, definition, 0, 0));
    }

    static boolean occurred() {
        try {
            return (long) OCCURRED.invokeExact() != 0;
        } catch (Throwable t) {
            throw Libpython.unexpected("PyErr_Occurred", t);
        }
    }

    /** Takes the pending exception, normalised; 0 where none is. The caller owns it. */
    static long fetchNew() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment three = arena.allocate(JAVA_LONG, 3);
            long at = three.address();
            v(FETCH, at, at + 8, at + 16);
            v(NORMALIZE, at, at + 8, at + 16);
            decref(Memory.RAW.get(JAVA_LONG_UNALIGNED, at));
            long value = Memory.RAW.get(JAVA_LONG_UNALIGNED, at + 8);
            long trace = Memory.RAW.get(JAVA_LONG_UNALIGNED, at + 16);
            if (value != 0 && trace != 0) {
                i(SET_TRACE, value, trace); // not the attribute, which a class may have made its own
            }
            decref(trace);
            return value;
        }
    }

    /** The name that the class of an exception has in C, which no Python code can be asked for. */
    static String exceptionName(long error) {
        long type = p(TYPE, error);
        try {
            return Memory.RAW.getString(p(EXCEPTION_NAME, type));
        } finally {
            decref(type);
        }
    }

    /** Drops the pending exception. */
    static void clearError() {
        v(RESTORE, 0, 0, 0);
    }

    /** Raises an exception whose class is the C variable of that name, {@code "PyExc_BufferError"}, if there is one. */
    static void raise(String variable, String message) {
        MemorySegment type = SYMBOLS.find(variable).orElseGet(() -> SYMBOLS.findOrThrow("PyExc_RuntimeError"));
        try (Arena arena = Arena.ofConfined()) {
            v(SET_ERROR, Memory.RAW.get(JAVA_LONG_UNALIGNED, type.address()),
                    arena.allocateFrom(message.replace('\0', ' ')).address());
        }
    }

    /** Makes a module of source code and enters it into {@code sys.modules}. */
    static long moduleNew(String name, String source, String file) {
        int fileInput = 257;
        try (Arena arena = Arena.ofConfined()) {
            long code;
            try {
                code = (long) COMPILE.invokeExact(arena.allocateFrom(source).address(),
                        arena.allocateFrom(file).address(), fileInput);
            } catch (Throwable t) {
                throw Libpython.unexpected("Py_CompileString", t);
            }
            value(code);
            try {
                return value(p(EXECUTE, arena.allocateFrom(name).address(), code));
            } finally {
                decref(code);
            }
        }
    }
}
