package io.arrayport.interop.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Runs snippets that come from a file or a pipe, and prints values and errors as the shell on a terminal does. JShell's
 * own tool reads ahead while a snippet runs, and at times waits for ever for a pipe that has ended.
 */
final class ShellLines implements AutoCloseable {
    private static final String MARGIN = "|  ";

    private final PrintStream out;
    private final JShell shell;
    private final SourceCodeAnalysis analysis;
    private boolean failed;

    ShellLines(PrintStream out) {
        this.out = out;
        shell = JShell.builder().executionEngine("local").out(out).err(out).build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        analysis = shell.sourceCodeAnalysis();
    }

    /** Runs imports and the like, which print nothing. */
    void prepare(String source) {
        source.lines().forEach(shell::eval);
    }

    /** Runs each snippet once its last line has been read; {@code /exit} ends the input. */
    void run(BufferedReader lines) throws IOException {
        StringBuilder pending = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.strip().equals("/exit"); line = lines.readLine()) {
            pending.append(line).append('\n');
            String rest = complete(pending.toString());
            pending.setLength(0);
            pending.append(rest);
        }
        if (!pending.toString().isBlank()) {
            evaluate(pending.toString());
        }
    }

    /** Returns whether a snippet was refused or threw. */
    boolean hasFailed() {
        return failed;
    }

    /** Evaluates the snippets that are complete, and returns what is left. */
    private String complete(String source) {
        String rest = source;
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            if (!info.completeness().isComplete()) {
                return rest;
            }
            evaluate(info.source());
            rest = info.remaining();
        }
        return "";
    }

    private void evaluate(String snippet) {
        for (SnippetEvent event : shell.eval(snippet)) {
            if (event.exception() instanceof EvalException thrown) {
                failed = true;
                say("Exception " + thrown.getExceptionClassName() + ": " + thrown.getMessage());
            } else if (event.status() == Snippet.Status.REJECTED) {
                failed = true;
                shell.diagnostics(event.snippet()).filter(Diag::isError)
                        .forEach(error -> say("Error: " + error.getMessage(Locale.ROOT)));
                say(snippet.strip());
            } else if (event.causeSnippet() == null && event.value() != null && !event.value().isEmpty()) {
                out.println(event.value());
            }
        }
    }

    private void say(String text) {
        text.lines().forEach(line -> out.println(MARGIN + line));
    }

    @Override
    public void close() {
        shell.close();
    }
}
