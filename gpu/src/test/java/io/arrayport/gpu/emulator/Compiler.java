package io.arrayport.gpu.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sources of the kernels, and programs that compile them. */
public final class Compiler {
    /** Where Maven runs the tests of this module. */
    public static final Path SOURCES = Path.of("src/main/cuda");
    static final Path HOST = Path.of("src/test/cpp");
    static final Path TARGET = Path.of("target/cuda");

    private static final Pattern INCLUDED = Pattern.compile("#include \"(.+)\"");

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

    /** Returns a digest of all that a module is made from: its source, what that includes, and the files named. */
    public static String digest(String source, Path... more) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(source.getBytes(StandardCharsets.UTF_8));
            for (Path file : more) {
                digest.update(Files.readAllBytes(file));
            }
            Deque<String> texts = new ArrayDeque<>(List.of(source));
            Set<String> seen = new HashSet<>();
            while (!texts.isEmpty()) {
                Matcher names = INCLUDED.matcher(texts.pop());
                while (names.find()) {
                    Path header = SOURCES.resolve(names.group(1));
                    if (seen.add(names.group(1)) && Files.exists(header)) {
                        String text = Files.readString(header);
                        digest.update(text.getBytes(StandardCharsets.UTF_8));
                        texts.add(text);
                    }
                }
            }
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

    /**
     * Compiles modules, given by names and sources, on all processors.
     *
     * @param done is told the name of each when it is there
     */
    public static void each(Map<String, String> modules, Path folder, String from, String to, Step step,
            Consumer<String> done) {
        try (ExecutorService workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Files.createDirectories(folder);
            List<Future<?>> running = new ArrayList<>();
            for (Map.Entry<String, String> module : modules.entrySet()) {
                Path source = Files.writeString(folder.resolve(module.getKey() + from), module.getValue());
                Path result = folder.resolve(module.getKey() + to);
                running.add(workers.submit(() -> {
                    run(step.command(source, result));
                    done.accept(module.getKey());
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
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
