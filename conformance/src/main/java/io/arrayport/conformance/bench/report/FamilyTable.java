package io.arrayport.conformance.bench.report;

import java.util.Comparator;
import java.util.List;

import io.arrayport.conformance.bench.run.Row;

/** A family's warm ratios as a Markdown table: a line for each case and element type, a column for each n. */
final class FamilyTable {
    private final List<Row> rows;
    private final List<Long> sizes;
    private final boolean threaded;

    FamilyTable(List<Row> rows) {
        this.rows = rows;
        sizes = rows.stream().filter(row -> row.threads() == 1).map(Row::n).distinct().sorted().toList();
        threaded = rows.stream().anyMatch(row -> row.threads() > 1);
    }

    void writeTo(StringBuilder text) {
        if (rows.isEmpty()) {
            return;
        }
        text.append("\n### ").append(rows.getFirst().family()).append("\n\n| case | dtype |");
        sizes.forEach(n -> text.append(" n = ").append(Format.size(n)).append(" |"));
        text.append(threaded ? " all threads |" : "").append("\n|---|---|").append("---|".repeat(sizes.size()))
                .append(threaded ? "---|\n" : "\n");
        record Line(String name, String dtype) {}
        for (Line line : rows.stream().map(row -> new Line(row.name(), row.dtype())).distinct().toList()) {
            List<Row> own = rows.stream()
                    .filter(row -> row.name().equals(line.name) && row.dtype().equals(line.dtype)).toList();
            text.append("| ").append(line.name).append(" | ").append(line.dtype).append(" |");
            for (long n : sizes) {
                own.stream().filter(row -> row.n() == n && row.threads() == 1).findFirst()
                        .ifPresentOrElse(row -> text.append(" ").append(cell(row)).append(" |"),
                                () -> text.append(" |"));
            }
            if (threaded) {
                text.append(" ").append(own.stream().filter(row -> row.threads() > 1)
                        .max(Comparator.comparingLong(Row::n)).map(FamilyTable::cell).orElse("")).append(" |");
            }
            text.append('\n');
        }
    }

    private static String cell(Row row) {
        if (row.failed() != null) {
            return "**failed**";
        }
        return row.ratio() == null ? Format.time(row.arrayportNanos())
                : Format.ratio(row.ratio()) + " (" + Format.time(row.numpyNanos()) + ")";
    }
}
