package io.arrayport.interop.cli;

import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * What is going on, on standard error: one line that rewrites itself on a terminal, nothing at all elsewhere, so that
 * logs and pipes stay clean.
 */
public final class Progress implements Consumer<String>, AutoCloseable {
    private static final String CLEAR = "\r\033[K";

    private final PrintStream err = System.err;
    private final boolean shown = isTerminal();
    private final String command;
    private boolean dirty;

    /** @param command whose progress it is: the line begins with it */
    public Progress(String command) {
        this.command = command;
    }

    @SuppressWarnings("SystemConsoleNull") // null where the JVM was made without a console
    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    @Override
    public void accept(String what) {
        if (shown) {
            err.print(CLEAR + command + ": " + what);
            err.flush();
            dirty = true;
        }
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (dirty) {
            err.print(CLEAR);
            err.flush();
            dirty = false;
        }
    }
}
