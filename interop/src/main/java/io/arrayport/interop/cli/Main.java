package io.arrayport.interop.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.ServiceLoader;

import io.arrayport.core.error.ArrayportException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code arrayport} command: 0 done, 1 a fault of ours, 2 something in the input or the arguments to mend. */
@Command(name = "arrayport", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = {
        "Arrays that cross between Arrow, PyTorch and Java without a copy."}, footer = {
                "", "Start with:  arrayport demo", "Something missing?  arrayport info",
                "Exit codes: 0 done, 2 mend the input or the arguments (one line says what), 1 a fault in arrayport."})
public final class Main implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    /** @param args a subcommand and its options; {@code --help} teaches */
    public static void main(String[] args) {
        int exit = commandLine().execute(args);
        if (System.out.checkError() && exit == ExitCode.OK) {
            exit = lostOutput();
        }
        // DJL leaves non-daemon threads behind; the job is done.
        System.exit(exit);
    }

    /** A reader that has seen enough, as {@code head}, is no fault; a full disk is. Only writing again says which. */
    private static int lostOutput() {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write('\n');
        } catch (IOException failure) {
            if (String.valueOf(failure.getMessage()).contains("Broken pipe")) {
                return ExitCode.OK;
            }
        }
        System.err.println("arrayport: standard output cannot be written; what was printed is lost");
        return ExitCode.USAGE;
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main()).addSubcommand(new DemoCommand())
                .addSubcommand(new InfoCommand()).addSubcommand(new ShellCommand())
                .addSubcommand(new CommandLine.HelpCommand());
        for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
            provider.commands().forEach(line::addSubcommand);
        }
        return line.setExecutionExceptionHandler(Main::explain).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        if (failure instanceof ArrayportException || failure instanceof UncheckedIOException) {
            line.getErr().println("arrayport " + line.getCommandName() + ": " + oneLine(failure));
            return ExitCode.USAGE;
        }
        failure.printStackTrace(line.getErr());
        return ExitCode.SOFTWARE;
    }

    private static String oneLine(Exception failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }

    /** What the jar's manifest says. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[]{"arrayport " + (version == null ? "(not packaged)" : version)};
        }
    }

    /** No subcommand: say what there is. */
    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }
}
