package io.arrayport.conformance.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.arrayport.arrow.ArrowBridge;
import io.arrayport.arrow.ArrowFileWriter;
import io.arrayport.arrow.ArrowTable;
import io.arrayport.arrow.Batch;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.ndarray.NdArray;

/** Columns of a mapped file. */
final class FileOrigin implements Origin {
    @Override
    public String name() {
        return "Arrow IPC file";
    }

    @Override
    public Made make(DType dtype, Sample sample) {
        if (sample != Sample.CONTIGUOUS && sample != Sample.EMPTY && sample != Sample.READ_ONLY) {
            throw new NoSuchSource("a column's values lie side by side along one axis");
        }
        Path file = written(dtype, sample);
        try {
            ArrowTable table = ArrowTable.open(file);
            Batch batch = table.batches().getFirst();
            return Made.opened(ArrowBridge.arrow(batch, "x"), table.storage().address() + batch.columnOffset("x"),
                    () -> {
                        table.close();
                        delete(file);
                    });
        } catch (RuntimeException | Error e) {
            delete(file);
            throw e;
        }
    }

    private static Path written(DType dtype, Sample sample) {
        ArrowSchema schema;
        try {
            schema = ArrowSchema.of(ArrowField.of("x", dtype));
        } catch (DTypeException refused) {
            throw new NoSuchSource(String.valueOf(refused.getMessage()));
        }
        Path file = temporary();
        try (NdArray array = sample.array(dtype); ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
            writer.write(array);
            writer.finish();
            return file;
        } catch (RuntimeException | Error e) {
            delete(file);
            throw e;
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("matrix", ".arrow");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
