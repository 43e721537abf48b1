package io.arrayport.conformance.fuzz;

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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.arrayport.conformance.fuzz.cases.Board;
import io.arrayport.conformance.fuzz.cases.Verdict;
import io.arrayport.conformance.fuzz.cases.Worker;

/**
 * Runs a span in processes of its own: where one dies, or hangs, that case is a complaint and the next process goes on
 * behind it.
 */
final class Crew {
    private static final Duration LOOK = Duration.ofMillis(100);
    /** Most cases take microseconds. */
    private static final Duration HANGS = Duration.ofSeconds(60);
    private static final int MOST_CRASHES = 5;
    private static final int LINES_OF_A_CRASH = 12;
    /** Heap, so that what a descriptor makes it allocate shows; no traces of refusals, which are most of the cases. */
    private static final List<String> FLAGS = List.of("-Xmx512m", "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null", "-XX:+UseSerialGC");

    private final Path folder;
    private final boolean traces;
    private final Consumer<Long> progress;

    /**
     * @param folder for files of the processes
     * @param traces whether what is wrong is said with its stack
     * @param progress told how many cases are done, again and again, from several threads
     */
    Crew(Path folder, boolean traces, Consumer<Long> progress) {
        this.folder = folder;
        this.traces = traces;
        this.progress = progress;
    }

    /** How many cases had which verdict, how many cuts there are, and what is wrong. */
    record Found(long refused, long read, long taken, long everyCut, List<Complaint> complaints) {
        Found plus(Found other) {
            List<Complaint> both = new ArrayList<>(complaints);
            both.addAll(other.complaints);
            return new Found(refused + other.refused, read + other.read, taken + other.taken,
                    Math.max(everyCut, other.everyCut), both);
        }
    }

    Found run(Span span) {
        Found all = new Found(0, 0, 0, 0, List.of());
        Span left = span;
        for (int crashes = 0; left.from() < left.to() && crashes < MOST_CRASHES; crashes++) {
            try {
                Path board = Files.createTempFile(folder, "board", "");
                Path out = Files.createTempFile(folder, "out", "");
                Board words = Board.in(board);
                words.at(-1);
                Ended ended = watch(start(left, board, out), left, words);
                all = all.plus(found(left, words, out, ended));
                if (ended.well || words.at() < 0) {
                    return all;
                }
                left = left.behind(words.at());
            } catch (IOException problem) {
                throw new UncheckedIOException("fuzz: a worker", problem);
            }
        }
        return all;
    }

    private Process start(Span span, Path board, Path out) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        // What watches this process, such as coverage, watches the workers too
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-javaagent:")).forEach(command::add);
        command.add(traces ? "-Dio.arrayport.fuzz.trace=true" : "-XX:-StackTraceInThrowable");
        command.addAll(List.of("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp", classPath(), Worker.class.getName(), span.family(),
                Long.toString(span.seed()), Long.toString(span.from()), Long.toString(span.to()), board.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    private static String classPath() {
        String tests = System.getProperty("surefire.test.class.path");
        String path = tests != null ? tests : System.getProperty("java.class.path", "");
        String modules = System.getProperty("jdk.module.path", "");
        return modules.isEmpty() ? path : path + File.pathSeparator + modules;
    }

    /** @param how for the complaint; empty where it ended well */
    private record Ended(boolean well, String how) {}

    private Ended watch(Process process, Span span, Board board) {
        long last = -1;
        long since = System.nanoTime();
        try {
            while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                long at = board.at();
                progress.accept(Math.max(0, at - span.from()));
                if (at != last) {
                    last = at;
                    since = System.nanoTime();
                } else if (System.nanoTime() - since > HANGS.toNanos()) {
                    return new Ended(false, "the process hung for " + HANGS.toSeconds() + " s");
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Ended(false, "interrupted");
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue() == 0 ? new Ended(true, "")
                : new Ended(false, "the process died with exit code " + process.exitValue());
    }

    private Found found(Span span, Board board, Path out, Ended ended) throws IOException {
        List<Complaint> complaints = new ArrayList<>();
        List<String> lines = new String(Files.readAllBytes(out), StandardCharsets.UTF_8).lines().toList();
        List<String> others = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            if (words.length == 3 && words[0].equals("wrong")) {
                complaints.add(new Complaint(span.family(), span.seed(), Long.parseLong(words[1]), words[2]));
            } else if (!line.isBlank() && !line.startsWith("WARNING: Using incubator")) {
                others.add(line);
            }
        }
        if (!ended.well) {
            complaints.add(new Complaint(span.family(), span.seed(), board.at(), ended.how + ": "
                    + String.join(" | ", others.subList(0, Math.min(others.size(), LINES_OF_A_CRASH)))));
        } else if (traces && !complaints.isEmpty() && !others.isEmpty()) {
            complaints.add(new Complaint(span.family(), span.seed(), -1, String.join("\n    ", others)));
        }
        return new Found(board.count(Verdict.REFUSED), board.count(Verdict.READ), board.count(Verdict.TAKEN),
                board.cuts(), complaints);
    }
}
