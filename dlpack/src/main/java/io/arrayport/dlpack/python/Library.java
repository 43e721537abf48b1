package io.arrayport.dlpack.python;

import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;

/** A Python library that takes arrays; what the installed release is able to is looked up once. */
enum Library {
    /** From 2.1 on it takes versioned capsules. */
    NUMPY("numpy", 2, 1),
    /** From 2.9 on it takes versioned capsules. */
    TORCH("torch", 2, 9);

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    private final String module;
    private final int versioned;
    /** Borrowed from a module that stays: {@code module.from_dlpack}; 0 before the first use. */
    private volatile long function;
    private volatile long arrayType;
    private volatile int version;
    /** What it says to each element type; empty if it takes it. */
    private final Map<DType, String> answers = new ConcurrentHashMap<>();

    Library(String module, int major, int minor) {
        this.module = module;
        versioned = major << 16 | minor;
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
                        CPythonTexts.string(refs.own(CPython.attributeNew(library, refs.text("__version__")))));
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

    /** Whether it takes and gives versioned capsules, once it is in use. */
    boolean isVersioned() {
        return version >= versioned;
    }

    /** The newest kind that it takes; a versioned one can say that the array is read-only. */
    Target<DlpackCapsule> capsules(Python python) {
        load(python);
        return isVersioned() ? Dlpack.capsule() : Dlpack.legacyCapsule();
    }

    /** What is in the way of an array, for its capsule, and for the library itself. */
    ExchangePlan plan(Python python, String target, NdArray array) {
        ExchangePlan plan = capsules(python).plan(array);
        if (plan.outcome() != ExchangePlan.Outcome.REFUSED) {
            Device device = array.storage().device();
            if (!device.type().isHost()) {
                return ExchangePlan.refused(target, "the array is on " + device, "copy it to main memory first");
            }
            DType dtype = array.dtype().withOrder(ByteOrder.nativeOrder()); // that of a copy, too
            String answer = answers.get(dtype);
            if (answer == null) {
                answer = ask(python, dtype);
                answers.put(dtype, answer);
            }
            if (!answer.isEmpty()) {
                return ExchangePlan.refused(target, "this " + module + " takes no " + dtype + ": " + answer,
                        "convert it with astype(...) to a type that it takes");
            }
        }
        return new ExchangePlan(plan.outcome(), target, plan.bytes(), plan.writers(), plan.reason(), plan.remedy());
    }

    private String ask(Python python, DType dtype) {
        return Scope.outside(() -> {
            try (NdArray one = NdArray.of(Storage.allocateZeroed(dtype.itemsize()), dtype,
                    Layout.contiguous(Shape.of(1), dtype.itemsize()))) {
                fromDlpack(python, capsules(python).accept(one)).close();
                return "";
            } catch (PythonException e) {
                return String.valueOf(e.getMessage());
            }
        });
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
