package io.arrayport.conformance.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.arrayport.conformance.matrix.Cell.Outcome;

/**
 * The cells at a glance: a line for each source, element type or layout, a column for each target.
 *
 * @param heading of the lines
 * @param targets of the columns: of the last table sources
 * @param lines the columns' texts by the line's name
 */
record Grid(String heading, List<String> targets, Map<String, List<String>> lines) {

    /** How many of the arrays that a source has are shared with each target. */
    static Grid sources(Matrix matrix) {
        return of(matrix, "from", Cell::source, Cell::target, cell -> !cell.target().equals(TextTrial.TARGET));
    }

    /** Which element types of our own contiguous arrays are shared. */
    static Grid dtypes(Matrix matrix) {
        return of(matrix, "element type", Cell::dtype, Cell::target, cell -> isOurs(cell)
                && cell.layout().equals(Sample.CONTIGUOUS.toString()));
    }

    /** Which layouts of our own float64 arrays are. */
    static Grid layouts(Matrix matrix) {
        return of(matrix, "layout", Cell::layout, Cell::target, cell -> isOurs(cell) && cell.dtype().equals("float64"));
    }

    /** How text of Arrow's types comes into arrays. */
    static Grid texts(Matrix matrix) {
        return of(matrix, "text into an array",
                cell -> cell.dtype() + (cell.layout().equals(TextTrial.NULLS) ? ", " + cell.layout() : ""),
                Cell::source, cell -> cell.target().equals(TextTrial.TARGET));
    }

    static List<Grid> all(Matrix matrix) {
        return Stream.of(sources(matrix), dtypes(matrix), layouts(matrix), texts(matrix))
                .filter(grid -> !grid.lines.isEmpty()).toList();
    }

    private static boolean isOurs(Cell cell) {
        return cell.source().equals(new OwnOrigin().name());
    }

    private static Grid of(Matrix matrix, String heading, Function<Cell, String> line,
            Function<Cell, String> column, Predicate<Cell> wanted) {
        Set<String> targets = new LinkedHashSet<>();
        Map<String, Map<String, List<Outcome>>> outcomes = new LinkedHashMap<>();
        for (Cell cell : matrix.cells()) {
            if (wanted.test(cell) && cell.outcome() != Outcome.NO_SOURCE) {
                targets.add(column.apply(cell));
                outcomes.computeIfAbsent(line.apply(cell), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(column.apply(cell), _ -> new ArrayList<>()).add(cell.outcome());
            }
        }
        Map<String, List<String>> lines = new LinkedHashMap<>();
        outcomes.forEach((name, byTarget) -> lines.put(name, targets.stream()
                .map(target -> text(byTarget.getOrDefault(target, List.of()))).toList()));
        return new Grid(heading, List.copyOf(targets), lines);
    }

    private static String text(List<Outcome> outcomes) {
        if (outcomes.size() == 1) {
            return outcomes.getFirst() == Outcome.ZERO_COPY ? "shared"
                    : outcomes.getFirst() == Outcome.NEEDS_COPY ? "by a copy" : outcomes.getFirst().toString();
        }
        return outcomes.stream().filter(Outcome.ZERO_COPY::equals).count() + " of " + outcomes.size();
    }
}
