package io.arrayport.dlpack.python;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.arrayport.dlpack.DlpackCapsule;

/** A Python library that takes arrays; what it is able to is looked up once. */
enum Library {
    NUMPY("numpy"), TORCH("torch");

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    private final String module;
    /** Borrowed from a module that stays: {@code module.from_dlpack}; 0 before the first use. */
    private volatile long function;
    private volatile long arrayType;
    private volatile int version;
    private final Map<String, Boolean> attributes = new ConcurrentHashMap<>();

    Library(String module) {
        this.module = module;
    }

    private void load(Python python) {
        python.requireOpen();
        if (function != 0) {
            return;
        }
        Gil.code(() -> {
            try (Refs refs = new Refs()) {
                long library = refs.own(CPython.importNew(refs.text(module)));
                Matcher words = VERSION.matcher(
                        CPython.string(refs.own(CPython.attributeNew(library, refs.text("__version__")))));
                version = words.matches() ? Integer.parseInt(words.group(1)) << 16 | Integer.parseInt(words.group(2))
                        : 0;
                if (this == NUMPY) {
                    arrayType = CPython.attributeNew(library, refs.text("ndarray"));
                }
                function = CPython.attributeNew(library, refs.text("from_dlpack"));
                return true;
            }
        });
    }

    /** {@code numpy.ndarray}, once the library is in use; 0 before. */
    long arrayType() {
        return arrayType;
    }

    /** Whether the installed one is of this version or newer. */
    boolean atLeast(Python python, int major, int minor) {
        load(python);
        return atLeast(major, minor);
    }

    /** As above, once the library is in use. */
    boolean atLeast(int major, int minor) {
        return version >= (major << 16 | minor);
    }

    /** Whether the module has something of this name, such as an element type. */
    boolean has(Python python, String name) {
        load(python);
        Boolean known = attributes.get(name);
        if (known != null) {
            return known;
        }
        boolean found = Gil.code(() -> {
            try (Refs refs = new Refs()) {
                long library = refs.own(CPython.importNew(refs.text(module)));
                return refs.ownIfAny(CPython.attributeOrNullNew(library, refs.text(name))) != 0;
            }
        });
        attributes.put(name, found);
        return found;
    }

    /** {@code module.from_dlpack(...)} of a capsule, which is consumed, also if the library refuses it. */
    PyObject fromDlpack(Python python, DlpackCapsule capsule) {
        try (capsule) {
            load(python);
            return python.own(() -> {
                try (Refs refs = new Refs()) {
                    long tensor = refs.own(Capsules.giveNew(capsule));
                    CPython.incref(tensor);
                    // PyTorch takes the capsule itself.
                    long tuple = refs.own(CPython.tupleNew(this == TORCH ? tensor
                            : CPython.callNew(Names.PASSING, refs.own(CPython.tupleNew(tensor)), 0)));
                    return CPython.callNew(function, tuple, 0);
                }
            });
        }
    }
}
