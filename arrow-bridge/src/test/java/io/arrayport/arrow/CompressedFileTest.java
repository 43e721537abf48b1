package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.Compression;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Events;
import io.arrayport.core.testing.ForkedJvm;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packed batches: written, read by a copy that is asked for, counted and said, and never trusted. */
class CompressedFileTest {
    private static final int ROWS = 100_000;

    @TempDir
    Path folder;

    private static byte[] stream(Compression compression, RecordBatch... batches) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ArrowStreamWriter writer = ArrowStreamWriter.to(Channels.newChannel(out), batches[0].schema(),
                compression)) {
            for (RecordBatch batch : batches) {
                writer.write(batch);
            }
        }
        return out.toByteArray();
    }

    /** One that packs well, one that packs hardly, and texts with nulls. */
    private static RecordBatch large() {
        NdArray rising = np.arange(ROWS, DType.INT64);
        Random random = new Random(7);
        NdArray noise = np.array(random.doubles(ROWS).toArray());
        return RecordBatch.of(Zoo.withNulls(ArrowColumn.of("rising", rising)), ArrowColumn.of("noise", noise));
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void columnsOfEveryTypeComeBack(Compression compression) {
        List<ArrowColumn> columns = Zoo.columns().toList();
        RecordBatch batch = RecordBatch.of(columns.toArray(ArrowColumn[]::new));
        Path file = folder.resolve("zoo.arrow");
        try (ArrowFileWriter writer = ArrowFileWriter.create(file, batch.schema(), compression)) {
            writer.write(batch);
            writer.write(batch);
            assertThat(writer.bytesCopied() > 0).isEqualTo(compression != Compression.NONE);
            writer.finish();
        }
        for (boolean stream : new boolean[]{false, true}) {
            try (ArrowTable table = stream ? ArrowTable.of("zoo", Zoo.bytes(stream(compression, batch)))
                    : ArrowTable.open(file)) {
                Batch last = table.batches().getLast();
                assertThat(last.compression()).isEqualTo(compression);
                for (ArrowColumn column : columns) {
                    try (ArrowColumn read = last.toArrowColumn(column.field().name(), CopyPolicy.IF_NEEDED)) {
                        assertThat(AllRows.read(read)).as(column.toString()).isEqualTo(AllRows.read(column));
                        assertThat(read.validity().nullCount()).isEqualTo(column.validity().nullCount());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void arrowJavaReadsWhatWeWrite(Compression compression) throws IOException {
        byte[] bytes = stream(compression, large(), large());
        assertThat(bytes.length).isLessThan(4 * ROWS * Long.BYTES);
        try (BufferAllocator allocator = new RootAllocator();
                ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(bytes), allocator,
                        CommonsCompressionFactory.INSTANCE)) {
            for (int batch = 0; batch < 2; batch++) {
                assertThat(reader.loadNextBatch()).isTrue();
                VectorSchemaRoot root = reader.getVectorSchemaRoot();
                assertThat(root.getVector("rising").getObject(ROWS - 1)).isEqualTo(ROWS - 1L);
                assertThat(root.getVector("rising").isNull(9)).isTrue();
                assertThat(root.getVector("noise").getObject(77)).isEqualTo(large().column("noise").asNdArray()
                        .getDouble(77));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void weReadWhatArrowJavaWrites(Compression compression) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BufferAllocator allocator = new RootAllocator();
                FieldVector vector = ArrowBridge.vector(allocator, large().column("rising"));
                VectorSchemaRoot root = VectorSchemaRoot.of(vector);
                org.apache.arrow.vector.ipc.ArrowFileWriter writer = new org.apache.arrow.vector.ipc.ArrowFileWriter(
                        root, new DictionaryProvider.MapDictionaryProvider(), Channels.newChannel(out), Map.of(),
                        IpcOption.DEFAULT, CommonsCompressionFactory.INSTANCE,
                        compression == Compression.ZSTD ? CodecType.ZSTD : CodecType.LZ4_FRAME)) {
            writer.writeBatch();
        }
        try (ArrowTable table = ArrowTable.of("theirs", Zoo.bytes(out.toByteArray()));
                ArrowColumn read = table.batches().getFirst().toArrowColumn(0, CopyPolicy.IF_NEEDED)) {
            assertThat(read.validity().nullCount()).isEqualTo(large().column("rising").validity().nullCount());
            assertThat(read.values().getLong(ROWS - 1)).isEqualTo(ROWS - 1L);
            assertThat(np.arrayEqual(read.values().get("3:9"), np.arange(3, 9))).isTrue();
        }
    }

    @Test
    void theCopyIsAskedForPlannedAndReported() throws Exception {
        NdArray bytes = Zoo.bytes(stream(Compression.LZ4_FRAME, large()));
        try (ArrowTable table = ArrowTable.of("packed", bytes)) {
            Batch batch = table.batches().getFirst();
            assertThatThrownBy(() -> batch.column("rising")).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("compressed (LZ4_FRAME)").hasMessageContaining("CopyPolicy.IF_NEEDED");
            assertThatThrownBy(() -> batch.toArrowColumn("rising", CopyPolicy.NEVER))
                    .isInstanceOf(ZeroCopyException.class).hasMessageContaining("compressed (LZ4_FRAME)");
            long expected = ROWS * 8L + (ROWS + 7) / 8;
            ExchangePlan plan = batch.plan("rising");
            assertThat(plan.outcome()).isEqualTo(ExchangePlan.Outcome.NEEDS_COPY);
            assertThat(plan.bytes()).isEqualTo(expected);
            assertThat(plan.toString()).contains("LZ4_FRAME").contains("toArrowColumn");
            assertThat(batch.plan("noise").isZeroCopy()).as("stored as it was, because it does not pack").isTrue();
            var copies = Events.named("Copy",
                    Events.during(() -> {
                        batch.toArrowColumn("rising", CopyPolicy.IF_NEEDED).close();
                        return null;
                    }));
            assertThat(copies).hasSize(1);
            assertThat(copies.getFirst().getLong("bytes")).isEqualTo(expected);
            assertThat(copies.getFirst().getString("reason")).contains("compressed (LZ4_FRAME)");
        }
    }

    @Test
    void whatIsNotPackedIsSharedAndHasALifeOfItsOwn() {
        NdArray bytes = Zoo.bytes(stream(Compression.NONE, large()));
        long exports = bytes.storage().exports();
        ArrowColumn own;
        long address;
        try (ArrowTable table = ArrowTable.of("plain", bytes)) {
            Batch batch = table.batches().getFirst();
            address = batch.arrowColumn("noise").asNdArray().address();
            own = batch.toArrowColumn("noise", CopyPolicy.NEVER);
            assertThat(batch.plan("noise").isZeroCopy()).isTrue();
            try (ArrowColumn copy = batch.toArrowColumn("noise", CopyPolicy.ALWAYS)) {
                assertThat(copy.asNdArray().address()).isNotEqualTo(address);
                assertThat(np.arrayEqual(copy.asNdArray(), own.asNdArray())).isTrue();
            }
            batch.toArrowColumn("rising", CopyPolicy.IF_NEEDED).close();
            assertThat(batch.column("noise").getDouble(0)).as("the table is open").isEqualTo(
                    own.asNdArray().getDouble(0));
        }
        NdArray noise = own.asNdArray();
        assertThat(noise.address()).isEqualTo(address);
        assertThat(noise.getDouble(0)).isEqualTo(large().column("noise").asNdArray().getDouble(0));
        own.close();
        assertThatThrownBy(() -> noise.getDouble(0)).isInstanceOf(ClosedException.class);
        assertThat(bytes.storage().exports()).isEqualTo((int) exports);
    }

    @Test
    void aPackedColumnIsAnImportLikeOthers() {
        NdArray bytes = Zoo.bytes(stream(Compression.ZSTD, large()));
        try (ArrowTable table = ArrowTable.of("packed", bytes)) {
            Batch batch = table.batches().getFirst();
            assertThatThrownBy(() -> ArrowBridge.arrow(batch, "rising").open()).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("compressed (ZSTD)");
            try (NdArray rising = ArrowBridge.arrow(batch, "rising", CopyPolicy.IF_NEEDED).open()) {
                assertThatThrownBy(() -> np.sum(rising)).isInstanceOf(ZeroCopyException.class)
                        .hasMessageContaining("nulls in 100000 rows");
            }
        }
    }

    /** A length that a file claims is held against what its bytes can be before memory is taken. */
    @ParameterizedTest
    @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void claimsThatCannotBeAreRefusedBeforeMemoryIsTaken(Compression compression) {
        NdArray zeros = np.zeros(Shape.of(ROWS), DType.INT64);
        byte[] sound = stream(compression, RecordBatch.of(ArrowColumn.of("zeros", zeros)));
        int at = find(sound, ROWS * 8L);
        for (long claim : new long[]{Long.MAX_VALUE, 1L << 40, 1L << 33, -2, Long.MIN_VALUE, ROWS * 8L - 1,
                ROWS * 8L + 1, 0}) {
            byte[] bytes = sound.clone();
            for (int i = 0; i < 8; i++) {
                bytes[at + i] = (byte) (claim >>> 8 * i);
            }
            try (ArrowTable table = ArrowTable.of("hostile", Zoo.bytes(bytes))) {
                assertThatThrownBy(() -> table.batches().getFirst().toArrowColumn(0, CopyPolicy.IF_NEEDED))
                        .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("values buffer");
            }
        }
    }

    private static int find(byte[] bytes, long number) {
        for (int at = 0; at < bytes.length - 8; at += 8) {
            long found = 0;
            for (int i = 7; i >= 0; i--) {
                found = found << 8 | bytes[at + i] & 0xff;
            }
            // Behind the metadata, in which the same number stands as the buffer's length where it is not packed
            if (found == number && (bytes[at + 8] == 4 || bytes[at + 8] == 0x28)) {
                return at;
            }
        }
        throw new AssertionError("no length of " + number);
    }

    /** Spoils bytes of packed files at random and reads all columns: in a process of its own, which has to live. */
    static final class Main {
        public static void main(String[] args) throws IOException {
            Random random = new Random(Long.parseLong(args[0]));
            int rounds = Integer.parseInt(args[1]);
            int refused = 0;
            int read = 0;
            long imports = Ledger.counts().imports();
            for (Compression compression : List.of(Compression.LZ4_FRAME, Compression.ZSTD)) {
                byte[] sound = stream(compression, RecordBatch.of(ArrowColumn.of("a", np.arange(3000, DType.INT32)),
                        Zoo.withNulls(ArrowColumn.of("b", np.repeat(np.arange(30, DType.INT64), 100)))));
                for (int round = 0; round < rounds; round++) {
                    byte[] bytes = sound.clone();
                    for (int hit = 0; hit <= random.nextInt(4); hit++) {
                        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                    }
                    if (round % 8 == 0) {
                        bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
                    }
                    try (NdArray lies = Zoo.bytes(bytes); ArrowTable table = ArrowTable.of("spoilt", lies)) {
                        for (Batch batch : table.batches()) {
                            for (int i = 0; i < batch.schema().fields().size(); i++) {
                                try (ArrowColumn column = batch.toArrowColumn(i, CopyPolicy.IF_NEEDED)) {
                                    AllRows.read(column);
                                }
                            }
                        }
                        read++;
                    } catch (ForeignDescriptorException | ZeroCopyException | MemoryBudgetException expected) {
                        refused++;
                    }
                }
            }
            System.out.println("refused " + refused + " read " + read + " imports "
                    + (Ledger.counts().imports() - imports));
        }
    }

    @Test
    void whateverIsSpoiltTheProcessLives() {
        ForkedJvm.Result child = ForkedJvm.run(Main.class, "11", "4000");
        assertThat(child.crashed()).as(child.toString()).isFalse();
        assertThat(child.exit()).as(child.toString()).isZero();
        assertThat(child.out()).as(child.toString())
                .containsPattern("refused [1-9]\\d{2,} read [1-9]\\d{2,} imports 0");
    }

    @Test
    void aSchemaWithoutPackedBuffersIsWrittenAsEver() throws IOException {
        ArrowSchema schema = ArrowSchema.of(ArrowField.of("x", DType.INT64));
        Path plain = folder.resolve("plain.arrow");
        Path none = folder.resolve("none.arrow");
        try (ArrowFileWriter one = ArrowFileWriter.create(plain, schema);
                ArrowFileWriter two = ArrowFileWriter.create(none, schema, Compression.NONE)) {
            one.write(np.arange(10));
            two.write(np.arange(10));
            one.finish();
            two.finish();
        }
        assertThat(Files.readAllBytes(plain)).isEqualTo(Files.readAllBytes(none));
    }
}
