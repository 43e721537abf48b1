package io.arrayport.core.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A JVM of its own for a test that may, or must, kill it: {@code ForkedJvm.run(Main.class, "arg")}. It has this JVM's
 * class path and flags, so that a child of the run without the Vector API has none either.
 *
 * @param jvmArgs what the child gets besides this JVM's own flags; a later flag wins
 * @param timeout when the child is killed and the test fails
 */
public record ForkedJvm(List<String> jvmArgs, Duration timeout) {

    /** As a shell reports them: killed by SIGABRT, SIGBUS, SIGSEGV. */
    private static final Set<Integer> CRASH_CODES = Set.of(134, 135, 139);

    /** Without a core dump the JVM ends a crash with exit code 1, so what it says counts as well. */
    private static final List<String> CRASH_WORDS = List.of(
            "A fatal error has been detected by the Java Runtime Environment",
            "Unrecoverable uncaught exception encountered", "FATAL ERROR in native method", "SIGSEGV", "SIGBUS");

    /** An agent belongs to the parent alone: coverage files and debugger ports cannot be shared. */
    private static final List<String> PARENT_ONLY = List.of("-javaagent", "-agentlib", "-agentpath", "-Xrunjdwp",
            "-XX:ErrorFile");

    public ForkedJvm {
        jvmArgs = List.copyOf(jvmArgs);
        Objects.requireNonNull(timeout, "timeout");
    }

    /**
     * What became of the child.
     *
     * @param exit its exit code
     * @param out all of its standard output
     * @param err all of its standard error
     * @param crashed whether the JVM died instead of ending, by a signal or by its own fatal error
     */
    public record Result(int exit, String out, String err, boolean crashed) {}

    /** A child with more flags than this JVM has. */
    public static ForkedJvm with(String... jvmArgs) {
        return new ForkedJvm(List.of(jvmArgs), Duration.ofMinutes(1));
    }

    /** The same child with another limit; the default is one minute. */
    public ForkedJvm withTimeout(Duration limit) {
        return new ForkedJvm(jvmArgs, limit);
    }

    /**
     * Runs {@code main} in a child with this JVM's flags and waits for it.
     *
     * @throws AssertionError if it takes longer than a minute; the message holds what the child had printed
     */
    public static Result run(Class<?> main, String... args) {
        return with().start(main, args);
    }

    /**
     * Runs {@code main} in the child described by this value and waits for it.
     *
     * @throws AssertionError if it outlives the timeout; the child is killed, and the message holds what it had printed
     */
    public Result start(Class<?> main, String... args) {
        return launch(List.of("-cp", classPath(), main.getName()), args);
    }

    /**
     * As {@link #start}, with classes in {@code folder} that go before those of the same names on the class path.
     *
     * @throws AssertionError if it outlives the timeout; the child is killed, and the message holds what it had printed
     */
    public Result startBehind(Path folder, Class<?> main, String... args) {
        return launch(List.of("-cp", folder + File.pathSeparator + classPath(), main.getName()), args);
    }

    /**
     * Runs a module's main class on the module path, with this JVM's flags besides.
     *
     * @param modulePath what the modules are found in
     * @param classPath what lies beside them: jars that cannot be modules
     * @param main {@code module/class}
     * @throws AssertionError if it outlives the timeout; the child is killed, and the message holds what it had printed
     */
    public Result startModule(List<String> modulePath, List<String> classPath, String main, String... args) {
        return launch(List.of("-p", String.join(File.pathSeparator, modulePath), "-cp",
                String.join(File.pathSeparator, classPath), "-m", main), args);
    }

    /** The class path of this JVM's tests: Surefire starts them from a jar that only names it, and keeps it here. */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "."))
                .replaceAll(File.pathSeparator + "+$", "");
    }

    private Result launch(List<String> launch, String... args) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("forked-jvm");
            return start(command(launch, args), folder.resolve("out"), folder.resolve("err"));
        } catch (IOException e) {
            throw new UncheckedIOException("fork " + launch.getLast(), e);
        } finally {
            deleteAll(folder);
        }
    }

    // Files, not pipes: no reader threads, and a killed child's output is still there.
    private Result start(List<String> command, Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS"); // already among this JVM's flags
        Process child = builder.start();
        child.getOutputStream().close();
        if (!ended(child)) {
            child.destroyForcibly().onExit().join();
            throw new AssertionError(
                    "fork: still running after " + timeout + ", killed: " + String.join(" ", command) + "\n--- out\n"
                            + read(out) + "\n--- err\n" + read(err));
        }
        String output = read(out);
        String errors = read(err);
        int exit = child.exitValue();
        boolean crashed = CRASH_CODES.contains(exit)
                || (exit != 0 && CRASH_WORDS.stream().anyMatch((output + errors)::contains));
        return new Result(exit, output, errors, crashed);
    }

    private boolean ended(Process child) {
        try {
            return child.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError("fork: interrupted while waiting for the child", e);
        }
    }

    private List<String> command(List<String> launch, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> PARENT_ONLY.stream().noneMatch(flag::startsWith))
                .forEach(command::add);
        command.add("-XX:-CreateCoredumpOnCrash");
        command.add("-XX:ErrorFile=" + crashReports().resolve("hs_err_fork_pid%p.log"));
        command.addAll(jvmArgs);
        command.addAll(launch);
        command.addAll(List.of(args));
        return command;
    }

    private static Path crashReports() {
        Path target = Path.of("target").toAbsolutePath();
        return Files.isDirectory(target) ? target : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static void deleteAll(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("fork: clean up " + folder, e);
        }
    }
}
