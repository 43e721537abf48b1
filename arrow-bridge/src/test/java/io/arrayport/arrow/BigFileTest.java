package io.arrayport.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import io.arrayport.arrow.ipc.BatchBody;
import io.arrayport.arrow.ipc.IpcBlock;
import io.arrayport.arrow.ipc.IpcEncoder;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files beyond what an int counts, made of holes so that they cost nothing. */
class BigFileTest {
    private static final long GIB = 1L << 30;

    @TempDir
    Path folder;

    /** One int8 column of {@code rows} rows, all 0 but the last, 42. */
    private Path sparse(long rows) throws IOException {
        Path path = folder.resolve("sparse.arrow");
        ArrowSchema schema = ArrowSchema.of(ArrowField.of("x", DType.INT8));
        BatchBody body = new BatchBody();
        body.add("x", neverRead(rows));
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE,
                StandardOpenOption.WRITE)) {
            channel.write(IpcEncoder.head());
            ByteBuffer message = IpcEncoder.batch(rows, body, channel.position());
            IpcBlock block = new IpcBlock(channel.position(), message.remaining(), IpcEncoder.padded(rows));
            channel.write(message);
            channel.write(ByteBuffer.wrap(new byte[]{42}), block.bodyOffset() + rows - 1);
            channel.write(IpcEncoder.tail(schema, List.of(), List.of(block)), block.bodyOffset() + block.bodyLength());
        }
        return path;
    }

    /** An array that only says how long it is. */
    private static NdArray neverRead(long rows) {
        Storage holes = Storage.foreign("holes", Memory.ALIGNMENT, rows, Device.CPU, Access.IMMUTABLE, () -> {});
        return NdArray.of(holes, DType.INT8, Layout.contiguous(Shape.of(rows), 1));
    }

    @BeforeEach
    void requireHoles() throws IOException {
        FileStore store = Files.getFileStore(folder);
        long before = store.getUsableSpace();
        Path probe = folder.resolve("probe");
        try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE,
                StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), GIB);
        }
        long used = before - store.getUsableSpace();
        Files.delete(probe);
        assumeTrue(used < GIB / 2, "this file system stores holes, which would cost hundreds of GiB here");
    }

    @Test
    void aColumnLongerThanAnIntCountsIsRead() throws IOException {
        long rows = 5 * GIB + 3;
        try (ArrowTable table = ArrowTable.open(sparse(rows))) {
            NdArray column = table.batches().getFirst().column("x");
            assertThat(column.size()).isEqualTo(rows);
            assertThat(column.getLong(rows - 1)).isEqualTo(42);
            assertThat(column.getLong(rows - 2)).isZero();
            assertThat(column.address() % 64).isZero();
        }
    }

    @Test
    void aFileLargerThanMemoryIsMapped() throws IOException {
        long rows = 200 * GIB;
        try (ArrowTable table = ArrowTable.open(sparse(rows))) {
            assertThat(table.batches().getFirst().column("x").getLong(rows - 1)).isEqualTo(42);
        }
    }

    @Test
    void aColumnLongerThanAnIntCountsIsWrittenAsItLies() throws IOException {
        long rows = 2 * GIB + 5;
        Path copy = folder.resolve("copy.arrow");
        assumeTrue(Files.getFileStore(folder).getUsableSpace() > 4 * rows, "needs 2 GiB of disk");
        try (ArrowTable table = ArrowTable.open(sparse(rows));
                ArrowFileWriter writer = ArrowFileWriter.create(copy, table.schema())) {
            assertThat(writer.write(table.batches().getFirst().column("x"))).isZero();
            writer.finish();
        }
        try (ArrowTable table = ArrowTable.open(copy)) {
            assertThat(table.batches().getFirst().column("x").getLong(rows - 1)).isEqualTo(42);
        }
    }
}
