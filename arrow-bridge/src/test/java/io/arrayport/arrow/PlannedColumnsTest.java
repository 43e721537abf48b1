package io.arrayport.arrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.Compression;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.ExchangePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of columns of every type, in files that are packed and that are not: what is done is what was said. */
class PlannedColumnsTest {
    @TempDir
    Path folder;

    private Path written(List<ArrowColumn> columns, Compression compression) {
        Path path = folder.resolve(compression + ".arrow");
        ArrowSchema schema = ArrowSchema.of(columns.stream().map(ArrowColumn::field).toArray(
                io.arrayport.arrow.type.ArrowField[]::new));
        try (ArrowFileWriter writer = ArrowFileWriter.create(path, schema, compression)) {
            writer.write(columns);
            writer.finish();
        }
        return path;
    }

    @Test
    void columnsOfPlainFilesMoveNothing() {
        List<ArrowColumn> columns = Zoo.columns().toList();
        try (ArrowTable table = ArrowTable.open(written(columns, Compression.NONE))) {
            Batch batch = table.batches().getFirst();
            for (ArrowColumn column : columns) {
                ExchangePlan plan = batch.plan(column.field().name());
                assertThat(plan.isZeroCopy()).as(plan.toString()).isTrue();
                assertThat(AllRows.read(batch.arrowColumn(column.field().name()))).isEqualTo(AllRows.read(column));
            }
        }
    }

    @Test
    void columnsOfPackedFilesMoveWhatTheirBuffersClaim() {
        List<ArrowColumn> columns = Zoo.columns().toList();
        try (ArrowTable table = ArrowTable.open(written(columns, Compression.ZSTD))) {
            Batch batch = table.batches().getFirst();
            for (ArrowColumn column : columns) {
                String name = column.field().name();
                ExchangePlan plan = batch.plan(name);
                assertThat(plan.reason()).as(name).contains(plan.isZeroCopy() ? "" : "compressed (ZSTD)");
                try (ArrowColumn taken = batch.toArrowColumn(name, CopyPolicy.IF_NEEDED)) {
                    assertThat(AllRows.read(taken)).isEqualTo(AllRows.read(column));
                }
            }
            assertThat(batch.plan("coded").bytes()).isPositive();
            assertThat(batch.plan("struct").bytes()).isPositive();
        }
    }
}
