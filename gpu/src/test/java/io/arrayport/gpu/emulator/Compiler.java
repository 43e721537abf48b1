package io.arrayport.gpu.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.arrayport.gpu.kernel.KernelTable;

/** The sources of the kernels, and programs that compile them. */
public final class Compiler {
    /** Where Maven runs the tests of this module. */
    public static final Path SOURCES = Path.of("src/main/cuda");
    static final Path HOST = Path.of("src/test/cpp");
    static final Path TARGET = Path.of("target/cuda");

    private Compiler() {}

    /** Returns whether there is a program of that name to run. */
    public static boolean has(String program) {
        try {
            return new ProcessBuilder(program, "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns a digest of all that kernels are made from. */
    public static String digest(Path... more) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> files = new ArrayList<>(List.of(more));
            try (var headers = Files.list(SOURCES)) {
                headers.filter(file -> file.toString().endsWith(".cuh")).sorted().forEach(files::add);
            }
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
            }
            KernelTable.sources().forEach((name, source) -> digest.update((name + source)
                    .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What turns one module into a file. */
    @FunctionalInterface
    public interface Step {
        List<String> command(Path source, Path result);
    }

    /** Compiles each module, on all processors, and returns the results. */
    public static List<Path> each(Path folder, String from, String to, Step step) {
        List<Path> results = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Files.createDirectories(folder);
            List<Future<?>> running = new ArrayList<>();
            for (Map.Entry<String, String> module : KernelTable.sources().entrySet()) {
                Path source = Files.writeString(folder.resolve(module.getKey() + from), module.getValue());
                Path result = folder.resolve(module.getKey() + to);
                results.add(result);
                running.add(workers.submit(() -> run(step.command(source, result))));
            }
            for (Future<?> one : running) {
                one.get();
            }
            return results;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Runs a program that must succeed. */
    static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ":\n" + said);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
