package io.arrayport.dlpack.python;

import static io.arrayport.dlpack.python.CPythonErrors.checked;
import static io.arrayport.dlpack.python.CPythonErrors.orNull;
import static io.arrayport.dlpack.python.CPythonErrors.value;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;

/**
 * The functions of CPython's C interface that this package calls, all of them in its stable part. Pointers are 64-bit
 * integers; a name ends in {@code New} where the caller owns the reference that comes back. They ask for the
 * interpreter's lock, which {@link Gil} gives by {@link CPythonThreads}; {@link CPythonTexts} has what is about str,
 * {@link CPythonErrors} what is about exceptions.
 */
final class CPython {
    private static final CFunction INCREF = CFunction.ofNothing("Py_IncRef", 1);
    private static final CFunction DECREF = CFunction.ofNothing("Py_DecRef", 1);
    private static final CFunction GET_ATTRIBUTE = CFunction.ofPointer("PyObject_GetAttr", 2);
    private static final CFunction TYPE = CFunction.ofPointer("PyObject_Type", 1);
    private static final CFunction SET_ATTRIBUTE = CFunction.ofInt("PyObject_SetAttr", 3);
    private static final CFunction GET_ITEM = CFunction.ofPointer("PyObject_GetItem", 2);
    private static final CFunction SET_ITEM = CFunction.ofInt("PyObject_SetItem", 3);
    private static final CFunction CALL = CFunction.ofPointer("PyObject_Call", 3);
    private static final CFunction STR = CFunction.ofPointer("PyObject_Str", 1);
    private static final CFunction IS_TRUE = CFunction.ofInt("PyObject_IsTrue", 1);
    private static final CFunction SIZE = CFunction.ofPointer("PyObject_Size", 1);
    private static final CFunction IMPORT = CFunction.ofPointer("PyImport_Import", 1);
    private static final CFunction LONG = CFunction.ofPointer("PyLong_FromLongLong", 1);
    private static final CFunction AS_LONG = CFunction.ofPointer("PyLong_AsLongLong", 1);
    private static final CFunction FLOAT = CFunction.of("PyFloat_FromDouble",
            FunctionDescriptor.of(JAVA_LONG, JAVA_DOUBLE));
    private static final CFunction AS_DOUBLE = CFunction.of("PyFloat_AsDouble",
            FunctionDescriptor.of(JAVA_DOUBLE, JAVA_LONG));
    private static final CFunction BOOL = CFunction.ofPointer("PyBool_FromLong", 1);
    private static final CFunction TUPLE = CFunction.ofPointer("PyTuple_New", 1);
    private static final CFunction TUPLE_SET = CFunction.ofInt("PyTuple_SetItem", 3);
    private static final CFunction TUPLE_GET = CFunction.ofPointer("PyTuple_GetItem", 2);
    private static final CFunction LIST = CFunction.ofPointer("PyList_New", 1);
    private static final CFunction LIST_SET = CFunction.ofInt("PyList_SetItem", 3);
    private static final CFunction DICT = CFunction.ofPointer("PyDict_New", 0);
    private static final CFunction CAPSULE = CFunction.ofPointer("PyCapsule_New", 3);
    private static final CFunction CAPSULE_VALID = CFunction.ofInt("PyCapsule_IsValid", 2);
    private static final CFunction CAPSULE_POINTER = CFunction.ofPointer("PyCapsule_GetPointer", 2);
    private static final CFunction CAPSULE_RENAME = CFunction.ofInt("PyCapsule_SetName", 2);
    private static final CFunction CAPSULE_DESTRUCTOR = CFunction.ofInt("PyCapsule_SetDestructor", 2);
    private static final CFunction FUNCTION = CFunction.ofPointer("PyCFunction_NewEx", 3);
    private static final CFunction COMPILE = CFunction.of("Py_CompileString",
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT));
    private static final CFunction EXECUTE = CFunction.ofPointer("PyImport_ExecCodeModule", 2);

    private static final long INT_TYPE = variable("PyLong_Type");
    private static final long FLOAT_TYPE = variable("PyFloat_Type");
    private static final long BOOL_TYPE = variable("PyBool_Type");
    private static final long STR_TYPE = variable("PyUnicode_Type");
    private static final long NONE = variable("_Py_NoneStruct");

    private CPython() {}

    private static long variable(String name) {
        return Interpreter.symbols().findOrThrow(name).address();
    }

    static void incref(long object) {
        INCREF.run(object);
    }

    /** May run any Python code, and deleters. */
    static void decref(long object) {
        if (object != 0) {
            DECREF.run(object);
        }
    }

    /** Whether it is an int, a float, a bool or a str itself, whose methods run no Python code. */
    static boolean isBuiltin(long object) {
        long type = typeNew(object);
        decref(type);
        return type == INT_TYPE || type == FLOAT_TYPE || type == BOOL_TYPE || type == STR_TYPE;
    }

    static long noneNew() {
        INCREF.run(NONE);
        return NONE;
    }

    static boolean isNone(long object) {
        return object == NONE;
    }

    static long attributeNew(long object, long name) {
        return value(GET_ATTRIBUTE.pointer(object, name));
    }

    /** 0, and nothing raised, where there is no such attribute. */
    static long attributeOrNullNew(long object, long name) {
        return orNull(GET_ATTRIBUTE.pointer(object, name));
    }

    /** Raises nothing: every object has one. */
    static long typeNew(long object) {
        return TYPE.pointer(object);
    }

    static void setAttribute(long object, long name, long value) {
        checked(SET_ATTRIBUTE.status(object, name, value));
    }

    static long itemNew(long object, long key) {
        return value(GET_ITEM.pointer(object, key));
    }

    static void setItem(long object, long key, long value) {
        checked(SET_ITEM.status(object, key, value));
    }

    /** @param keywords a dict, or 0 for none */
    static long callNew(long callable, long tuple, long keywords) {
        return value(CALL.pointer(callable, tuple, keywords));
    }

    static long strNew(long object) {
        return value(STR.pointer(object));
    }

    /** 0, and nothing raised, where the object cannot be put into words. */
    static long strOrNullNew(long object) {
        return orNull(STR.pointer(object));
    }

    /**
     * What a module's function returns for an argument; 0, and nothing raised, where it raises, or where there is not
     * even the memory to call it.
     */
    static long askOrNullNew(long module, String function, long argument) {
        long name = 0;
        long callable = 0;
        long tuple = 0;
        try {
            name = CPythonTexts.unicodeOrNullNew(function);
            callable = name == 0 ? 0 : attributeOrNullNew(module, name);
            tuple = callable == 0 ? 0 : orNull(TUPLE.pointer(1));
            if (tuple == 0) {
                return 0;
            }
            incref(argument);
            TUPLE_SET.status(tuple, 0, argument);
            return orNull(CALL.pointer(callable, tuple, 0));
        } finally {
            decref(tuple);
            decref(callable);
            decref(name);
        }
    }

    static boolean isTrue(long object) {
        return checked(IS_TRUE.status(object)) != 0;
    }

    static long size(long object) {
        return checked(SIZE.pointer(object));
    }

    static long importNew(long name) {
        return value(IMPORT.pointer(name));
    }

    static long longNew(long value) {
        return value(LONG.pointer(value));
    }

    static long asLong(long object) {
        long value = AS_LONG.pointer(object);
        if (value == -1 && CPythonErrors.occurred()) {
            throw Raised.take();
        }
        return value;
    }

    static long floatNew(double value) {
        long made;
        try {
            made = (long) FLOAT.handle().invokeExact(value);
        } catch (Throwable t) {
            throw Libpython.unexpected(FLOAT.name(), t);
        }
        return value(made);
    }

    static double asDouble(long object) {
        double value;
        try {
            value = (double) AS_DOUBLE.handle().invokeExact(object);
        } catch (Throwable t) {
            throw Libpython.unexpected(AS_DOUBLE.name(), t);
        }
        if (value == -1 && CPythonErrors.occurred()) {
            throw Raised.take();
        }
        return value;
    }

    static long boolNew(boolean value) {
        return BOOL.pointer(value ? 1 : 0);
    }

    /** A tuple of references that it takes over. */
    static long tupleNew(long... items) {
        long tuple = value(TUPLE.pointer(items.length));
        for (int at = 0; at < items.length; at++) {
            checked(TUPLE_SET.status(tuple, at, items[at]));
        }
        return tuple;
    }

    /** Borrowed. */
    static long tupleItem(long tuple, int at) {
        return value(TUPLE_GET.pointer(tuple, at));
    }

    /** Borrowed; 0, and nothing raised, where there is no such item. */
    static long tupleItemOrNull(long tuple, int at) {
        return orNull(TUPLE_GET.pointer(tuple, at));
    }

    /** A list of references that it takes over. */
    static long listNew(long... items) {
        long list = value(LIST.pointer(items.length));
        for (int at = 0; at < items.length; at++) {
            checked(LIST_SET.status(list, at, items[at]));
        }
        return list;
    }

    static long dictNew() {
        return value(DICT.pointer());
    }

    /** @param name a C string that outlives the capsule */
    static long capsuleNew(long pointer, long name, long destructor) {
        return value(CAPSULE.pointer(pointer, name, destructor));
    }

    static boolean isCapsule(long object, long name) {
        return CAPSULE_VALID.status(object, name) != 0;
    }

    static long capsulePointer(long capsule, long name) {
        return value(CAPSULE_POINTER.pointer(capsule, name));
    }

    static void renameCapsule(long capsule, long name) {
        checked(CAPSULE_RENAME.status(capsule, name));
    }

    static void setDestructor(long capsule, long destructor) {
        checked(CAPSULE_DESTRUCTOR.status(capsule, destructor));
    }

    /** @param definition a {@code PyMethodDef} that lives as long as the process */
    static long functionNew(long definition) {
        return value(FUNCTION.pointer(definition, 0, 0));
    }

    /** Makes a module of source code and enters it into {@code sys.modules}. */
    static long moduleNew(String name, String source, String file) {
        int fileInput = 257;
        try (Arena arena = Arena.ofConfined()) {
            long code;
            try {
                code = (long) COMPILE.handle().invokeExact(arena.allocateFrom(source).address(),
                        arena.allocateFrom(file).address(), fileInput);
            } catch (Throwable t) {
                throw Libpython.unexpected(COMPILE.name(), t);
            }
            value(code);
            try {
                return value(EXECUTE.pointer(arena.allocateFrom(name).address(), code));
            } finally {
                decref(code);
            }
        }
    }
}
