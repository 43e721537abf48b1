package io.arrayport.conformance.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.arrayport.conformance.bench.run.Environment;
import io.arrayport.conformance.bench.run.Result;
import io.arrayport.conformance.bench.run.Row;
import io.arrayport.interop.cli.TextTable;

/** A result as text: every row, geometric means, the worst, and what failed. */
public final class ConsoleReport {
    private static final int WORST = 10;

    private ConsoleReport() {}

    /** Returns the text. */
    public static String of(Result result) {
        Environment where = result.environment();
        StringBuilder text = new StringBuilder(rows(result)).append('\n').append(means(result.rows()));
        List<Row> worst = worst(result.rows(), WORST);
        if (!worst.isEmpty()) {
            text.append("\nWorst:\n");
            worst.forEach(row -> text.append("  ").append(Format.ratio(row.ratio())).append("  ").append(name(row))
                    .append('\n'));
        }
        long failed = result.rows().stream().filter(row -> row.failed() != null).count();
        text.append(String.format(Locale.ROOT, "%n%d of %d rows failed.%n", failed, result.rows().size()));
        result.rows().forEach(row -> {
            if (row.failed() != null) {
                text.append("FAILED: ").append(name(row)).append(": ").append(row.failed()).append('\n');
            }
            if (row.breaksLimit()) {
                text.append("ABOVE ITS LIMIT: ").append(name(row)).append(": ").append(ours(row))
                        .append(", ratio ").append(Format.ratio(row.ratio())).append("; at most ")
                        .append(row.limit() == null ? Format.time(row.limitNanos()) : "ratio " + row.limit())
                        .append('\n');
            }
        });
        return text.append(String.format(Locale.ROOT, "%nNumPy %s, Java %s, SIMD %s, %s, %d cores%s.%n",
                where.numpy(), where.java(), where.simd(), where.cpu(), where.cores(),
                where.pinned() ? "; rows on one thread held to one core" : "; no taskset here, so nothing was pinned"))
                .toString();
    }

    private static String rows(Result result) {
        List<String> headings = new ArrayList<>(List.of("family", "case", ">n", "dtype", ">threads", "start", ">NumPy",
                ">Arrayport", ">ratio", ">quartiles"));
        List<String> peers = result.environment().peers();
        peers.forEach(peer -> headings.add(">" + peer));
        TextTable table = new TextTable(headings.toArray(new String[0]));
        for (Row row : result.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.family(), row.name(), Format.size(row.n()), row.dtype(),
                    Integer.toString(row.threads()), row.cold() ? "cold" : "warm", Format.time(row.numpyNanos()),
                    ours(row), Format.ratio(row.ratio()), Format.range(row.ratioLow(), row.ratioHigh())));
            peers.forEach(peer -> cells.add(Format.time(row.peers().get(peer))));
            table.add(cells.toArray(new String[0]));
        }
        return table.toString();
    }

    private static String ours(Row row) {
        return row.failed() != null ? "FAILED" : Format.time(row.arrayportNanos());
    }

    private static String means(List<Row> rows) {
        TextTable table = new TextTable("family", ">threads", "start", ">geometric mean", ">rows");
        FamilyMean.of(rows).stream().filter(mean -> mean.n() == 0)
                .forEach(mean -> table.add(mean.family(), Integer.toString(mean.threads()),
                        mean.cold() ? "cold" : "warm", Format.ratio(mean.ratio()), Integer.toString(mean.rows())));
        return table.toString();
    }

    /** Returns the warm rows with the highest ratios. */
    static List<Row> worst(List<Row> rows, int most) {
        return rows.stream().filter(row -> row.ratio() != null && !row.cold())
                .sorted(Comparator.comparingDouble((Row row) -> row.ratio() == null ? 0.0 : row.ratio()).reversed())
                .limit(most).toList();
    }

    static String name(Row row) {
        return row.id() + ", " + row.dtype() + ", n = " + Format.size(row.n())
                + (row.threads() == 1 ? "" : ", " + row.threads() + " threads") + (row.cold() ? ", cold" : "");
    }
}
