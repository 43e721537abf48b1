package io.arrayport.dlpack.python;

/** Texts that each exchange needs, made once; they live as long as the process. The caller holds the lock. */
final class Names {
    static final long EXCHANGE_API = CPython.unicodeNew("__dlpack_c_exchange_api__");
    static final long IS_NEG = CPython.unicodeNew("is_neg");
    static final long HANDLE = CPython.unicodeNew("_handle");
    /** Functions of our module. */
    static final long ARRAY = function("Array");
    static final long CAPSULE = function("capsule");
    static final long PLAIN = function("plain");

    private Names() {}

    private static long function(String name) {
        try (Refs refs = new Refs()) {
            return CPython.attributeNew(Interpreter.module(), refs.text(name));
        }
    }
}
