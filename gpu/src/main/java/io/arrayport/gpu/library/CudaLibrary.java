package io.arrayport.gpu.library;

import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.arrayport.core.error.DeviceException;
import org.jspecify.annotations.Nullable;

/**
 * One of NVIDIA's libraries, of the newest version that is there. It is looked for where the system's loader looks, in
 * the folder of the toolkit that {@code CUDA_PATH} or {@code CUDA_HOME} names, and in {@code /usr/local/cuda}; or, if
 * the system property {@code io.arrayport.cuda.libraries} names folders, only there.
 */
final class CudaLibrary {
    /** Folders that are searched instead of all others, separated as paths are. */
    private static final String FOLDERS = "io.arrayport.cuda.libraries";

    private final String name;
    private final SymbolLookup symbols;

    private CudaLibrary(String name, SymbolLookup symbols) {
        this.name = name;
        this.symbols = symbols;
    }

    /**
     * Returns what {@code bind} makes of the library, or null where there is none that has all it binds: that is
     * reported, once, as the caller keeps the answer.
     *
     * @param operation what is slower without
     * @param of13 the version of its interface that comes with CUDA 13, which older drivers do not run
     * @param of12 the one that comes with CUDA 12
     */
    static <T> @Nullable T find(String operation, String library, int of13, int of12,
            Function<CudaLibrary, T> bind) {
        List<Integer> versions = driver() >= 13_000 ? List.of(of13, of12) : List.of(of12);
        String reason = "no lib" + library + ".so of version " + versions + " is found";
        for (Path folder : folders()) {
            for (int version : versions) {
                String name = "lib" + library + ".so." + version;
                SymbolLookup symbols = open(folder, name);
                if (symbols == null) {
                    continue;
                }
                try {
                    return bind.apply(new CudaLibrary(name, symbols));
                } catch (DeviceException unusable) {
                    reason = String.valueOf(unusable.getMessage());
                }
            }
        }
        FallbackEvent.emit(operation, reason);
        return null;
    }

    /** Returns the newest CUDA that the driver runs, 13010 for 13.1; 0 without a driver. */
    private static int driver() {
        SymbolLookup library = open(Path.of(""), "libcuda.so.1");
        if (library == null || library.find("cuDriverGetVersion").isEmpty()) {
            return 0;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment version = arena.allocate(ValueLayout.JAVA_INT);
            call(new CudaLibrary("libcuda.so.1", library).function("cuDriverGetVersion", ValueLayout.ADDRESS), version);
            return version.get(ValueLayout.JAVA_INT, 0);
        }
    }

    /** Where to look; the empty path is where the loader does. */
    private static List<Path> folders() {
        String named = System.getProperty(FOLDERS);
        List<Path> folders = new ArrayList<>();
        if (named != null) {
            for (String folder : named.split(File.pathSeparator)) {
                folders.add(Path.of(folder).toAbsolutePath());
            }
            return folders;
        }
        folders.add(Path.of(""));
        for (String variable : List.of("CUDA_PATH", "CUDA_HOME")) {
            String toolkit = System.getenv(variable);
            if (toolkit != null && !toolkit.isBlank()) {
                folders.add(Path.of(toolkit, "lib64").toAbsolutePath());
            }
        }
        folders.add(Path.of("/usr/local/cuda/lib64"));
        return folders;
    }

    /** Never unloaded: these libraries leave threads and contexts behind. */
    private static @Nullable SymbolLookup open(Path folder, String name) {
        try {
            if (folder.toString().isEmpty()) {
                return SymbolLookup.libraryLookup(name, Arena.global());
            }
            Path file = folder.resolve(name);
            return Files.exists(file) ? SymbolLookup.libraryLookup(file, Arena.global()) : null;
        } catch (IllegalArgumentException absent) {
            return null;
        }
    }

    /** Returns its file's name. */
    String name() {
        return name;
    }

    /**
     * Returns a function, which returns a status.
     *
     * @throws DeviceException if the library has none of that name: found out now, as a call would end the JVM
     */
    MethodHandle function(String symbol, MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(address(symbol),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
    }

    private MemorySegment address(String symbol) {
        return symbols.find(symbol)
                .orElseThrow(() -> new DeviceException("cuda: " + name + " has no function " + symbol));
    }

    /** Calls a function that is not called often, and returns its status. */
    static int call(MethodHandle function, Object... arguments) {
        try {
            return (int) function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
