package io.arrayport.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Collectors;

import io.arrayport.conformance.matrix.Cell.Outcome;
import org.junit.jupiter.api.Test;

/** The whole matrix: each cell is as it has to be, and README says what came of them. */
class MatrixTest {
    @Test
    void everyExchangeIsSharedAndProvenOrRefusedForTheRightReason() throws IOException {
        Matrix matrix = Matrix.run(_ -> {});
        assertThat(matrix.complaints()).isEmpty();
        assertThat(matrix.cells().stream().map(Cell::outcome).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Outcome.WRONG)));
        assertThat(matrix.cells()).allSatisfy(cell -> assertThat(cell.proof()).isNotBlank());
        assertThat(matrix.cells()).filteredOn(cell -> cell.outcome() == Outcome.ZERO_COPY).hasSizeGreaterThan(1000)
                .allSatisfy(cell -> assertThat(cell.proof()).matches("empty|both at 0x\\p{XDigit}+, .*"));
        assertThat(matrix.asked().count()).isPositive();
        assumeThat(matrix.absent()).as("README is written where all neighbours are").isEmpty();
        String readme = Files.readString(Path.of("..", "README.md"));
        assertThat(MatrixPage.put(readme, MatrixPage.text(matrix)))
                .as("README.md is stale: ./arrayport matrix --update-docs").isEqualTo(readme);
    }
}
