package io.arrayport.dlpack.python;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * The one interpreter of this process. It is started once, on a thread of its own that Python takes for its main one,
 * or joined where Python runs already; and it is never finalised, as neither NumPy nor PyTorch can be started twice,
 * and as arrays that went out may come back at any time.
 */
final class Interpreter {
    private static final String MODULE = "arrayport";
    private static final long STACK = 16L << 20;
    /** More than any version's {@code PyConfig}, which has some 400 bytes. */
    private static final long CONFIG_BYTES = 16 << 10;
    /** The fifth of its fields, since there is the struct (3.8). */
    private static final long INSTALL_SIGNAL_HANDLERS = 16;
    private static final StructLayout STATUS = MemoryLayout.structLayout(JAVA_INT.withName("type"),
            MemoryLayout.paddingLayout(4), ADDRESS.withName("function"), ADDRESS.withName("message"),
            JAVA_INT.withName("exitcode"), MemoryLayout.paddingLayout(4));
    private static final FunctionDescriptor STATUS_P = FunctionDescriptor.of(STATUS, JAVA_LONG);

    private static volatile @Nullable SymbolLookup symbols;
    private static volatile long module;
    private static volatile @Nullable Installation started;

    private Interpreter() {}

    /** Where the functions of the running interpreter are. */
    static SymbolLookup symbols() {
        return Objects.requireNonNull(symbols, "python: not started");
    }

    /** Our module in Python, 0 before it is there; borrowed, it lives as long as the process. */
    static long module() {
        return module;
    }

    /** Whether Python was there first and started the JVM. */
    static boolean isHosted() {
        return symbols != null && started == null;
    }

    /**
     * Sees to it that the interpreter runs.
     *
     * @param wanted the executable whose Python it shall be; null for any
     * @throws PythonUnavailableException if it cannot, or if another Python runs already than is wanted
     */
    static synchronized void start(@Nullable Path wanted) {
        if (module != 0) {
            requireSame(wanted);
            return;
        }
        if (symbols == null) {
            Optional<SymbolLookup> running = Libpython.running();
            if (running.isPresent()) {
                symbols = running.get();
            } else {
                launch(Installation.find(wanted));
            }
        }
        module = Gil.code(() -> {
            long made = CPython.moduleNew(MODULE, source(), "<" + MODULE + ">");
            JavaArrays.install(made);
            return made;
        });
        Farewell.install();
    }

    private static void requireSame(@Nullable Path wanted) {
        if (wanted == null) {
            return;
        }
        Installation now = started;
        if (now == null || !Installation.find(wanted).library().equals(now.library())) {
            throw new PythonUnavailableException("python: this process runs "
                    + (now == null ? "the Python that started it" : now.executable()) + ", so it cannot run " + wanted
                    + " as well; a process has one interpreter");
        }
    }

    private static void launch(Installation python) {
        SymbolLookup loaded = Libpython.load(python.library());
        String version = Libpython.version(loaded);
        if (!version.startsWith(python.version() + ".")) {
            throw new PythonUnavailableException("python: " + python.library() + " is Python " + version + ", and "
                    + python.executable() + " is " + python.version() + "; name the library that belongs to it in -D"
                    + Installation.LIBRARY);
        }
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        Thread main = new Thread(null, () -> {
            try {
                initialize(loaded, python);
            } catch (Throwable t) {
                up.completeExceptionally(t);
                return;
            }
            up.complete(true);
            while (true) { // Python's main thread does not end before the process does
                LockSupport.park();
            }
        }, "arrayport-python-main", STACK);
        main.setDaemon(true);
        main.start();
        try {
            up.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof PythonUnavailableException unavailable) {
                throw unavailable;
            }
            throw Libpython.unexpected("Py_InitializeFromConfig", e);
        }
        started = python;
        symbols = loaded;
    }

    /** With a configuration, as the older way ends the process where Python cannot start. */
    private static void initialize(SymbolLookup python, Installation installation) throws Throwable {
        Linker linker = Linker.nativeLinker();
        MethodHandle prepare = linker.downcallHandle(python.findOrThrow("PyConfig_InitPythonConfig"),
                FunctionDescriptor.ofVoid(JAVA_LONG));
        MethodHandle arguments = linker.downcallHandle(python.findOrThrow("PyConfig_SetBytesArgv"),
                FunctionDescriptor.of(STATUS, JAVA_LONG, JAVA_LONG, JAVA_LONG));
        MethodHandle initialize = linker.downcallHandle(python.findOrThrow("Py_InitializeFromConfig"), STATUS_P);
        MethodHandle clear = linker.downcallHandle(python.findOrThrow("PyConfig_Clear"),
                FunctionDescriptor.ofVoid(JAVA_LONG));
        MethodHandle save = linker.downcallHandle(python.findOrThrow("PyEval_SaveThread"),
                FunctionDescriptor.of(JAVA_LONG));
        try (Arena arena = Arena.ofConfined()) {
            SegmentAllocator results = arena;
            MemorySegment config = arena.allocate(CONFIG_BYTES, 16);
            prepare.invokeExact(config.address());
            config.set(JAVA_INT, INSTALL_SIGNAL_HANDLERS, 0); // signals are the JVM's
            // Python looks for its folders from its executable's place, and takes its name from the first argument.
            MemorySegment argv = arena.allocate(JAVA_LONG);
            argv.set(JAVA_LONG, 0, arena.allocateFrom(installation.executable().toString()).address());
            check((MemorySegment) arguments.invokeExact(results, config.address(), 1L, argv.address()), installation);
            check((MemorySegment) initialize.invokeExact(results, config.address()), installation);
            clear.invokeExact(config.address());
            long _ = (long) save.invokeExact();
        }
    }

    private static void check(MemorySegment status, Installation installation) {
        if (status.get(JAVA_INT, 0) != 0) {
            throw new PythonUnavailableException("python: " + installation.library() + " does not start: "
                    + Libpython.text(status.get(ADDRESS, 16).address()));
        }
    }

    private static String source() {
        try (InputStream file = Objects.requireNonNull(Interpreter.class.getResourceAsStream(MODULE + ".py"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("python: " + MODULE + ".py in this library cannot be read", e);
        }
    }
}
