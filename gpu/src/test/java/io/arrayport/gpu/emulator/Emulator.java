package io.arrayport.gpu.emulator;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** A driver that runs kernels on the host, made by g++ from the sources that the kernels of a device are made from. */
public final class Emulator {
    private static final Optional<SymbolLookup> LOADED = load();

    private Emulator() {}

    /** Returns its functions; empty where there is no g++, or a real driver is to be used. */
    public static Optional<SymbolLookup> get() {
        return LOADED;
    }

    private static Optional<SymbolLookup> load() {
        if (Boolean.getBoolean("arrayport.cuda.real") || !Compiler.has("g++")) {
            return Optional.empty();
        }
        EmulatorBuild.run();
        // By its own name it is from now on what anyone finds who asks for the driver
        return Optional.of(SymbolLookup.libraryLookup(EmulatorBuild.LIBRARY.toAbsolutePath(), Arena.global()));
    }

    /** Has the next call of a driver's function return an error. */
    public static void fail(String function, int error) {
        SymbolLookup library = LOADED.orElseThrow();
        try (Arena arena = Arena.ofConfined()) {
            Linker.nativeLinker().downcallHandle(library.findOrThrow("emulatorFail"),
                    FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                    .invoke(arena.allocateFrom(function), error, 0);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
