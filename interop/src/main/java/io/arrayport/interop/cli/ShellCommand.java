package io.arrayport.interop.cli;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import jdk.jshell.tool.JavaShellToolBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arrayport shell}: JShell in this JVM, where {@code np} and its options are imported. */
@Command(name = "shell", mixinStandardHelpOptions = true, description = {
        "Java, line by line, with np and the option names imported; values are printed as NumPy prints them.",
        "Reads a terminal or a pipe; /exit or the end of input ends it. On a terminal it is JShell: /help says what "
                + "else it knows. Of a pipe the exit code is 2 if a snippet failed."}, footer = {
                        "", "Try:  np.arange(12, np.float32).reshape(3, 4).get(\"1:, ::-1\")",
                        "Or:   echo 'np.add.reduce(np.arange(5, np.int64))' | arrayport shell"})
final class ShellCommand implements Callable<Integer> {
    private static final List<String> THIS_JVM = List.of("--execution", "local");

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "snippets to run before the first line is read")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws Exception {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
                        "shell: " + file + " cannot be read");
            }
        }
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false) ? onTerminal() : lines();
    }

    private int lines() throws IOException {
        PrintStream out = System.out;
        try (ShellLines shell = new ShellLines(out)) {
            shell.prepare(resource("shell-startup.jsh"));
            for (Path file : files) {
                try (InputStream snippets = Files.newInputStream(file)) {
                    shell.run(text(snippets));
                }
            }
            shell.run(text(System.in));
            return shell.hasFailed() ? ExitCode.USAGE : ExitCode.OK;
        }
    }

    /** Bytes that are no text become characters that no snippet has: the compiler says so, and where. */
    private static BufferedReader text(InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    private int onTerminal() throws Exception {
        Path startup = Files.createTempFile("arrayport-", ".jsh");
        try {
            Files.writeString(startup, resource("shell-startup.jsh"));
            List<String> arguments = new ArrayList<>(THIS_JVM);
            arguments.addAll(List.of("--class-path", System.getProperty("java.class.path"),
                    "--startup", startup.toString()));
            files.forEach(file -> arguments.add(file.toString()));
            return JavaShellToolBuilder.builder().persistence(settings()).interactiveTerminal(true)
                    .start(arguments.toArray(String[]::new));
        } finally {
            Files.delete(startup);
        }
    }

    /** JShell takes a mode of printing only from what an earlier session has retained: this is that session. */
    private static Map<String, String> settings() throws Exception {
        Map<String, String> retained = new HashMap<>();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(THIS_JVM);
        arguments.add("--no-startup");
        JavaShellToolBuilder.builder().persistence(retained).interactiveTerminal(false).out(nowhere).err(nowhere)
                .in(new ByteArrayInputStream(resource("shell-settings.jsh").getBytes(StandardCharsets.UTF_8)),
                        InputStream.nullInputStream())
                .start(arguments.toArray(String[]::new));
        retained.keySet().removeIf(key -> key.startsWith("HISTORY") || key.startsWith("REPLAY"));
        return retained;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ShellCommand.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
