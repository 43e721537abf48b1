package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.ForkedJvm;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The C stream interface between us and ourselves, and between us and arrow-java. */
class CStreamTest {
    private final BufferAllocator allocator = new RootAllocator();
    private final NdArray numbers = Numbers.array(DType.INT32, 30);
    private final NdArray room = Numbers.array(DType.INT8, 80);

    @AfterEach
    void everyBufferIsBackAndEveryStructReleased() {
        allocator.close();
        assertThat(ArrowC.liveExports()).isZero();
        assertThat(numbers.storage().exports()).isZero();
    }

    private RecordBatch rows(int from, int to) {
        ArrowColumn text = Zoo.columns().filter(c -> c.field().name().equals("utf8")).findFirst().orElseThrow();
        return RecordBatch.of(ArrowColumn.of("x", numbers).slice(from, to), text.named("text").slice(0, to - from));
    }

    private ArrowSchema schema() {
        return rows(0, 0).schema();
    }

    @Test
    void batchesComeAsTheyAreAskedFor() {
        List<RecordBatch> batches = List.of(rows(0, 10), rows(10, 10), rows(3, 17));
        ArrowC.exportStream(schema(), batches.iterator(), room.address());
        try (ArrowStream stream = ArrowC.stream(room.address())) {
            assertThat(stream.schema()).isEqualTo(schema());
            for (RecordBatch expected : batches) {
                try (RecordBatch found = stream.next().orElseThrow()) {
                    assertThat(found.rowCount()).isEqualTo(expected.rowCount());
                    assertThat(AllRows.read(found.column("text"))).isEqualTo(AllRows.read(expected.column("text")));
                    assertThat(AllRows.read(found.column("x"))).isEqualTo(AllRows.read(expected.column("x")));
                    if (found.rowCount() > 0) {
                        assertThat(found.column("x").asNdArray().address())
                                .isEqualTo(expected.column("x").asNdArray().address());
                    }
                }
            }
            assertThat(stream.next()).isEmpty();
            assertThat(stream.next()).isEmpty();
            stream.close();
            assertThatThrownBy(stream::next).isInstanceOf(ClosedException.class);
        }
    }

    @Test
    void aBatchOutlivesItsStream() {
        ArrowC.exportStream(schema(), List.of(rows(0, 10)).iterator(), room.address());
        RecordBatch found;
        try (ArrowStream stream = ArrowC.stream(room.address())) {
            found = stream.next().orElseThrow();
        }
        assertThat(found.column("x").asNdArray().getLong(9)).isEqualTo(10);
        found.close();
    }

    @Test
    void arrowJavaReadsOurStream() throws IOException {
        try (ArrowArrayStream there = ArrowArrayStream.allocateNew(allocator)) {
            ArrowC.exportStream(schema(), List.of(rows(0, 10), rows(13, 20)).iterator(), there.memoryAddress());
            List<Double> seen = new ArrayList<>();
            try (ArrowReader reader = Data.importArrayStream(allocator, there)) {
                while (reader.loadNextBatch()) {
                    seen.addAll(ArrowJava.values(reader.getVectorSchemaRoot().getVector("x")));
                    assertThat(reader.getVectorSchemaRoot().getVector("text").getObject(1)).hasToString("wörd1");
                }
            }
            List<Double> expected = new ArrayList<>(Numbers.expected(30).subList(0, 10));
            expected.addAll(Numbers.expected(30).subList(13, 20));
            assertThat(seen).isEqualTo(expected);
        }
    }

    @Test
    void weReadArrowJavasStream() {
        try (VectorSchemaRoot root = VectorSchemaRoot.of(ArrowJava.numbers(allocator, ArrowNumber.FLOAT64, "f", 50));
                ArrowArrayStream there = ArrowArrayStream.allocateNew(allocator)) {
            Data.exportArrayStream(allocator, new OneRoot(allocator, root), there);
            try (ArrowStream stream = ArrowC.stream(there.memoryAddress())) {
                try (RecordBatch found = stream.next().orElseThrow()) {
                    assertThat(Numbers.values(found.column("f").asNdArray())).isEqualTo(Numbers.expected(50));
                }
                assertThat(stream.next()).isEmpty();
            }
        }
    }

    /** A reader of one batch, which loads its root once. */
    private static final class OneRoot extends ArrowReader {
        private final VectorSchemaRoot root;
        private boolean read;

        OneRoot(BufferAllocator allocator, VectorSchemaRoot root) {
            super(allocator);
            this.root = root;
        }

        @Override
        public boolean loadNextBatch() throws IOException {
            if (read) {
                return false;
            }
            read = true;
            prepareLoadNextBatch();
            try (var rows = new org.apache.arrow.vector.VectorUnloader(root).getRecordBatch()) {
                loadRecordBatch(rows.cloneWithTransfer(allocator));
            }
            return true;
        }

        @Override
        public long bytesRead() {
            return 0;
        }

        @Override
        protected void closeReadSource() {}

        @Override
        protected org.apache.arrow.vector.types.pojo.Schema readSchema() {
            return root.getSchema();
        }
    }

    @Test
    void whatTheSourceThrowsIsTheStreamsError() {
        Iterator<RecordBatch> failing = new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw new NoSuchElementException("the disk is gone");
            }

            @Override
            public RecordBatch next() {
                throw new AssertionError();
            }
        };
        ArrowC.exportStream(schema(), failing, room.address());
        try (ArrowStream stream = ArrowC.stream(room.address())) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(stream::next).isInstanceOf(ArrayportException.class)
                        .hasMessageContaining("get_next failed with errno 5").hasMessageContaining("the disk is gone");
            }
        }
    }

    @Test
    void aBatchOfOtherColumnsIsTheStreamsError() {
        RecordBatch other = RecordBatch.of(ArrowColumn.of("x", np.arange(3, np.float64)));
        ArrowC.exportStream(schema(), List.of(other).iterator(), room.address());
        try (ArrowStream stream = ArrowC.stream(room.address())) {
            assertThatThrownBy(stream::next).hasMessageContaining("expected batches of [x: int32, text: utf8]");
        }
    }

    @Test
    void aStreamThatIsNoTableIsRefusedAndReleased() {
        ArrowC.exportStream(schema(), List.of(rows(0, 1)).iterator(), room.address());
        io.arrayport.core.memory.Memory.RAW.set(java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED, room.address() + 8,
                0L);
        assertThatThrownBy(() -> ArrowC.stream(room.address())).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("get_next").hasMessageContaining("NULL");
        assertThatThrownBy(() -> ArrowC.stream(room.address())).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("release is NULL");
    }

    @Test
    void aStreamIsPassedOnUncopied() {
        ArrowC.exportStream(schema(), List.of(rows(0, 10), rows(5, 15)).iterator(), room.address());
        NdArray other = Numbers.array(DType.INT8, 40);
        ArrowC.exportStream(ArrowC.stream(room.address()), other.address());
        try (ArrowStream stream = ArrowC.stream(other.address())) {
            Optional<RecordBatch> first = stream.next();
            try (RecordBatch second = stream.next().orElseThrow(); RecordBatch kept = first.orElseThrow()) {
                assertThat(kept.column("x").asNdArray().address()).isEqualTo(numbers.address());
                assertThat(second.column("x").asNdArray().address()).isEqualTo(numbers.address() + 20);
            }
        }
    }

    @Test
    void aStreamLeftInTheMiddleGivesAllBack() {
        ArrowC.exportStream(schema(), List.of(rows(0, 10), rows(5, 15)).iterator(), room.address());
        NdArray other = Numbers.array(DType.INT8, 40);
        ArrowC.exportStream(ArrowC.stream(room.address()), other.address());
        try (ArrowStream stream = ArrowC.stream(other.address())) {
            stream.next().orElseThrow().close();
        }
    }

    /** A producer that has its stream closed while it looks for the next batch, and then does not find one. */
    static final class ClosedMeanwhile {
        private static final String WHY = "A".repeat(39);
        private static final List<String> SAID = new ArrayList<>();

        private static ArrowStream stream(Runnable meanwhile) {
            long address = Arena.global().allocate(40, 8).address();
            ArrowC.exportStream(ArrowSchema.of(ArrowField.of("x", DType.INT64)), new Iterator<>() {
                @Override
                public boolean hasNext() {
                    meanwhile.run();
                    throw new IllegalStateException(WHY);
                }

                @Override
                public RecordBatch next() {
                    throw new NoSuchElementException();
                }
            }, address);
            return ArrowC.stream(address);
        }

        private static void expect(Class<? extends ArrayportException> type, String message, ArrowStream stream) {
            try {
                stream.next();
            } catch (ArrayportException e) {
                SAID.add(e.getClass() == type && e.getMessage().endsWith(message) ? "as expected" : e.toString());
                return;
            }
            SAID.add("a batch");
        }

        private static ArrowStream passedOn(ArrowStream stream) {
            long address = Arena.global().allocate(40, 8).address();
            try (stream) {
                ArrowC.exportStream(stream, address);
                return ArrowC.stream(address);
            }
        }

        public static void main(String[] args) throws Exception {
            AtomicReference<ArrowStream> it = new AtomicReference<>();
            it.set(stream(() -> {
                it.get().close();
                expect(ClosedException.class, "it is closed", it.get());
            }));
            expect(ArrayportException.class, WHY, it.get());
            expect(ClosedException.class, "it is closed", it.get());

            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch closed = new CountDownLatch(1);
            ArrowStream other = stream(() -> {
                asked.countDown();
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Thread asking = new Thread(() -> expect(ArrayportException.class, WHY, other));
            asking.start();
            asked.await();
            other.close();
            SAID.add(ArrowC.liveExports() == 1 ? "as expected" : "released while in use");
            closed.countDown();
            asking.join();

            ArrowStream passed = passedOn(stream(() -> {}));
            expect(ArrayportException.class, "it is closed", passed);
            passed.close();

            AtomicReference<ArrowStream> inner = new AtomicReference<>();
            AtomicReference<ArrowStream> outer = new AtomicReference<>();
            inner.set(stream(() -> {
                outer.get().close();
                inner.get().close();
            }));
            long address = Arena.global().allocate(40, 8).address();
            ArrowC.exportStream(inner.get(), address);
            outer.set(ArrowC.stream(address));
            expect(ArrayportException.class, WHY, outer.get());
            System.out.println(SAID + " live " + ArrowC.liveExports());
        }
    }

    @Test
    void aStreamThatIsClosedWhileItIsAskedLivesUntilItHasAnswered() {
        ForkedJvm.Result child = ForkedJvm.run(ClosedMeanwhile.class);
        assertThat(child.crashed()).as(child.toString()).isFalse();
        assertThat(child.out().strip()).as(child.toString())
                .isEqualTo(Collections.nCopies(7, "as expected") + " live 0");
    }
}
