package io.arrayport.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.arrayport.core.error.DeviceException;

/**
 * The driver's functions on streams and events, by addresses: those of neighbours come as numbers, which JCuda cannot
 * take. Before each call the device's primary context is made current, as threads wander.
 */
final class LibCuda {
    private static final ConcurrentHashMap<Integer, LibCuda> DEVICES = new ConcurrentHashMap<>();
    private static final int SUCCESS = 0;
    static final int NOT_READY = 600;

    private final SymbolLookup library;
    private final ConcurrentHashMap<String, MethodHandle> functions = new ConcurrentHashMap<>();
    private final long context;

    private LibCuda(SymbolLookup library, int ordinal) {
        this.library = library;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG);
            check("cuInit", invoke("cuInit", 0));
            check("cuDeviceGet", invoke("cuDeviceGet", out.address(), ordinal));
            int device = out.get(ValueLayout.JAVA_INT, 0);
            check("cuDevicePrimaryCtxRetain", invoke("cuDevicePrimaryCtxRetain", out.address(), device));
            context = out.get(ValueLayout.JAVA_LONG, 0);
        }
    }

    /** Returns the driver's library, if there is one. */
    static Optional<SymbolLookup> open() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        for (String name : windows ? List.of("nvcuda.dll") : List.of("libcuda.so.1", "libcuda.so")) {
            try {
                // Never unloaded: a driver that was initialised and then unmapped takes the process with it.
                return Optional.of(SymbolLookup.libraryLookup(name, Arena.global()));
            } catch (IllegalArgumentException absent) {
                // the next name, then
            }
        }
        return Optional.empty();
    }

    /** @throws DeviceException if there is no driver or no such device */
    static LibCuda of(int ordinal) {
        LibCuda known = DEVICES.get(ordinal);
        return known != null ? known : DEVICES.computeIfAbsent(ordinal, LibCuda::found);
    }

    private static LibCuda found(int ordinal) {
        CudaStatus status = CudaDriver.require(ordinal);
        return new LibCuda(open().orElseThrow(() -> new DeviceException("cuda: " + status.detail())), ordinal);
    }

    /** @throws DeviceException unless the driver says success */
    void call(String function, Object... arguments) {
        check(function, tried(function, arguments));
    }

    /** Returns what the driver says. */
    int tried(String function, Object... arguments) {
        check("cuCtxSetCurrent", invoke("cuCtxSetCurrent", context));
        return invoke(function, arguments);
    }

    private int invoke(String function, Object... arguments) {
        return invoke(functions.computeIfAbsent(function, _ -> bound(library, function, arguments)), arguments);
    }

    /** Calls a function of a library nobody knows yet, in no context; it takes ints and addresses. */
    static int invoke(SymbolLookup library, String function, Object... arguments) {
        return invoke(bound(library, function, arguments), arguments);
    }

    private static int invoke(MethodHandle handle, Object... arguments) {
        try {
            return (int) handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static MethodHandle bound(SymbolLookup library, String function, Object... arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            layouts[i] = arguments[i] instanceof Integer ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG;
        }
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(function),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts));
    }

    private static void check(String function, int result) {
        if (result != SUCCESS) {
            throw new DeviceException("cuda: " + function + " gives error " + result);
        }
    }
}
