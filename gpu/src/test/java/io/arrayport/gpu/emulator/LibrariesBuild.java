package io.arrayport.gpu.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles the libraries beside the emulator's driver, of which those are made anew that would change. */
final class LibrariesBuild {
    static final Path FOLDER = Compiler.TARGET.resolve("libraries");
    private static final Map<String, String> LIBRARIES = Map.of("cublas", "libcublas.so.12", "cufft", "libcufft.so.11",
            "nvrtc", "libnvrtc.so.12");
    private static final Path WORDS = Compiler.HOST.resolve("host.h");

    private LibrariesBuild() {}

    /** To be called when the emulator is there, which they are linked to. */
    static void run() {
        try {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
                Path source = Compiler.HOST.resolve(library.getKey() + ".cpp");
                Path result = FOLDER.resolve(library.getValue());
                Path madeFrom = FOLDER.resolve(library.getKey() + ".sha256");
                String digest = Compiler.digest(Files.readString(source), WORDS, Compiler.HOST.resolve("library.h"),
                        Compiler.SOURCES.resolve("functions.cuh"), Compiler.SOURCES.resolve("types.cuh"));
                if (Files.exists(result) && Files.exists(madeFrom) && Files.readString(madeFrom).equals(digest)) {
                    continue;
                }
                Compiler.run(command(source, result, library.getValue()));
                Files.writeString(madeFrom, digest);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> command(Path source, Path result, String name) {
        List<String> command = new ArrayList<>(List.of("g++", "-O1", "-std=c++17", "-fPIC", "-ffp-contract=off",
                "-shared", "-I", Compiler.SOURCES.toString(), "-I", Compiler.HOST.toString(), "-include",
                WORDS.toString()));
        command.add("-DHOST=\"" + WORDS.toAbsolutePath() + "\"");
        command.add("-DDRIVER=\"" + Compiler.TARGET.toAbsolutePath() + "\"");
        command.addAll(List.of("-Wl,-soname," + name, "-o", result.toString(), source.toString(), "-L",
                Compiler.TARGET.toString(), "-l:libcuda.so.1"));
        return command;
    }
}
