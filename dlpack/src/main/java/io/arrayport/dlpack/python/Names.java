package io.arrayport.dlpack.python;

import io.arrayport.dlpack.DlpackVersion;

/** Texts that each exchange needs, made once; they live as long as the process. The caller holds the lock. */
final class Names {
    static final long EXCHANGE_API = CPythonTexts.unicodeNew("__dlpack_c_exchange_api__");
    static final long IS_NEG = CPythonTexts.unicodeNew("is_neg");
    static final long HANDLE = CPythonTexts.unicodeNew("_handle");
    static final long DLPACK = CPythonTexts.unicodeNew("__dlpack__");
    /** An empty tuple. */
    static final long NOTHING = CPython.tupleNew();
    /** {@code {"max_version": (1, 3)}}, which nobody may change. */
    static final long NEWEST = newest();
    /** Functions and classes of our module. */
    static final long ARRAY = function("Array");
    static final long PASSING = function("Passing");
    static final long CAPSULE = function("capsule");
    static final long PLAIN = function("plain");

    private Names() {}

    private static long newest() {
        long keywords = CPython.dictNew();
        try (Refs refs = new Refs()) {
            DlpackVersion version = DlpackVersion.CURRENT;
            CPython.setItem(keywords, refs.text("max_version"), refs.own(
                    CPython.tupleNew(CPython.longNew(version.major()), CPython.longNew(version.minor()))));
        }
        return keywords;
    }

    private static long function(String name) {
        try (Refs refs = new Refs()) {
            return CPython.attributeNew(Interpreter.module(), refs.text(name));
        }
    }
}
