package io.arrayport.gpu.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles the emulator, unless it is there and made from what is there now. */
final class EmulatorBuild {
    static final Path LIBRARY = Compiler.TARGET.resolve("libcuda.so.1");
    private static final Path MADE_FROM = Compiler.TARGET.resolve("made-from.sha256");

    private EmulatorBuild() {}

    static void run() {
        try {
            String digest = Compiler.digest(Compiler.HOST.resolve("host.h"), Compiler.HOST.resolve("driver.cpp"));
            if (Files.exists(LIBRARY) && Files.exists(MADE_FROM) && Files.readString(MADE_FROM).equals(digest)) {
                return;
            }
            List<String> flags = List.of("g++", "-O1", "-std=c++17", "-fPIC", "-ffp-contract=off", "-I",
                    Compiler.SOURCES.toString(), "-include", Compiler.HOST.resolve("host.h").toString());
            List<Path> objects = Compiler.each(Compiler.TARGET, ".cpp", ".o",
                    (source, result) -> with(flags, "-c", "-o",
                            result.toString(), source.toString()));
            List<String> link = with(flags, "-shared", "-Wl,-soname,libcuda.so.1", "-o", LIBRARY.toString(),
                    Compiler.HOST.resolve("driver.cpp").toString());
            objects.forEach(object -> link.add(object.toString()));
            link.add("-ldl");
            Compiler.run(link);
            Files.writeString(MADE_FROM, digest);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> with(List<String> flags, String... more) {
        List<String> command = new ArrayList<>(flags);
        command.addAll(List.of(more));
        return command;
    }
}
