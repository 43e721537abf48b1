package io.arrayport.conformance.matrix;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.interop.cli.TextTable;

/** The matrix as a person reads it. */
final class MatrixText {
    private MatrixText() {}

    static String of(Matrix matrix) {
        StringBuilder text = new StringBuilder();
        for (Grid grid : Grid.all(matrix)) {
            List<String> headings = new ArrayList<>(List.of(grid.heading()));
            headings.addAll(grid.targets());
            TextTable table = new TextTable(headings.toArray(String[]::new));
            grid.lines().forEach((name, cells) -> {
                List<String> line = new ArrayList<>(List.of(name));
                line.addAll(cells);
                table.add(line.toArray(String[]::new));
            });
            text.append(table).append(System.lineSeparator());
        }
        matrix.absent().forEach(absent -> text.append("Not here: ").append(absent).append(System.lineSeparator()));
        return text.append(matrix.cells().size()).append(" exchanges; ").append(matrix.asked().count())
                .append(" copies asked for, ").append(matrix.reported().count()).append(" reported; wrong: ")
                .append(matrix.complaints().size()).append(System.lineSeparator()).toString();
    }
}
