package io.arrayport.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrowTableTest {
    private static final Path MAPS = Path.of("/proc/self/maps");

    @TempDir
    Path folder;

    private Path oneColumn(ArrowNumber number, int rows) {
        Path path = folder.resolve(number + "-" + rows + ".arrow");
        try (BufferAllocator allocator = new RootAllocator();
                FieldVector vector = ArrowJava.numbers(allocator, number, "x", rows)) {
            ArrowJava.write(path, List.of(vector));
        }
        return path;
    }

    @ParameterizedTest
    @EnumSource(ArrowNumber.class)
    void everyNumberTypeIsReadInPlace(ArrowNumber number) {
        for (int rows : new int[]{0, 1, 7, 64, 1001}) {
            try (ArrowTable table = ArrowTable.open(oneColumn(number, rows))) {
                Batch batch = table.batches().getFirst();
                NdArray column = batch.column("x");
                assertThat(column.dtype()).isEqualTo(number.dtype());
                assertThat(column.shape().toArray()).containsExactly(rows);
                assertThat(Numbers.values(column)).isEqualTo(Numbers.expected(rows));
                assertThat(column.address()).isEqualTo(table.storage().address() + batch.columnOffset("x"));
                assertThat(column.isWriteable()).isFalse();
            }
        }
    }

    @Test
    void theBytesOfAColumnAreTheBytesOfTheFileAtItsOffset() throws IOException {
        Path path = oneColumn(ArrowNumber.INT64, 100);
        try (ArrowTable table = ArrowTable.open(path)) {
            int offset = (int) table.batches().getFirst().columnOffset("x");
            var file = java.nio.ByteBuffer.wrap(Files.readAllBytes(path)).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            assertThat(file.getLong(offset)).isEqualTo(1);
            assertThat(file.getLong(offset + 99 * 8)).isEqualTo(100);
        }
    }

    @Test
    void batchesAreReadOneByOne() {
        Path path = folder.resolve("batches.arrow");
        try (BufferAllocator allocator = new RootAllocator()) {
            List<VectorSchemaRoot> batches = new ArrayList<>();
            for (int rows : new int[]{3, 0, 200}) {
                batches.add(new VectorSchemaRoot(List.of(ArrowJava.numbers(allocator, ArrowNumber.INT16, "a", rows),
                        ArrowJava.numbers(allocator, ArrowNumber.FLOAT64, "b", rows))));
            }
            ArrowJava.write(path, new DictionaryProvider.MapDictionaryProvider(), batches.subList(0, 3));
            batches.forEach(VectorSchemaRoot::close);
        }
        try (ArrowTable table = ArrowTable.open(path)) {
            assertThat(table.batches()).hasSize(3);
            assertThat(table.rowCount()).isEqualTo(203);
            assertThat(table.schema().names()).containsExactly("a", "b");
            assertThat(table.schema().fields().get(1).type()).hasToString("float64");
            assertThat(Numbers.values(table.batches().get(2).column("b"))).isEqualTo(Numbers.expected(200));
            assertThat(Numbers.values(table.batches().get(0).column(0))).isEqualTo(Numbers.expected(3));
            assertThat(table.batches().get(1).column("a").size()).isZero();
        }
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithThoseThatAre() {
        try (ArrowTable table = ArrowTable.open(oneColumn(ArrowNumber.INT8, 5))) {
            Batch batch = table.batches().getFirst();
            assertThatThrownBy(() -> batch.column("y")).isInstanceOf(IndexException.class).hasMessageContaining("\"y\"")
                    .hasMessageContaining("[x]");
            assertThatThrownBy(() -> batch.column(1)).isInstanceOf(IndexException.class).hasMessageContaining("1 col");
            assertThatThrownBy(() -> batch.column(-1)).isInstanceOf(IndexException.class);
        }
    }

    @Test
    void columnsOfOneNameAreAskedForByIndex() {
        Path path = folder.resolve("twins.arrow");
        try (BufferAllocator allocator = new RootAllocator();
                FieldVector one = ArrowJava.numbers(allocator, ArrowNumber.INT8, "x", 2);
                FieldVector two = ArrowJava.numbers(allocator, ArrowNumber.INT32, "x", 2)) {
            ArrowJava.write(path, List.of(one, two));
        }
        try (ArrowTable table = ArrowTable.open(path)) {
            Batch batch = table.batches().getFirst();
            assertThatThrownBy(() -> batch.column("x")).isInstanceOf(IndexException.class)
                    .hasMessageContaining("columns 0 and 1").hasMessageContaining("by index");
            assertThat(batch.column(1).itemsize()).isEqualTo(4);
        }
    }

    @Test
    void ourSideRefusesToWriteAndANeighboursWriteNeverReachesTheFile() throws IOException {
        Path path = oneColumn(ArrowNumber.FLOAT32, 5000);
        byte[] before = Files.readAllBytes(path);
        try (ArrowTable table = ArrowTable.open(path)) {
            NdArray column = table.batches().getFirst().column("x");
            assertThatThrownBy(() -> column.setDouble(7, 0)).isInstanceOf(ReadOnlyException.class);
            for (int row = 0; row < 5000; row++) {
                Numbers.put(column.address(), column.dtype(), row, -1);
            }
            assertThat(column.getDouble(4999)).isEqualTo(-1);
            assertThat(Files.readAllBytes(path)).isEqualTo(before);
        }
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    @Test
    void closingTheTableEndsAccessAndUnmaps() throws IOException {
        assumeTrue(Files.exists(MAPS), "counts mappings through /proc");
        Path path = oneColumn(ArrowNumber.INT32, 10).toRealPath();
        ArrowTable table = ArrowTable.open(path);
        Batch batch = table.batches().getFirst();
        NdArray column = batch.column("x");
        assertThat(Numbers.mappings(path)).isEqualTo(1);
        table.close();
        table.close();
        assertThat(Numbers.mappings(path)).isZero();
        assertThatThrownBy(() -> column.getLong(0)).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> batch.column("x")).isInstanceOf(ClosedException.class);
        assertThatThrownBy(batch::rowCount).isInstanceOf(ClosedException.class);
    }

    @Test
    void aNeighboursLeaseKeepsTheMappingBeyondClose() throws IOException {
        assumeTrue(Files.exists(MAPS), "counts mappings through /proc");
        Path path = oneColumn(ArrowNumber.INT32, 10).toRealPath();
        ArrowTable table = ArrowTable.open(path);
        Lease lease = table.storage().lease("a tensor");
        table.close();
        assertThat(Numbers.mappings(path)).isEqualTo(1);
        lease.close();
        assertThat(Numbers.mappings(path)).isZero();
    }

    @Test
    void aRefusedFileLeavesNoMapping() throws IOException {
        assumeTrue(Files.exists(MAPS), "counts mappings through /proc");
        Path path = folder.toRealPath().resolve("text.arrow");
        Files.writeString(path, "not an arrow file, but long enough to be one");
        assertThatThrownBy(() -> ArrowTable.open(path)).hasMessageContaining("ARROW1");
        assertThat(Numbers.mappings(path)).isZero();
    }

    @Test
    void aFileThatMayOnlyBeReadIsMapped() {
        Path path = oneColumn(ArrowNumber.INT32, 10);
        assertThat(path.toFile().setReadOnly()).isTrue();
        try (ArrowTable table = ArrowTable.open(path)) {
            assertThat(table.batches().getFirst().column("x").getLong(9)).isEqualTo(10);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ü", "名前", "a b"})
    void namesOutsideAsciiAreOpened(String name) throws IOException {
        Path path = Files.copy(oneColumn(ArrowNumber.INT32, 10), folder.resolve(name + ".arrow"));
        try (ArrowTable table = ArrowTable.open(path)) {
            assertThat(table.rowCount()).isEqualTo(10);
        }
    }

    @Test
    void theFlightsAreReadAsArrowJavaReadsThem() {
        Path flights = Flights.path();
        try (ArrowTable table = ArrowTable.open(flights)) {
            int[] seen = new int[1];
            ArrowJava.read(flights, root -> {
                Batch batch = table.batches().get(seen[0]++);
                for (FieldVector vector : root.getFieldVectors()) {
                    NdArray column = batch.column(vector.getName());
                    assertThat(Numbers.values(column)).isEqualTo(ArrowJava.values(vector));
                }
            });
            assertThat(seen[0]).isEqualTo(table.batches().size()).isPositive();
            assertThat(table.schema().names()).containsExactly("delay", "distance", "time");
        }
    }

    @Test
    void threadsMayAskForTheFirstTimeTogether() throws InterruptedException {
        try (ArrowTable table = ArrowTable.open(Flights.path())) {
            Set<Long> addresses = ConcurrentHashMap.newKeySet();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                threads.add(Thread.ofVirtual().start(() -> {
                    NdArray column = table.batches().getFirst().column("time");
                    if (column.getDouble(199_999) > 23.98) {
                        addresses.add(column.address());
                    } else {
                        addresses.add(-1L);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(addresses)
                    .containsExactly(table.storage().address() + table.batches().getFirst().columnOffset("time"));
        }
    }

    @Test
    void aTableOfManyColumnsNamesOnlySomeInItsErrors() {
        Path path = folder.resolve("wide.arrow");
        ArrowField[] fields = IntStream.range(0, 1000).mapToObj(i -> ArrowField.of("c" + i, DType.INT8))
                .toArray(ArrowField[]::new);
        try (ArrowFileWriter writer = ArrowFileWriter.create(path, ArrowSchema.of(fields))) {
            writer.finish();
        }
        try (ArrowTable table = ArrowTable.open(path)) {
            assertThatThrownBy(() -> table.schema().indexOf("x")).hasMessageContaining("c19] and 980 more");
            assertThat(table.schema().indexOf("c999")).isEqualTo(999);
        }
    }

    @Test
    void sourcesOfAFilesColumnsCarryTheirName() {
        try (ArrowTable table = ArrowTable.open(oneColumn(ArrowNumber.INT32, 3))) {
            var source = ArrowBridge.arrow(table.batches().getFirst(), "x");
            assertThat(source.name()).contains("\"x\"");
            assertThat(Numbers.values(source.open())).isEqualTo(Numbers.expected(3));
        }
    }
}
