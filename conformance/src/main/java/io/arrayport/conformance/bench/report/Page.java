package io.arrayport.conformance.bench.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.arrayport.conformance.bench.run.Environment;
import io.arrayport.conformance.bench.run.Result;
import io.arrayport.conformance.bench.run.Row;
import io.arrayport.conformance.rules.Rule;
import io.arrayport.conformance.rules.Rules;
import org.jspecify.annotations.Nullable;

/** The documentation's page: how it was measured, means, what is slower and why, first calls, and every ratio. */
final class Page {
    /** What a ratio should not exceed. */
    private static final double BOUND = 1.1;
    static final Rules REASONS = Rules.load(Page.class, "slower.txt");
    private static final String HOW = """
            NumPy in a Python process and Arrayport in a JVM run the same case in turn, NumPy, Arrayport, NumPy, …, each
            turn about 15 ms; a ratio is the median of the turns' ratios of times. Rows on one thread have both
            processes on the same core. Inputs are the same to the last bit, equally aligned, all pages touched; results
            are compared before anything is timed. Both sides are warm: they run until their times are steady and Java's
            compiler is idle. All cases of a column share one JVM, as in a program. Fresh results are closed at once in
            Java and dropped at once in Python; that is in the time. `OPENBLAS_CORETYPE` and `OPENBLAS_L2_SIZE` are
            unset for everybody.

            **First call** ("cold"): in a new process, the time of the first call of the operation: in Java with loading
            classes, making kernels and the interpreter. Not in it: starting the process, `import numpy`, making the
            inputs. Median of some processes on one core, without a class-data archive.
            """;

    private final Result result;
    private final StringBuilder text = new StringBuilder();

    private Page(Result result) {
        this.result = result;
    }

    /** Returns the page as Markdown. */
    static String of(Result result) {
        return new Page(result).write();
    }

    private String write() {
        Environment where = result.environment();
        text.append(
                "# Arrayport against NumPy\n\nWritten by `./arrayport bench --out docs/measurements`; all figures are"
                        + " in [bench.json](bench.json).\n\n![Ratios by family](bench.svg)\n\n");
        text.append(String.format(Locale.ROOT,
                "Measured %s on %s, %d cores, load %.2f before%s. NumPy %s (BLAS: %s), Python %s; Java %s, SIMD %s.%s"
                        + "%n%n",
                where.measured(), where.cpu(), where.cores(), where.load(),
                where.busy() ? " (**busy: take the figures as rough**)" : "", where.numpy(), where.blas(),
                where.python(), where.java(), where.simd(),
                where.quick() ? " **A quick run: few rows, few rounds.**" : ""));
        text.append("## How it is measured\n\n").append(HOW);
        means();
        slower();
        firstCalls();
        failures();
        everything();
        return text.toString();
    }

    private void means() {
        List<FamilyMean> means = FamilyMean.of(result.rows()).stream().filter(mean -> !mean.cold()).toList();
        TreeSet<Integer> threads = means.stream().map(FamilyMean::threads)
                .collect(Collectors.toCollection(TreeSet::new));
        text.append("\n## Geometric means of the ratios\n\nBelow 1 Arrayport is faster.\n\n"
                + "| family | n = 10 | n = 1e3 | n from 1e5 | all | rows |");
        threads.stream().filter(count -> count > 1).forEach(count -> text.append(" ").append(count)
                .append(" threads |"));
        text.append("\n|---|---|---|---|---|---|");
        threads.stream().filter(count -> count > 1).forEach(_ -> text.append("---|"));
        text.append('\n');
        for (String family : result.rows().stream().map(Row::family).distinct().toList()) {
            Map<Long, FamilyMean> own = new LinkedHashMap<>();
            means.stream().filter(mean -> mean.family().equals(family) && mean.threads() == 1)
                    .forEach(mean -> own.put(mean.n(), mean));
            text.append("| ").append(family).append(" |");
            for (long n : new long[]{10, 1_000, 100_000, 0}) {
                cell(own.get(n));
            }
            FamilyMean all = own.get(0L);
            text.append(all == null ? " 0 |" : " " + all.rows() + " |");
            for (int count : threads) {
                if (count > 1) {
                    cell(means.stream().filter(mean -> mean.family().equals(family) && mean.threads() == count
                            && mean.n() == 0).findFirst().orElse(null));
                }
            }
            text.append('\n');
        }
    }

    private void cell(@Nullable FamilyMean mean) {
        text.append(" ").append(mean == null ? "" : Format.ratio(mean.ratio())).append(" |");
    }

    private void slower() {
        List<Row> slower = ConsoleReport.worst(result.rows(), Integer.MAX_VALUE).stream()
                .filter(row -> row.ratio() != null && row.ratio() > BOUND).toList();
        long measured = result.rows().stream().filter(row -> row.ratio() != null && !row.cold()).count();
        text.append(String.format(Locale.ROOT,
                "%n## Slower than NumPy by more than a tenth%n%n%d of %d warm rows, and what was tried. Where the"
                        + " quartiles lie on both sides of %.2f, another run may have the row elsewhere. More is in"
                        + " [kernels.md](kernels.md).%n%n| ratio | quartiles | NumPy | Arrayport | row | why |%n%s%n",
                slower.size(), measured, BOUND, "|" + "---|".repeat(6)));
        for (Row row : slower) {
            line(Format.ratio(row.ratio()), Format.range(row.ratioLow(), row.ratioHigh()),
                    Format.time(row.numpyNanos()), Format.time(row.arrayportNanos()), ConsoleReport.name(row),
                    REASONS.about(row.id() + "/" + row.dtype()).map(Rule::reason).orElse(""));
        }
    }

    private void firstCalls() {
        List<Row> cold = result.rows().stream().filter(Row::cold).toList();
        if (!cold.isEmpty()) {
            text.append(
                    "\n## First calls\n\n| case | dtype | n | NumPy | Arrayport | ratio |\n" + "|"
                            + "---|".repeat(6) + '\n');
            cold.forEach(row -> line(row.id(), row.dtype(), Format.size(row.n()), Format.time(row.numpyNanos()),
                    Format.time(row.arrayportNanos()), Format.ratio(row.ratio())));
        }
    }

    private void failures() {
        List<Row> failed = result.rows().stream().filter(row -> row.failed() != null).toList();
        if (!failed.isEmpty()) {
            text.append("\n## Failed\n\n");
            failed.forEach(row -> text.append("- ").append(ConsoleReport.name(row)).append(": ").append(row.failed())
                    .append('\n'));
        }
    }

    private void everything() {
        text.append(
                "\n## Every warm ratio\n\nOne thread, `ratio (NumPy's time)`; in the last column the largest n on all"
                        + " threads.\n");
        for (String family : result.rows().stream().map(Row::family).distinct().toList()) {
            new FamilyTable(result.rows().stream().filter(row -> row.family().equals(family) && !row.cold()).toList())
                    .writeTo(text);
        }
    }

    private void line(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
