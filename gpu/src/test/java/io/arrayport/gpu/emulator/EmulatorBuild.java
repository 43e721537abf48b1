package io.arrayport.gpu.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.arrayport.gpu.kernel.KernelTable;

/**
 * Compiles the emulator: of its modules those that are not there, or are made from something else than is there now.
 * Also a program, which {@code arrayport parity --device} starts from its source, in this module's folder.
 */
final class EmulatorBuild {
    static final Path LIBRARY = Compiler.TARGET.resolve("libcuda.so.1");
    private static final Path WORDS = Compiler.HOST.resolve("host.h");
    private static final String MADE_FROM = ".sha256";
    private static final List<String> FLAGS = List.of("g++", "-O1", "-std=c++17", "-fPIC", "-ffp-contract=off",
            // Whose jumps between stacks are none of an intruder
            "-U_FORTIFY_SOURCE", "-I", Compiler.SOURCES.toString(), "-include", WORDS.toString());

    private EmulatorBuild() {}

    static void main() {
        run();
    }

    static void run() {
        try {
            Files.createDirectories(Compiler.TARGET);
            Map<String, String> modules = new TreeMap<>(KernelTable.sources());
            for (String part : List.of("driver", "fibers")) {
                modules.put(part, Files.readString(Compiler.HOST.resolve(part + ".cpp")));
            }
            Map<String, String> stale = new TreeMap<>();
            for (Map.Entry<String, String> module : modules.entrySet()) {
                if (!digest(module.getKey(), module.getValue()).equals(madeFrom(module.getKey()))) {
                    stale.put(module.getKey(), module.getValue());
                }
            }
            String all = String.join(" ", modules.keySet());
            if (stale.isEmpty() && Files.exists(LIBRARY) && all.equals(madeFrom(LIBRARY.getFileName().toString()))) {
                return;
            }
            Files.deleteIfExists(LIBRARY);
            Compiler.each(stale, Compiler.TARGET, ".cpp", ".o", (source, result) -> with(FLAGS, "-I",
                    Compiler.HOST.toString(), "-c", "-o", result.toString(), source.toString()),
                    module -> note(module,
                            digest(module, modules.getOrDefault(module, ""))));
            List<String> link = with(FLAGS, "-shared", "-Wl,-soname,libcuda.so.1", "-o", LIBRARY.toString());
            modules.keySet().forEach(module -> link.add(Compiler.TARGET.resolve(module + ".o").toString()));
            link.add("-ldl");
            Compiler.run(link);
            note(LIBRARY.getFileName().toString(), all);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String digest(String module, String source) {
        return KernelTable.sources().containsKey(module) ? Compiler.digest(source, WORDS)
                : Compiler.digest(source, WORDS, Compiler.HOST.resolve("fibers.h"));
    }

    private static String madeFrom(String module) throws IOException {
        Path file = Compiler.TARGET.resolve(module + MADE_FROM);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static void note(String module, String digest) {
        try {
            Files.writeString(Compiler.TARGET.resolve(module + MADE_FROM), digest);
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
