package io.arrayport.interop.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import io.arrayport.interop.Examples;
import picocli.CommandLine;

/**
 * One call of the command line, in this JVM.
 *
 * @param exit its exit code
 * @param out what it printed to standard output
 * @param err what it printed to standard error
 */
record Cli(int exit, String out, String err) {
    static Cli run(String... args) {
        String before = System.setProperty(io.arrayport.interop.cli.Examples.HOME, Examples.HOME.toString());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try {
            CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
            return new Cli(line.execute(args), out.toString(), err.toString());
        } finally {
            if (before == null) {
                System.clearProperty(io.arrayport.interop.cli.Examples.HOME);
            } else {
                System.setProperty(io.arrayport.interop.cli.Examples.HOME, before);
            }
        }
    }
}
