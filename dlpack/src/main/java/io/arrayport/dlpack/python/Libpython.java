package io.arrayport.dlpack.python;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.memory.Memory;

/**
 * Where CPython's functions are: in a library that is loaded here, or in this process already, where Python started it.
 *
 * <p>NumPy's and PyTorch's own libraries look CPython up among the global symbols of the process, and those of a library
 * that Java loads are not. So it is opened by {@code dlopen} with {@code RTLD_GLOBAL}; Windows has no such difference.
 */
final class Libpython {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final int RTLD_NOW = 2;
    private static final int RTLD_GLOBAL = System.getProperty("os.name").startsWith("Mac") ? 8 : 0x100;

    private Libpython() {}

    /** The functions of the interpreter that this process runs already; empty where it runs none. */
    static Optional<SymbolLookup> running() {
        if (WINDOWS) {
            return Optional.empty();
        }
        try {
            SymbolLookup process = symbols(open(0));
            Optional<MemorySegment> initialized = process.find("Py_IsInitialized");
            if (initialized.isEmpty()) {
                return Optional.empty();
            }
            MethodHandle call = LINKER.downcallHandle(initialized.get(), FunctionDescriptor.of(JAVA_INT));
            return (int) call.invokeExact() != 0 ? Optional.of(process) : Optional.empty();
        } catch (Throwable t) {
            throw unexpected("Py_IsInitialized", t);
        }
    }

    /**
     * Loads a library for the rest of the process.
     *
     * @throws PythonUnavailableException if it cannot be
     */
    static SymbolLookup load(Path library) {
        if (WINDOWS) {
            return SymbolLookup.libraryLookup(library, Arena.global());
        }
        try (Arena arena = Arena.ofConfined()) {
            long handle = open(arena.allocateFrom(library.toString()).address());
            if (handle == 0) {
                MethodHandle dlerror = libc("dlerror", FunctionDescriptor.of(JAVA_LONG));
                throw new PythonUnavailableException("python: " + library + " cannot be loaded: "
                        + text((long) dlerror.invokeExact()));
            }
            return symbols(handle);
        } catch (PythonUnavailableException e) {
            throw e;
        } catch (Throwable t) {
            throw unexpected("dlopen", t);
        }
    }

    private static long open(long name) throws Throwable {
        MethodHandle dlopen = libc("dlopen", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT));
        return (long) dlopen.invokeExact(name, RTLD_NOW | RTLD_GLOBAL);
    }

    private static SymbolLookup symbols(long handle) {
        MethodHandle dlsym = libc("dlsym", FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG));
        return name -> {
            try (Arena arena = Arena.ofConfined()) {
                long address = (long) dlsym.invokeExact(handle, arena.allocateFrom(name).address());
                return address == 0 ? Optional.empty() : Optional.of(MemorySegment.ofAddress(address));
            } catch (Throwable t) {
                throw unexpected("dlsym", t);
            }
        };
    }

    private static MethodHandle libc(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type);
    }

    /** {@code Py_GetVersion()}, the number alone; may be called before the interpreter starts. */
    static String version(SymbolLookup symbols) {
        try {
            MethodHandle get = LINKER.downcallHandle(symbols.findOrThrow("Py_GetVersion"),
                    FunctionDescriptor.of(JAVA_LONG));
            return text((long) get.invokeExact()).split(" ", 2)[0];
        } catch (Throwable t) {
            throw unexpected("Py_GetVersion", t);
        }
    }

    /** A C string. */
    static String text(long address) {
        return address == 0 ? "" : Memory.segment(address, Long.MAX_VALUE - address).getString(0);
    }

    static ArrayportException unexpected(String function, Throwable t) {
        if (t instanceof Error e) {
            throw e;
        }
        return new ArrayportException("python: the call of C " + function + " failed", t);
    }
}
