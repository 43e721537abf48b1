package io.arrayport.dlpack.python;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.arrayport.core.error.ClosedException;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.DlpackCapsule;
import org.jspecify.annotations.Nullable;

/**
 * CPython in this process, with names of its own to run code in.
 *
 * <pre>{@code
 * try (Python py = Python.start(); NdArray a = np.arange(6.0)) {
 *     py.set("a", py.numpy().accept(a));
 *     py.exec("a *= 2");                       // a's own memory
 *     NdArray b = py.eval("a[::2]").toArray(); // NumPy's view of it, in Java
 * }
 * }</pre>
 *
 * <p>A process has one interpreter. It is started by the first of these, or joined where Python started the JVM, and it
 * goes on when the last is closed: NumPy cannot be started twice. What is closed is this value's names and the {@link
 * PyObject} references that came from it; arrays stay, each side keeps what it was given.
 *
 * <p>Usable from any thread, virtual ones too; Python lets one of them run at a time. Python's own standard output and
 * error are this process's; its signal handlers are not installed, and its {@code atexit} functions are not run.
 */
public final class Python implements AutoCloseable {
    private final Set<PyObject.Owned> open = ConcurrentHashMap.newKeySet();
    private final PyObject names;
    private volatile boolean closed;

    private Python() {
        names = own(() -> {
            try (Refs refs = new Refs()) {
                return CPython.callNew(refs.own(CPython.attributeNew(Interpreter.module(), refs.text("namespace"))),
                        refs.own(CPython.tupleNew()), 0);
            }
        });
    }

    /**
     * Joins the interpreter that runs, or starts the one of the executable in the system property
     * {@code io.arrayport.python}, else of the active virtual environment, else of {@code python3} on the PATH.
     *
     * @throws PythonUnavailableException if there is none; says in one line what was looked for and what helps
     */
    public static Python start() {
        Interpreter.start(null);
        return new Python();
    }

    /**
     * As {@link #start()}, of this executable: {@code Path.of("venv/bin/python")}.
     *
     * @throws PythonUnavailableException if it is no Python, has no shared library, or if another one runs already
     */
    public static Python start(Path executable) {
        Interpreter.start(executable);
        return new Python();
    }

    /** {@code "3.11.7"}. */
    public String version() {
        return Libpython.version(Interpreter.symbols());
    }

    /** Whether Python was there first, and started this JVM. */
    public boolean isHosted() {
        return Interpreter.isHosted();
    }

    /**
     * Runs statements.
     *
     * @throws PythonException what they raise
     */
    public void exec(String code) {
        helper("run", code).close();
    }

    /**
     * Computes an expression.
     *
     * @throws PythonException what it raises
     */
    public PyObject eval(String expression) {
        return helper("evaluate", expression);
    }

    private PyObject helper(String function, String code) {
        return names.read(this, (dict, refs) -> {
            CPython.incref(dict);
            return CPython.callNew(refs.own(CPython.attributeNew(Interpreter.module(), refs.text(function))),
                    refs.own(CPython.tupleNew(CPythonTexts.unicodeNew(code), dict)), 0);
        });
    }

    /** The module of this name, imported: {@code module("numpy.linalg")}. */
    public PyObject module(String name) {
        requireOpen();
        return new PyObject(this, Gil.code(() -> {
            try (Refs refs = new Refs()) {
                return CPython.importNew(refs.text(name));
            }
        }));
    }

    /** The variable of this name. */
    public PyObject get(String name) {
        return names.get(name);
    }

    /** Gives a variable a value; see {@link #of} for what it may be. */
    public void set(String name, @Nullable Object value) {
        names.set(name, value);
    }

    /**
     * A value as Python has it: null, booleans, numbers and texts; Lists and Maps, as a list and a dict of their
     * values; a {@link PyObject} as itself; an {@link NdArray} as an object that shares its bytes and speaks DLPack.
     *
     * @throws io.arrayport.core.error.DTypeException if Python has nothing like it
     */
    public PyObject of(@Nullable Object value) {
        return own(() -> Values.toNew(value));
    }

    /**
     * A reference to an object by its address, which is its {@code id}: for a Python that hosts the JVM.
     *
     * @param address of an object that is alive, which cannot be checked
     */
    public PyObject object(long address) {
        return own(() -> {
            CPython.incref(address);
            return address;
        });
    }

    /** A capsule as Python has it: takes what is in this one, which is consumed. */
    public PyObject capsule(DlpackCapsule capsule) {
        return own(() -> Capsules.giveNew(capsule));
    }

    /**
     * Where arrays leave as objects that share their bytes and that speak DLPack, but are of no library yet: its {@code
     * from_dlpack} takes them.
     */
    public Target<PyObject> producer() {
        return new ObjectTarget(this);
    }

    /** Where arrays leave as {@code numpy.ndarray}, which shares their bytes until Python has no reference to it. */
    public Target<PyObject> numpy() {
        return new NumpyTarget(this);
    }

    /** Where arrays leave as {@code torch.Tensor}, which shares their bytes until Python has no reference to it. */
    public Target<PyObject> torch() {
        return new TorchTarget(this);
    }

    /**
     * An object that speaks DLPack as a place where an array comes from, which shares its memory; borrows the
     * reference, which has to be open when the source is opened.
     */
    public Source dlpack(PyObject object) {
        return new ObjectSource(object);
    }

    /** References to Python's objects that this process has open. */
    public static long liveObjects() {
        return PyObject.live();
    }

    /** Arrays of Java that Python has objects for. */
    public static long liveArrays() {
        return JavaArrays.live();
    }

    /** Gives back this value's names and references. The interpreter goes on. A second time does nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        // Functions defined in it refer to it, so that it would stay until Python looks for circles.
        names.invoke("clear").close();
        closed = true;
        for (PyObject.Owned owned : open) {
            owned.run();
        }
    }

    /** Owns what a section made that runs no Python code but that of well-known libraries. */
    PyObject own(LongSupplier section) {
        requireOpen();
        return new PyObject(this, Gil.hold(section::getAsLong));
    }

    void requireOpen() {
        if (closed) {
            throw new ClosedException("python: this Python is closed; start another, the interpreter is still there");
        }
    }

    /** Enters a reference of this value; what comes when it was closed meanwhile is closed as well. */
    void enter(PyObject.Owned owned) {
        open.add(owned);
        if (closed) {
            owned.run();
        }
    }

    void leave(PyObject.Owned owned) {
        open.remove(owned);
    }
}
