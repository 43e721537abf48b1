package io.arrayport.dlpack.python;

import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import io.arrayport.core.error.ClosedException;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.dlpack.DlpackRequest;
import io.arrayport.dlpack.LegacyAccess;
import org.jspecify.annotations.Nullable;

/**
 * A reference to an object of Python, which lives as long as this is open. Usable from any thread. What Python raises
 * arrives as {@link PythonException}; a closed reference throws {@link ClosedException}.
 *
 * <p>A reference that is dropped unclosed is closed when the collector finds it.
 */
public final class PyObject implements AutoCloseable {
    private static final Cleaner LATER = Cleaner
            .create(Thread.ofPlatform().daemon().name("arrayport-python-", 0).factory());
    private static final LongAdder LIVE = new LongAdder();

    private final Python python;
    private final Owned owned;
    private final Cleaner.Cleanable cleanable;

    PyObject(Python python, long reference) {
        this.python = python;
        owned = new Owned(python, reference);
        cleanable = LATER.register(this, owned);
        LIVE.increment();
        python.enter(owned);
    }

    /** References that are open. */
    static long live() {
        return LIVE.sum();
    }

    /** A new reference, for a section. */
    long referenceNew() {
        try {
            long object = borrow();
            CPython.incref(object);
            return object;
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private long borrow() {
        if (owned.get()) {
            throw new ClosedException("python: this reference to an object is closed");
        }
        return owned.reference;
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return owned.get();
    }

    /**
     * Address of the object: its {@code id}. Good while this is open.
     *
     * @throws ClosedException if it is closed
     */
    public long address() {
        return borrow();
    }

    /** {@code object.name}. */
    public PyObject attr(String name) {
        return with((object, refs) -> CPython.attributeNew(object, refs.text(name)));
    }

    /** {@code object(arguments...)}; see {@link Python#of} for what may be an argument. */
    public PyObject call(@Nullable Object... arguments) {
        return call(Arrays.asList(arguments), Map.of());
    }

    /** {@code object(*arguments, **keywords)}. */
    public PyObject call(List<?> arguments, Map<String, ?> keywords) {
        return with((object, refs) -> {
            long tuple = refs.own(CPython.tupleNew(Values.allNew(arguments)));
            return CPython.callNew(object, tuple, keywords.isEmpty() ? 0 : refs.own(Values.dictNew(keywords)));
        });
    }

    /** {@code object.name(arguments...)}. */
    public PyObject invoke(String name, @Nullable Object... arguments) {
        return with((object, refs) -> {
            long method = refs.own(CPython.attributeNew(object, refs.text(name)));
            return CPython.callNew(method, refs.own(CPython.tupleNew(Values.allNew(Arrays.asList(arguments)))), 0);
        });
    }

    /** {@code object[key]}. */
    public PyObject get(@Nullable Object key) {
        return with((object, refs) -> CPython.itemNew(object, refs.own(Values.toNew(key))));
    }

    /** {@code object[key] = value}. */
    public void set(@Nullable Object key, @Nullable Object value) {
        read((object, refs) -> {
            CPython.setItem(object, refs.own(Values.toNew(key)), refs.own(Values.toNew(value)));
            return true;
        });
    }

    /** {@code len(object)}. */
    public long size() {
        return read((object, _) -> CPython.size(object));
    }

    /** {@code None}? */
    public boolean isNone() {
        return CPython.isNone(borrow());
    }

    /** {@code bool(object)}. */
    public boolean toBoolean() {
        return value((object, _) -> CPython.isTrue(object));
    }

    /** {@code int(object)} of an int, or of what has {@code __index__}. */
    public long toLong() {
        return value((object, _) -> CPython.asLong(object));
    }

    /** {@code float(object)} of a number. */
    public double toDouble() {
        return value((object, _) -> CPython.asDouble(object));
    }

    /** {@code str(object)}. */
    public String text() {
        return value((object, refs) -> CPythonTexts.string(refs.own(CPython.strNew(object))));
    }

    /** How many references there are to the object, this one among them. */
    public long references() {
        // While it is asked, the section and the tuple of arguments hold it as well.
        return read((object, refs) -> {
            long sys = refs.own(CPython.importNew(refs.text("sys")));
            CPython.incref(object);
            return CPython.asLong(refs.own(CPython.callNew(
                    refs.own(CPython.attributeNew(sys, refs.text("getrefcount"))),
                    refs.own(CPython.tupleNew(object)), 0))) - 2;
        });
    }

    /**
     * {@code from_dlpack(object)}: an array that shares the memory of an object that speaks DLPack, such as an array of
     * NumPy or a tensor of PyTorch. It keeps that memory by itself, closed or not this reference; the caller closes it.
     *
     * @throws PythonException if the object does not speak DLPack, or refuses
     * @throws io.arrayport.core.error.ForeignDescriptorException if its tensor is one we do not take; says which field
     */
    public NdArray toArray() {
        return toArray(DlpackRequest.ANY);
    }

    /**
     * As {@link #toArray()}, as the consumer asks for it: shares the memory, or copies it where the request says so.
     */
    public NdArray toArray(DlpackRequest request) {
        return toArray(request, LegacyAccess.READ_ONLY);
    }

    /**
     * Shares or copies as {@link #toArray(DlpackRequest)}.
     *
     * @param access what is allowed if the object gives a legacy capsule, which cannot say it: PyTorch before 2.9 and
     *        NumPy before 2.1 give no other
     */
    public NdArray toArray(DlpackRequest request, LegacyAccess access) {
        return Exchanges.open(this, request, access);
    }

    /**
     * Takes the tensor out of an object that is a DLPack capsule; the object is left as used.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException if it is none, or was used before
     */
    public DlpackCapsule takeCapsule() {
        return quick((object, _) -> Capsules.take(object));
    }

    /** Gives the reference back; a second time does nothing. The object goes when nobody has it any more. */
    @Override
    public void close() {
        cleanable.clean();
    }

    /** What {@code repr} says. */
    @Override
    public String toString() {
        if (isClosed()) {
            return "PyObject(closed)";
        }
        return read((object, refs) -> {
            CPython.incref(object);
            return CPythonTexts.string(refs.own(CPython.callNew(
                    refs.own(CPython.attributeNew(refs.own(CPython.importNew(refs.text("builtins"))),
                            refs.text("repr"))),
                    refs.own(CPython.tupleNew(object)), 0)));
        });
    }

    /** What is done with the object while its reference is held. */
    interface Use<T> {
        T of(long object, Refs refs);
    }

    /** What makes a new reference of it. */
    interface Making {
        long of(long object, Refs refs);
    }

    /** What may run Python code. */
    <T> T read(Use<T> use) {
        try {
            return Gil.code(() -> use(use));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** What runs none but that of well-known libraries. */
    <T> T quick(Use<T> use) {
        try {
            return Gil.hold(() -> use(use));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private <T> T use(Use<T> use) {
        try (Refs refs = new Refs()) {
            return use.of(refs.own(referenceNew()), refs);
        }
    }

    /** As {@link #quick} if the object is a number or a text itself, else as {@link #read}. */
    private <T> T value(Use<T> use) {
        Optional<T> value = quick((object, refs) -> CPython.isBuiltin(object) ? Optional.of(use.of(object, refs))
                : Optional.empty());
        return value.orElseGet(() -> read(use));
    }

    /** Reads and owns what the section made, as a reference of {@code owner}. */
    PyObject read(Python owner, Making making) {
        owner.requireOpen();
        return new PyObject(owner, read(making::of));
    }

    private PyObject with(Making making) {
        return read(python, making);
    }

    /** Apart from the reference's object, so that the cleaner does not hold that. True when given back. */
    static final class Owned extends AtomicBoolean implements Runnable {
        private static final long serialVersionUID = 1L;

        private final transient Python python;
        final long reference;

        Owned(Python python, long reference) {
            this.python = python;
            this.reference = reference;
        }

        @Override
        public void run() {
            if (compareAndSet(false, true)) {
                python.leave(this);
                LIVE.decrement();
                Gil.release(() -> CPython.decref(reference));
            }
        }
    }
}
