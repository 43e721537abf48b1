package io.arrayport.interop.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.arrayport.interop.demo.DemoJob;
import io.arrayport.interop.demo.DemoReport;
import io.arrayport.interop.demo.Step;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code arrayport demo}: an Arrow file through a PyTorch model and back, with the proof that nothing was copied. */
@Command(name = "demo", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Scores an Arrow file with a PyTorch model and writes the answer as an Arrow file, copying no "
                + "byte of a column. Prints where each column lay at each step.",
        "Without options: 200,000 real flights, and a model that predicts their delay. The output is replaced "
                + "once it is complete."})
final class DemoCommand implements Callable<Integer> {
    private static final String DEFAULT = " (default: ${DEFAULT-VALUE})";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--input", paramLabel = "FILE", description = "Arrow IPC file (default: the bundled flights)")
    private @Nullable Path input;

    @Option(names = "--model", paramLabel = "FILE", description = "TorchScript file; its forward takes the columns"
            + " and gives float32, one per row (default: the bundled model)")
    private @Nullable Path model;

    @Option(names = "--columns", paramLabel = "NAME", split = ",", description = "the model's inputs, in order"
            + " (default: distance,time)")
    private List<String> columns = List.of("distance", "time");

    @Option(names = "--target", paramLabel = "NAME", description = "the column it predicts" + DEFAULT)
    private String target = "delay";

    @Option(names = "--output", paramLabel = "FILE", description = "where the answer goes" + DEFAULT)
    private Path output = Path.of("scored.arrow");

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path data = input != null ? input : Examples.file("flights-200k.arrow");
        Path script = model != null ? model : Examples.file("delay.pt");
        try (Progress progress = new Progress("demo")) {
            DemoReport report = DemoJob.run(new DemoJob.Request(data, script, columns, target, output), progress);
            progress.close();
            if (json) {
                Json.print(out, DemoJson.of(report, castBytes(report)));
            } else {
                print(out, report);
            }
        }
        return 0;
    }

    private void print(PrintWriter out, DemoReport report) {
        TextTable table = new TextTable("step", ">rows", ">bytes", "address", ">bytes copied", ">time");
        for (Step step : report.steps()) {
            table.add(step.step(), count(step.rows()), count(step.bytes()), DemoJson.address(step.address()),
                    count(step.bytesCopied()), time(step.micros()));
        }
        out.println(table);
        out.println("Bytes of columns copied: " + count(report.columnBytesCopied()) + ".");
        Long casts = castBytes(report);
        if (casts != null) {
            out.println("Apart from that, the model casts distance to float32 for itself: " + count(casts) + " bytes.");
        }
        out.println("Times include what a first use costs: loading classes, linking libtorch.");
        if (report.heldOutRows() > 0) {
            out.println(String.format(Locale.ROOT,
                    "Mean absolute error on %,d %s: %.3f; always predicting the median: %.3f.",
                    report.heldOutRows(), model == null ? "held-out rows" : "rows, every fifth", report.mae(),
                    report.baselineMae()));
        } else {
            out.println("Fewer than five rows: the errors are not known.");
        }
        out.println("Written: " + report.output().toAbsolutePath());
        out.flush();
    }

    /** Known of the bundled model only, see examples/README.md: of its inputs it casts the int16 distance. */
    private @Nullable Long castBytes(DemoReport report) {
        return model == null ? report.rows() * Float.BYTES : null;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String time(long micros) {
        return micros < 10_000 ? count(micros) + " us" : count(micros / 1_000) + " ms";
    }
}
