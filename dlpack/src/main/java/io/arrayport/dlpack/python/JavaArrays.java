package io.arrayport.dlpack.python;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.arrayport.core.error.ClosedException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.dlpack.DlpackRequest;
import io.arrayport.dlpack.DlpackVersion;
import io.arrayport.dlpack.LegacyAccess;

/**
 * The arrays of Java that Python objects stand for, and the functions by which those reach them. A Python object has a
 * capsule with a number in it, and when it is dropped, the number's array goes. No Java method blocks for another
 * thread here: its caller holds the interpreter's lock.
 */
final class JavaArrays {
    private static final long HANDLE = Capsules.name("arrayport.handle");
    private static final FunctionDescriptor FUNCTION = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final long DROP = Upcalls.stub(JavaArrays.class, "drop", FunctionDescriptor.ofVoid(JAVA_LONG));
    private static final StructLayout DEFINITION = MemoryLayout.structLayout(ADDRESS.withName("name"),
            ADDRESS.withName("function"), JAVA_INT.withName("flags"), MemoryLayout.paddingLayout(4),
            ADDRESS.withName("doc"));
    private static final int METH_VARARGS = 1;
    private static final ConcurrentHashMap<Long, Held> HELD = new ConcurrentHashMap<>();
    private static final AtomicLong IDS = new AtomicLong();
    private static final int NO_VERSION = -1;

    private JavaArrays() {}

    /**
     * An array of its own over the bytes of the one that was handed over, so that closing that one does not end this.
     */
    static final class Held {
        private final NdArray array;
        private final long managed;
        /** The object in Python that stands for it; borrowed, as it goes before this does. */
        private long capsule;

        private Held(NdArray array, long managed) {
            this.array = array;
            this.managed = managed;
        }

        NdArray array() {
            return array;
        }

        /** Address of the versioned tensor behind the array, good until that is closed. */
        long managed() {
            return managed;
        }

        static Held of(NdArray source) {
            return Scope.outside(() -> {
                long managed = DlpackRaw.exportVersioned(source);
                return new Held(DlpackRaw.open("java", managed, true, LegacyAccess.READ_ONLY), managed);
            });
        }
    }

    /** How many arrays Python holds objects for. */
    static long live() {
        return HELD.size();
    }

    /** Gives our module its functions. */
    static void install(long module) {
        boolean hosted = Interpreter.isHosted();
        try (Refs refs = new Refs()) {
            for (String function : new String[]{"_export", "_import", "_device", "_describe"}) {
                CPython.setAttribute(module, refs.text(function),
                        refs.own(CPython.functionNew(definition(function, function.substring(1) + "Upcall"))));
            }
            CPython.setAttribute(module, refs.text("_api"), refs.own(ExchangeTable.capsuleNew()));
            CPython.decref(CPython.callNew(refs.own(CPython.attributeNew(module, refs.text("_complete"))),
                    refs.own(CPython.tupleNew(CPython.boolNew(hosted))), 0));
        }
    }

    private static long definition(String name, String method) {
        MemorySegment definition = Arena.global().allocate(DEFINITION);
        definition.set(ADDRESS, 0, Arena.global().allocateFrom(name));
        definition.set(JAVA_LONG, 8, Upcalls.stub(JavaArrays.class, method, FUNCTION));
        definition.set(JAVA_INT, 16, METH_VARARGS);
        return definition.address();
    }

    /** A Python object that stands for an array, whose bytes it keeps. */
    static long objectNew(NdArray array) {
        try (Refs refs = new Refs()) {
            return CPython.callNew(Names.ARRAY, refs.own(CPython.tupleNew(handleNew(array))), 0);
        }
    }

    private static long handleNew(NdArray array) {
        Held held = Held.of(array);
        long id = IDS.incrementAndGet();
        HELD.put(id, held);
        try {
            held.capsule = CPython.capsuleNew(id, HANDLE, DROP);
            return held.capsule;
        } catch (RuntimeException | Error e) {
            HELD.remove(id);
            held.array().close();
            throw e;
        }
    }

    /** What a handle stands for. */
    static Held held(long handle) {
        Held held = HELD.get(CPython.capsulePointer(handle, HANDLE));
        if (held == null) {
            throw new ClosedException("python: the array of this object was given back");
        }
        return held;
    }

    /** From now on nothing in Python leads here. */
    static void disarm() {
        HELD.values().forEach(held -> CPython.setDestructor(held.capsule, 0));
        try (Refs refs = new Refs()) {
            CPython.decref(CPython.callNew(
                    refs.own(CPython.attributeNew(Interpreter.module(), refs.text("_farewell"))), Names.NOTHING, 0));
        }
    }

    /** Target of an upcall: Python drops a handle. */
    @SuppressWarnings("unused") // found by name
    private static void drop(long capsule) {
        try {
            Held held = HELD.remove(CPython.capsulePointer(capsule, HANDLE));
            if (held != null) {
                held.array().close();
            }
        } catch (Throwable t) {
            Upcalls.report("an array could not be given back", t);
        }
    }

    /** What a function of ours does with its tuple of arguments. */
    private interface Body {
        long apply(long tuple, Refs refs);
    }

    private static long answer(long arguments, boolean exporting, Body function) {
        try (Refs refs = new Refs()) {
            return function.apply(arguments, refs);
        } catch (Throwable t) {
            try {
                Raised.raise(t, exporting);
            } catch (Throwable second) {
                Upcalls.report("an exception could not be raised", second);
            }
            return 0;
        }
    }

    /** {@code _export(handle, stream, major, minor, device_type, device_id, copy)}; absent numbers are None or -1. */
    @SuppressWarnings("unused") // found by name
    private static long exportUpcall(long self, long arguments) {
        return answer(arguments, true, (tuple, _) -> {
            long stream = CPython.tupleItem(tuple, 1);
            int major = integer(tuple, 2);
            int type = integer(tuple, 4);
            DlpackRequest request = new DlpackRequest(
                    major == NO_VERSION ? null : new DlpackVersion(major, integer(tuple, 3)),
                    CPython.isNone(stream) ? null : (Long) CPython.asLong(stream),
                    type == -1 ? null : new Device(type(type), integer(tuple, 5)),
                    // What is held can always be shared but for what a legacy capsule cannot say: better none
                    // than a copy.
                    integer(tuple, 6) == 1 ? CopyPolicy.ALWAYS : CopyPolicy.NEVER);
            DlpackCapsule capsule = Dlpack.export(held(CPython.tupleItem(tuple, 0)).array(), request);
            try (capsule) {
                return Capsules.giveNew(capsule);
            }
        });
    }

    private static int integer(long tuple, int at) {
        return Math.clamp(CPython.asLong(CPython.tupleItem(tuple, at)), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static DeviceType type(int code) {
        for (DeviceType type : DeviceType.values()) {
            if (type.code() == code) {
                return type;
            }
        }
        throw new IllegalArgumentException("dl_device: DLPack " + DlpackVersion.CURRENT + " has no device " + code);
    }

    /** {@code _import(capsule)}: a handle of an array over its tensor. */
    @SuppressWarnings("unused") // found by name
    private static long importUpcall(long self, long arguments) {
        return answer(arguments, false, (tuple, _) -> {
            DlpackCapsule capsule = Capsules.take(CPython.tupleItem(tuple, 0));
            try (NdArray array = Scope.outside(() -> Dlpack.from(capsule))) {
                return handleNew(array);
            }
        });
    }

    /** {@code _device(handle)}: type and id. */
    @SuppressWarnings("unused") // found by name
    private static long deviceUpcall(long self, long arguments) {
        return answer(arguments, false, (tuple, _) -> {
            Device device = held(CPython.tupleItem(tuple, 0)).array().storage().device();
            return CPython.tupleNew(CPython.longNew(device.type().code()), CPython.longNew(device.id()));
        });
    }

    /** {@code _describe(handle)}: shape, dtype, whether it may be written, text. */
    @SuppressWarnings("unused") // found by name
    private static long describeUpcall(long self, long arguments) {
        return answer(arguments, false, (tuple, refs) -> {
            NdArray array = held(CPython.tupleItem(tuple, 0)).array();
            long[] shape = new long[array.ndim()];
            for (int axis = 0; axis < shape.length; axis++) {
                shape[axis] = CPython.longNew(array.shape().dim(axis));
            }
            return CPython.tupleNew(CPython.tupleNew(shape), CPythonTexts.unicodeNew(array.dtype().toString()),
                    CPython.boolNew(array.isWriteable()));
        });
    }
}
