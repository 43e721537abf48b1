package io.arrayport.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.TreeSet;

import com.google.flatbuffers.FlatBufferBuilder;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.core.error.ForeignDescriptorException;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Null;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is given to open: one clear line that names the file. */
class BadFileTest {
    @TempDir
    Path folder;

    private void assertRefused(Path path, Class<? extends RuntimeException> type, String... words) {
        assertThatThrownBy(() -> ArrowTable.open(path)).isInstanceOf(type).hasMessageContaining(path.toString())
                .message().doesNotContain("\n").satisfies(line -> {
                    for (String word : words) {
                        assertThat(line).contains(word);
                    }
                });
    }

    private Path written(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void whatTheFileSystemRefusesSaysWhy() {
        assertRefused(folder.resolve("missing.arrow"), UncheckedIOException.class, "there is no such file");
        assertRefused(folder, UncheckedIOException.class, "it is a directory");
        assertRefused(Path.of("/dev/null"), UncheckedIOException.class, "a pipe or a device");
    }

    @ParameterizedTest
    @CsvSource({"FEA1 and more bytes,Feather version 1", "PAR1 and more bytes,Parquet",
            "some text in a file,73 6f 6d 65",
            "x,found 78", "ARROW0 and more bytes,begins with ARROW1"})
    void anotherFormatIsNamed(String content, String expected) throws IOException {
        assertRefused(written("other", content.getBytes(StandardCharsets.UTF_8)), ForeignDescriptorException.class,
                expected);
    }

    @Test
    void aPictureAndAnEmptyFileAreNamed() throws IOException {
        assertRefused(written("empty", new byte[0]), ForeignDescriptorException.class, "an empty file");
        assertRefused(written("a.png", new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}),
                ForeignDescriptorException.class, "found 89 50 4e 47");
    }

    @Test
    void aStreamThatIsCutOffIsNamed() throws IOException {
        Path path = folder.resolve("stream.arrows");
        try (BufferAllocator allocator = new RootAllocator();
                FieldVector vector = ArrowJava.numbers(allocator, ArrowNumber.INT32, "x", 4);
                FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                ArrowStreamWriter writer = new ArrowStreamWriter(VectorSchemaRoot.of(vector),
                        new DictionaryProvider.MapDictionaryProvider(), channel)) {
            writer.writeBatch();
            writer.end();
        }
        byte[] whole = Files.readAllBytes(path);
        for (int length = 4; length < whole.length - 8; length++) {
            Path cut = written("cut.arrows", Arrays.copyOf(whole, length));
            try (ArrowTable table = ArrowTable.open(cut)) {
                assertThat(table.batches()).as("cut at %d, between messages", length).isEmpty();
            } catch (ForeignDescriptorException refused) {
                assertThat(refused).hasMessageContaining("cut.arrows");
            }
        }
        ArrowTable.open(path).close();
    }

    @Test
    void aSmallFileTruncatedAtAnyByteIsRefused() throws IOException {
        Path whole = CraftedFile.write(folder.resolve("whole.arrow"), file -> {});
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(written("cut-" + length + ".arrow", Arrays.copyOf(bytes, length)),
                    ForeignDescriptorException.class);
        }
    }

    @Test
    void theFlightsTruncatedNearAnyBoundaryAreRefused() throws IOException {
        Path cut = Files.copy(Flights.path(), folder.resolve("flights.arrow"));
        TreeSet<Long> lengths = new TreeSet<>();
        long size = Files.size(cut);
        long[] boundaries = new long[7];
        try (ArrowTable table = ArrowTable.open(cut)) {
            Batch batch = table.batches().getFirst();
            boundaries[0] = 8;
            for (int column = 0; column < 3; column++) {
                boundaries[1 + column] = batch.columnOffset(column);
            }
            boundaries[4] = size - 10;
            boundaries[5] = size - 328;
            boundaries[6] = size;
        }
        for (long boundary : boundaries) {
            for (long length = boundary - 80; length <= boundary + 80; length++) {
                lengths.add(length);
            }
        }
        lengths.removeIf(length -> length < 0 || length >= size);
        assertThat(lengths).hasSizeGreaterThan(500);
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            for (long length : lengths.descendingSet()) {
                channel.truncate(length);
                assertRefused(cut, ForeignDescriptorException.class);
            }
        }
    }

    @Test
    void aFooterLengthThatLiesIsRefused() throws IOException {
        Path whole = CraftedFile.write(folder.resolve("whole.arrow"), file -> {});
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : new int[]{0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, bytes.length, bytes.length - 17}) {
            byte[] lying = bytes.clone();
            java.nio.ByteBuffer.wrap(lying).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 10, length);
            assertRefused(written("lying.arrow", lying), ForeignDescriptorException.class,
                    "footer length at byte " + (bytes.length - 10));
        }
    }

    /** A footer, and before it {@code body} bytes that belong to no message. */
    private Path footerOnly(FlatBufferBuilder builder, int body) throws IOException {
        byte[] footer = builder.sizedByteArray();
        byte[] magic = "ARROW1".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(8 + body + footer.length + 10).order(ByteOrder.LITTLE_ENDIAN);
        return written("crafted",
                file.put(magic).position(8 + body).put(footer).putInt(footer.length).put(magic).array());
    }

    /** A hundred kilobytes that would take a hundred million steps: thousands of fields share a list of nothing. */
    @Test
    void metadataThatIsSharedWithoutTextIsRefused() throws IOException {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int nothing = KeyValue.createKeyValue(builder, 0, 0);
        int[] list = new int[20_000];
        Arrays.fill(list, nothing);
        int metadata = Field.createCustomMetadataVector(builder, list);
        Null.startNull(builder);
        int type = Null.endNull(builder);
        int[] fields = new int[5_000];
        Arrays.fill(fields, Field.createField(builder, 0, true, Type.Null, type, 0, 0, metadata));
        int schema = Schema.createSchema(builder, Endianness.Little, Schema.createFieldsVector(builder, fields), 0, 0);
        builder.finish(Footer.createFooter(builder, MetadataVersion.V5, schema, 0, 0, 0));
        assertRefused(footerOnly(builder, 0), ForeignDescriptorException.class, "metadata are longer than the footer");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 1000, Integer.MAX_VALUE})
    void moreBatchesThanTheFooterListsAreRefused(int count) throws IOException {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int schema = Schema.createSchema(builder, Endianness.Little, 0, 0, 0);
        Footer.startRecordBatchesVector(builder, 1);
        Block.createBlock(builder, 8, 16, 8);
        int batches = builder.endVector();
        builder.finish(Footer.createFooter(builder, MetadataVersion.V5, schema, 0, batches, 0));
        ByteBuffer footer = builder.dataBuffer();
        footer.order(ByteOrder.LITTLE_ENDIAN).putInt(footer.limit() - batches, count);
        assertRefused(footerOnly(builder, 64), ForeignDescriptorException.class,
                "cannot list " + count + " recordBatches");
    }

    /** Otherwise a small file is as many batches of as many columns as it likes, and each takes memory. */
    @Test
    void batchesThatShareTheirBytesAreRefused() throws IOException {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int schema = Schema.createSchema(builder, Endianness.Little, 0, 0, 0);
        Footer.startRecordBatchesVector(builder, 3);
        for (int i = 0; i < 3; i++) {
            Block.createBlock(builder, 8, 16, 8);
        }
        int batches = builder.endVector();
        builder.finish(Footer.createFooter(builder, MetadataVersion.V5, schema, 0, batches, 0));
        assertRefused(footerOnly(builder, 64), ForeignDescriptorException.class, "recordBatches overlap");
    }
}
