package io.arrayport.conformance.matrix;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.interop.cli.Json;
import io.arrayport.interop.cli.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code arrayport matrix}: every source with every target. */
@Command(name = "matrix", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Gives arrays of every source, element type and layout to every target, and looks what comes of it.",
        "Where both share the bytes, they are at one address and each sees what the other writes; else the exchange is"
                + " refused, for a reason that is printed, and a copy goes only where it is asked for, and is"
                + " reported."}, footer = {"", "At a glance:          arrayport matrix",
                        "Each cell:            arrayport matrix --json",
                        "README's table, anew: arrayport matrix --update-docs",
                        "Exit codes: 0 all is as it has to be; 1 something is not, and is printed; 2 an argument is"
                                + " wrong."})
final class MatrixCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", description = "print JSON: {\"cells\": [{\"source\", \"target\", \"dtype\","
            + " \"layout\", \"outcome\", \"proof\"}]}; outcomes are zero-copy, needs a copy, refused, no such source"
            + " (it makes no such array) and wrong")
    private boolean json;

    @Option(names = "--update-docs", description = "write the table in README.md anew")
    private boolean update;

    private final Function<Consumer<String>, Matrix> run;

    MatrixCommand() {
        this(Matrix::run);
    }

    /** @param run gives the cells; it is told whom to tell of its progress */
    MatrixCommand(Function<Consumer<String>, Matrix> run) {
        this.run = run;
    }

    /** What {@code --json} prints. */
    record Report(List<Line> cells) {}

    /** A cell in it. */
    record Line(String source, String target, String dtype, String layout, String outcome, String proof) {
        static Line of(Cell cell) {
            return new Line(cell.source(), cell.target(), cell.dtype(), cell.layout(), cell.outcome().toString(),
                    cell.proof());
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec().commandLine().getOut();
        Matrix matrix;
        try (Progress progress = new Progress("matrix")) {
            matrix = run.apply(progress);
        }
        if (update) {
            MatrixPage.write(matrix, home().resolve("README.md"));
        }
        if (json) {
            Json.print(out, new Report(matrix.cells().stream().map(Line::of).toList()));
        } else {
            out.print(MatrixText.of(matrix));
        }
        out.flush();
        List<String> complaints = matrix.complaints();
        complaints.forEach(complaint -> spec().commandLine().getErr().println("matrix: " + complaint));
        spec().commandLine().getErr().flush();
        return complaints.isEmpty() ? 0 : 1;
    }

    private static Path home() {
        String home = System.getProperty("arrayport.home");
        if (home == null) {
            throw new ArrayportException(
                    "--update-docs works in a checkout only, from its ./arrayport, which says where it lies");
        }
        return Path.of(home);
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec);
    }
}
