package io.arrayport.gpu.emulator;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
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
        LibrariesBuild.run();
        System.setProperty("io.arrayport.cuda.libraries", LibrariesBuild.FOLDER.toAbsolutePath().toString());
        System.setProperty("io.arrayport.cuda.cache", "none");
        // By its own name it is from now on what anyone finds who asks for the driver
        return Optional.of(SymbolLookup.libraryLookup(EmulatorBuild.LIBRARY.toAbsolutePath(), Arena.global()));
    }

    /** Has everything return that error from now on, as after one of a kernel. */
    public static void lose(int error) {
        try {
            Linker.nativeLinker().downcallHandle(LOADED.orElseThrow().findOrThrow("emulatorLose"),
                    FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT)).invoke(error);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Makes a driver of an old version, which lacks much. */
    public static Path old(String version, Path library) {
        Compiler.run(List.of("g++", "-shared", "-fPIC", "-DVERSION=" + version, "-Wl,-soname,libcuda.so.1", "-o",
                library.toString(), Compiler.HOST.resolve("old.cpp").toString()));
        return library;
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

    /** Has the next call of a library's function return an error. */
    public static void failLibrary(String library, String function, int error) {
        try (Arena arena = Arena.ofConfined()) {
            Linker.nativeLinker().downcallHandle(library(library).findOrThrow("libraryFail"),
                    FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.JAVA_INT))
                    .invoke(arena.allocateFrom(function), error);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Returns how many events are there that nobody has given back. */
    public static int events() {
        try {
            return (int) Linker.nativeLinker().downcallHandle(LOADED.orElseThrow().findOrThrow("emulatorEvents"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT)).invoke();
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Returns how many sources the emulated NVRTC has compiled. */
    public static int compiled() {
        try {
            return (int) Linker.nativeLinker().downcallHandle(library("libnvrtc.so.12").findOrThrow("fakeCompiled"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT)).invoke();
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static SymbolLookup library(String name) {
        return SymbolLookup.libraryLookup(LibrariesBuild.FOLDER.resolve(name).toAbsolutePath(), Arena.global());
    }
}
