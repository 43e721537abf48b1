package io.arrayport.torch;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtEngine;
import ai.djl.pytorch.jni.LibUtils;
import io.arrayport.core.error.ArrayportException;
import org.jspecify.annotations.Nullable;

/**
 * The libtorch that DJL loads: where it is, whether it has what this bridge calls, and the line that mends it where
 * not. Optional at run time: without it everything but the exchange with torch works.
 *
 * <p>The bridge calls two C++ functions by their mangled names, which other versions of libtorch lack, and the C
 * functions of AOTI. All are looked up once, when the first array is exchanged.
 */
public final class LibTorch {
    /** Versions that this bridge was tested with; no other is known to have the same functions. */
    static final String TESTED_ENGINE = "0.35.1";
    static final String TESTED_LIBTORCH = "2.7.1";

    private static volatile @Nullable Loaded loaded;

    private LibTorch() {}

    /**
     * What was found.
     *
     * @param usable whether arrays can be exchanged, as far as was looked
     * @param version of libtorch; empty if unknown
     * @param path folder of the libraries, which DJL may still have to unpack there; null if none was found
     * @param line one line for a person: what was found, or what is missing and how to mend it
     */
    public record Status(boolean usable, String version, @Nullable Path path, String line) {}

    /** Looks for libtorch in the places DJL would load it from. Loads, unpacks and
     * downloads nothing: it reads a few small files. */
    public static Status locate() {
        Loaded known = loaded;
        return known != null ? known.status() : TorchFiles.locate();
    }

    /**
     * Loads libtorch, half a second or more (the first time DJL unpacks it), and looks up all that the bridge calls.
     * Where {@link #locate()} finds nothing, nothing is loaded, and DJL does not get to download anything.
     */
    public static Status describe() {
        Status found = locate();
        if (!found.usable()) {
            return found;
        }
        try {
            return load().status();
        } catch (ArrayportException e) {
            return new Status(false, found.version(), found.path(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * The library, complete; every use of {@link Aoti} comes after this.
     *
     * @throws ArrayportException in one line, if there is none or it lacks a function
     */
    static Loaded require() {
        Loaded known = loaded;
        if (known == null) {
            Status found = locate();
            // A download that DJL has been allowed to make is as good as a dependency.
            if (!found.usable() && !isEngineLoaded()) {
                throw new ArrayportException("torch: " + found.line());
            }
            known = load();
        }
        if (!known.missing.isEmpty()) {
            throw new ArrayportException("torch: " + known.status().line());
        }
        return known;
    }

    private static boolean isEngineLoaded() {
        try {
            return LibUtils.getLibtorchPath() != null;
        } catch (NullPointerException notLoaded) {
            return false; // how DJL says it
        }
    }

    private static synchronized Loaded load() {
        Loaded known = loaded;
        if (known == null) {
            known = Loaded.of(loadEngine());
            loaded = known;
        }
        return known;
    }

    private static Path loadEngine() {
        try {
            Engine.getEngine(PtEngine.ENGINE_NAME);
            return Path.of(LibUtils.getLibtorchPath());
        } catch (RuntimeException | LinkageError | AssertionError e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            // The natives are there, or it would not have come to reading and writing files
            String remedy = root instanceof IOException ? TorchFiles.unpackingRemedy() : TorchFiles.REMEDY;
            throw new ArrayportException("torch: DJL could not load libtorch: " + firstLine(root) + "; " + remedy, e);
        }
    }

    /** The first line of what a failure says: C++ exceptions come with pages of frames. */
    static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().map(String::strip).filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
    }

    /**
     * A loaded libtorch.
     *
     * @param lookup finds functions in it, and in the C++ runtime it is linked with
     * @param file the very file DJL loaded, so that the loader gives us the same instance
     * @param missing what the bridge calls and the library has not, or has otherwise
     */
    record Loaded(SymbolLookup lookup, Path file, String version, List<String> missing) {
        static Loaded of(Path folder) {
            Path file = folder.resolve(System.mapLibraryName("torch_cpu"));
            if (!Files.exists(file)) {
                throw new ArrayportException(
                        "torch: DJL loaded libtorch from " + folder + ", which has no " + file.getFileName() + "; "
                                + TorchFiles.REMEDY);
            }
            SymbolLookup lookup = SymbolLookup.libraryLookup(file, Arena.global());
            List<String> missing = new ArrayList<>(
                    Aoti.SYMBOLS.stream().filter(name -> lookup.find(name).isEmpty()).toList());
            for (TorchDtype row : TorchDtype.values()) {
                String symbol = row.symbol();
                String problem = symbol == null ? "" : problem(row, symbol, lookup);
                if (!problem.isEmpty()) {
                    missing.add(problem);
                }
            }
            if (missing.isEmpty() && !StorageOwner.canTell(lookup)) {
                missing.add("c10::StorageImpl as it was");
            }
            return new Loaded(lookup, file, LibUtils.getVersion(), List.copyOf(missing));
        }

        Status status() {
            String found = "libtorch " + version + " at " + file;
            return missing.isEmpty() ? new Status(true, version, file.getParent(), found)
                    : new Status(false, version, file.getParent(),
                            found + " lacks " + String.join(", ", missing) + "; " + TorchFiles.REMEDY);
        }

        /** A scalar type that is numbered otherwise would make the bridge lie. */
        private static String problem(TorchDtype row, String name, SymbolLookup lookup) {
            return lookup.find(name).map(symbol -> {
                try {
                    int number = (int) Linker.nativeLinker()
                            .downcallHandle(symbol, FunctionDescriptor.of(ValueLayout.JAVA_INT))
                            .invokeExact();
                    return number == row.scalarType ? ""
                            : name + " = " + row.scalarType + " (it is " + number + ")";
                } catch (Throwable e) {
                    throw new AssertionError(e);
                }
            }).orElse(name);
        }
    }
}
