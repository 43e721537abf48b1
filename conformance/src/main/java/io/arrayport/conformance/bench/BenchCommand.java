package io.arrayport.conformance.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.arrayport.conformance.bench.report.BenchJson;
import io.arrayport.conformance.bench.report.ConsoleReport;
import io.arrayport.conformance.bench.report.ReportFiles;
import io.arrayport.conformance.bench.run.Bench;
import io.arrayport.conformance.bench.run.FirstOperations;
import io.arrayport.conformance.bench.run.Flatness;
import io.arrayport.conformance.bench.run.Peers;
import io.arrayport.conformance.bench.run.Result;
import io.arrayport.conformance.bench.run.Row;
import io.arrayport.conformance.bench.run.Selection;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.interop.cli.Json;
import io.arrayport.interop.cli.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code arrayport bench}: Arrayport's time by NumPy's, case by case. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false, description = {
        "Times Arrayport against NumPy, in turn, in one run, and prints the ratios: below 1 Arrayport is faster.",
        "Cold rows are the first call in a new process, with loading classes and compiling in it; starting the process,"
                + " importing NumPy and making the inputs are not.",
        "The whole table takes about 35 minutes. Close other programs."}, footer = {"",
                "First look:           arrayport bench --quick",
                "One function:         arrayport bench --case \"exp*\" --warm --n 1000",
                "Today's page, anew:   arrayport bench --out docs/measurements",
                "Exit codes: 0 measured; 1 the sides disagree, or a limit broke (--check, --flat, --loop); 2 NumPy,"
                        + " Maven or such is missing, or an argument is wrong."})
final class BenchCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--case", paramLabel = "GLOB", description = "only cases of that name; * and ? stand for anything")
    private String glob = "";

    @Option(names = "--family", paramLabel = "NAME", split = ",", description = "only these families"
            + " (sort,reduction); one that is not there lists all")
    private List<String> families = List.of();

    @Option(names = "--n", paramLabel = "N", split = ",", description = "only these sizes of those in the"
            + " table (1000,100000)")
    private List<Long> sizes = List.of();

    @Option(names = "--dtype", paramLabel = "NAME", split = ",", description = "only these element types")
    private List<String> dtypes = List.of();

    @Option(names = "--threads", paramLabel = "1|all", description = "only on one thread, or only on all")
    private @Nullable String threads;

    @Option(names = "--warm", description = "only warm rows")
    private boolean warm;

    @Option(names = "--cold", description = "only first calls in a new process")
    private boolean cold;

    @Option(names = "--quick", description = "a few rows of every family, in less than two minutes")
    private boolean quick;

    @Option(names = "--peers", description = "also DJL/PyTorch, ND4J and multik, which Maven fetches (300 MB)")
    private boolean peers;

    @Option(names = "--json", description = "print JSON instead of a table: {\"cases\": [{\"family\", \"name\", \"n\","
            + " \"dtype\", \"threads\", \"cold\", \"numpyNanos\", \"arrayportNanos\", \"ratio\", ...}]}")
    private boolean json;

    @Option(names = "--out", paramLabel = "DIR", description = "write bench.md, bench.json and bench.svg there as well")
    private @Nullable Path out;

    @Option(names = "--check", description = "exit with 1 where a ratio is above what is promised")
    private boolean check;

    @Option(names = "--flat", description = "instead: a million exchanges by DLPack and with torch, and ten million of"
            + " all kinds on many threads, must leave nothing behind")
    private boolean flat;

    @Option(names = "--loop", paramLabel = "SECONDS", description = "instead: expressions for so long, half of them"
            + " never closed, must stay in a budget of 256 MiB and leave the process as large as it was")
    private @Nullable Long loop;

    @Option(names = "--first", description = "instead: the first operations of 20 new processes, beside NumPy's; an"
            + " addition of a million numbers may take 25 ms in 19 of them")
    private boolean first;

    @Override
    public Integer call() throws IOException {
        PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
        if (flat) {
            return Flatness.check(print) ? 0 : 1;
        }
        if (first) {
            return FirstOperations.check(print) ? 0 : 1;
        }
        if (loop != null) {
            if (loop < 1) {
                throw new ArrayportException("--loop is a number of seconds, at least 1, not " + loop);
            }
            return Flatness.loop(print, loop) ? 0 : 1;
        }
        try (Progress progress = new Progress("bench")) {
            progress.accept("starting");
            Bench bench = new Bench(selection(), peers ? Peers.resolve(home()) : null, progress);
            announce(bench);
            Result result = bench.run();
            progress.close();
            if (out != null) {
                ReportFiles.write(result, out);
            }
            if (json) {
                Json.print(print, BenchJson.of(result));
            } else {
                print.print(ConsoleReport.of(result));
                print.flush();
            }
            boolean disagree = result.rows().stream().anyMatch(row -> row.failed() != null);
            return disagree || check && result.rows().stream().anyMatch(Row::breaksLimit) ? 1 : 0;
        }
    }

    private Selection selection() {
        if (threads != null && !threads.equals("1") && !threads.equals("all")) {
            throw new ArrayportException("--threads is 1 or all, not " + threads);
        }
        return new Selection(glob, families, sizes, dtypes, !"all".equals(threads), !"1".equals(threads),
                warm || !cold, cold || !warm, quick);
    }

    /** On standard error, so that it is no part of the answer. */
    private void announce(Bench bench) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        err.println(String.format(Locale.ROOT, "bench: %d rows, about %.0f min", bench.size(),
                Math.ceil(bench.seconds() / 60)));
        if (bench.isBusy()) {
            err.println(String.format(Locale.ROOT, "bench: this machine is busy (load %.2f): the figures will be rough",
                    bench.load()));
        }
        err.flush();
    }

    private static Path home() {
        String home = System.getProperty("arrayport.home");
        if (home == null) {
            throw new ArrayportException(
                    "--peers: works in a checkout only, from its ./arrayport, which says where it lies");
        }
        return Path.of(home);
    }
}
