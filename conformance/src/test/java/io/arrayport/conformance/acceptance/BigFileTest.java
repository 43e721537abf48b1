package io.arrayport.conformance.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrayport.arrow.ArrowFileWriter;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file of 4 GiB goes to torch without memory of its own, whatever its size. */
class BigFileTest {
    private static final long GIB = 1L << 30;
    private static final long MIB = 1L << 20;
    private static final long ROWS = 1 << 20;
    private static final long ROW_BYTES = 8;

    @Test
    @Tag("vector-only") // No kernel runs here: once is enough
    void fourGibibytesCostNoAnonymousMemoryBetweenOpenAndPredict() throws IOException {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "RssAnon is Linux's");
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "big-file");
        Path big = folder.resolve("big.arrow");
        Path small = folder.resolve("small.arrow");
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            assumeTrue(free >= 6 * GIB, "needs 6 GiB of disk, free are " + free);
            long start = System.nanoTime();
            write(big, 4 * GIB / (ROWS * ROW_BYTES), ROWS);
            write(small, 2, 1000);
            System.out.printf("wrote %,d bytes in %,d ms%n", Files.size(big), (System.nanoTime() - start) / 1_000_000);
            BigFile.Measured measured = measure(big, small);
            System.out.println(measured);
            System.out.printf("anonymous memory: %.1f MiB more from open to predict%n",
                    mib(measured.anonBeforePredict() - measured.anonBeforeOpen()));
            System.out.printf(
                    "then %.1f MiB more while the model scored %d batches: answers of %.1f MiB each, and %.1f MiB "
                            + "of inputs that it cast to float32 for itself%n",
                    mib(measured.anonWhilePredicting() - measured.anonBeforePredict()), measured.predictedBatches(),
                    mib(ROWS * Float.BYTES), mib(measured.modelCastBytes()));
            assertThat(measured.fileBytes()).isGreaterThanOrEqualTo(4 * GIB);
            assertThat(measured.tensors()).isEqualTo(3 * measured.batches()).isEqualTo(3 * 512);
            assertThat(measured.elsewhere()).as("tensors that are not at the mapping + the column's offset").isZero();
            assertThat(measured.anonBeforePredict() - measured.anonBeforeOpen()).isLessThan(64 * MIB);
            assertThat(measured.predictedRows()).isEqualTo(measured.predictedBatches() * ROWS).isPositive();
        } finally {
            Files.deleteIfExists(big);
            Files.deleteIfExists(small);
            Files.delete(folder);
        }
    }

    private static double mib(long bytes) {
        return (double) bytes / MIB;
    }

    private static BigFile.Measured measure(Path big, Path small) throws IOException {
        Path model = Path.of("../examples/delay.pt").toAbsolutePath().normalize();
        // An application's allocator: the checked one of the tests keeps what was freed
        // One thread: torch's workers spin while they wait, for half a minute where others want the cores too
        ForkedJvm.Result child = ForkedJvm.with("-Dio.arrayport.allocator=native", "-Dio.arrayport.memory.trace=false",
                "-Dai.djl.pytorch.num_threads=1").withTimeout(Duration.ofMinutes(3)).start(BigFile.class,
                        big.toString(), small.toString(),
                        model.toString());
        assertThat(child.exit()).as(child.toString()).isZero();
        return new ObjectMapper().readValue(child.out(), BigFile.Measured.class);
    }

    /** delay and distance int16, time float32; 8 bytes a row. */
    private static void write(Path file, long batches, long rows) {
        ArrowSchema schema = ArrowSchema.of(ArrowField.of("delay", DType.INT16),
                ArrowField.of("distance", DType.INT16), ArrowField.of("time", DType.FLOAT32));
        try (NdArray delay = column(DType.INT16, rows, 60); NdArray distance = column(DType.INT16, rows, 3000);
                NdArray time = column(DType.FLOAT32, rows, 24);
                ArrowFileWriter writer = ArrowFileWriter.create(file, schema)) {
            for (long batch = 0; batch < batches; batch++) {
                delay.setLong(batch, 0); // so that no two batches are alike
                assertThat(writer.write(delay, distance, time)).isZero();
            }
            writer.finish();
        }
    }

    private static NdArray column(DType dtype, long rows, int period) {
        NdArray column = NdArray.of(Storage.allocate(rows * dtype.itemsize()), dtype,
                Layout.contiguous(Shape.of(rows), dtype.itemsize()));
        for (long i = 0; i < rows; i++) {
            column.setLong(i % period, i);
        }
        return column;
    }
}
