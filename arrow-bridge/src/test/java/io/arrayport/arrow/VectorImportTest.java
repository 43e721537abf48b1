package io.arrayport.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.table.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorImportTest {
    private final BufferAllocator allocator = new RootAllocator();

    /** Throws where a buffer is still held: too few releases; too many throw when they happen. */
    @AfterEach
    void everyBufferIsBack() {
        allocator.close();
    }

    @ParameterizedTest
    @EnumSource(ArrowNumber.class)
    void aVectorIsReadWhereItLies(ArrowNumber number) {
        for (int rows : new int[]{0, 1, 8, 1000}) {
            try (FieldVector vector = ArrowJava.numbers(allocator, number, "v", rows);
                    NdArray array = ArrowBridge.arrow(vector).open()) {
                assertThat(array.dtype()).isEqualTo(number.dtype());
                assertThat(Numbers.values(array)).isEqualTo(Numbers.expected(rows)).isEqualTo(ArrowJava.values(vector));
                if (rows > 0) {
                    assertThat(array.address()).isEqualTo(vector.getDataBuffer().memoryAddress());
                }
            }
        }
    }

    @Test
    void aVectorWithoutBuffersIsAnEmptyArray() {
        try (IntVector vector = new IntVector("v", allocator); NdArray array = ArrowBridge.arrow(vector).open()) {
            assertThat(array.size()).isZero();
        }
    }

    @Test
    void slicesStartWhereTheySay() {
        try (FieldVector whole = ArrowJava.numbers(allocator, ArrowNumber.INT32, "v", 100)) {
            var transfer = whole.getTransferPair(allocator);
            transfer.splitAndTransfer(13, 20);
            try (FieldVector slice = (FieldVector) transfer.getTo(); NdArray array = ArrowBridge.arrow(slice).open()) {
                assertThat(array.address()).isEqualTo(whole.getDataBuffer().memoryAddress() + 13 * 4);
                assertThat(Numbers.values(array)).isEqualTo(Numbers.expected(100).subList(13, 33));
            }
        }
    }

    @Test
    void theirWritesAreSeenAndOursRefused() {
        try (IntVector vector = (IntVector) ArrowJava.numbers(allocator, ArrowNumber.INT32, "v", 10);
                NdArray array = ArrowBridge.arrow(vector).open()) {
            vector.set(3, -77);
            assertThat(array.getLong(3)).isEqualTo(-77);
            assertThatThrownBy(() -> array.setLong(1, 0)).isInstanceOf(ReadOnlyException.class);
        }
    }

    @Test
    void theArrayOutlivesTheVector() {
        FieldVector vector = ArrowJava.numbers(allocator, ArrowNumber.FLOAT64, "v", 10);
        NdArray array = ArrowBridge.arrow(vector).open();
        vector.close();
        assertThat(Numbers.values(array)).isEqualTo(Numbers.expected(10));
        assertThat(allocator.getAllocatedMemory()).isPositive();
        array.close();
        assertThat(allocator.getAllocatedMemory()).isZero();
        assertThatThrownBy(() -> array.getDouble(0)).isInstanceOf(ClosedException.class);
    }

    /** As it looks to an import while another thread is closing the vector. */
    @Test
    void buffersThatAreGoneAreNotRead() {
        FieldVector vector = ArrowJava.numbers(allocator, ArrowNumber.INT32, "v", 10);
        var references = vector.getValidityBuffer().getReferenceManager();
        while (references.getRefCount() > 0) {
            references.release();
        }
        assertThatThrownBy(() -> ArrowBridge.arrow(vector).open()).isInstanceOf(ClosedException.class)
                .hasMessageContaining("IntVector \"v\": it is closed");
    }

    @Test
    void eachImportHoldsItsBuffersAndGivesThemBackOnce() {
        try (FieldVector vector = ArrowJava.numbers(allocator, ArrowNumber.INT64, "v", 10)) {
            var references = vector.getDataBuffer().getReferenceManager();
            int before = references.getRefCount();
            NdArray one = ArrowBridge.arrow(vector).open();
            NdArray two = ArrowBridge.arrow(vector).open();
            assertThat(references.getRefCount()).as("values and bitmaps").isEqualTo(before + 4);
            assertThat(two.getLong(9)).isEqualTo(vector.getObject(9));
            Lease lease = one.storage().lease("a neighbour");
            assertThat(references.getRefCount()).as("bitmaps go when they were looked at").isEqualTo(before + 2);
            one.close();
            one.close();
            assertThat(references.getRefCount()).isEqualTo(before + 2);
            lease.close();
            lease.close();
            assertThat(references.getRefCount()).isEqualTo(before + 1);
            two.close();
            assertThat(references.getRefCount()).isEqualTo(before);
        }
    }

    @Test
    void theCollectorGivesBackWhatNobodyClosed() throws InterruptedException {
        try (FieldVector vector = ArrowJava.numbers(allocator, ArrowNumber.INT64, "v", 10)) {
            var references = vector.getDataBuffer().getReferenceManager();
            int before = references.getRefCount();
            Thread dropper = new Thread(() -> ArrowBridge.arrow(vector).open());
            dropper.start();
            dropper.join();
            for (int i = 0; i < 100 && references.getRefCount() > before; i++) {
                System.gc();
                Thread.sleep(10);
                Ledger.drain();
            }
            assertThat(references.getRefCount()).isEqualTo(before);
        }
    }

    @Test
    void otherTypesAreRefusedByName() {
        try (BitVector bits = new BitVector("b", allocator); VarCharVector text = new VarCharVector("t", allocator);
                DateDayVector time = new DateDayVector("m", allocator)) {
            for (FieldVector vector : new FieldVector[]{bits, text, time}) {
                assertThatThrownBy(() -> ArrowBridge.arrow(vector).open()).isInstanceOf(ZeroCopyException.class)
                        .hasMessageContaining(vector.getClass().getSimpleName() + " \"" + vector.getName() + "\"");
            }
        }
    }

    /** arrow-java's tables take the vectors of a root and give them back, and move no byte. */
    @Test
    void aTableIsARootOnItsWayThrough() {
        try (NdArray array = Numbers.array(DType.INT16, 5);
                VectorSchemaRoot root = ArrowBridge.root(allocator, Map.of("a", array));
                Table table = new Table(root);
                VectorSchemaRoot back = table.toVectorSchemaRoot();
                NdArray there = ArrowBridge.arrow(back, "a").open()) {
            assertThat(there.address()).isEqualTo(array.address());
            assertThat(there.getLong(4)).isEqualTo(array.getLong(4));
        }
    }

    @Test
    void aRootsColumnIsFoundByName() {
        try (VectorSchemaRoot root = VectorSchemaRoot.of(ArrowJava.numbers(allocator, ArrowNumber.INT8, "a", 3),
                ArrowJava.numbers(allocator, ArrowNumber.FLOAT32, "b", 3),
                ArrowJava.numbers(allocator, ArrowNumber.INT8,
                        "a", 3));
                NdArray array = ArrowBridge.arrow(root, "b").open()) {
            assertThat(array.address()).isEqualTo(root.getVector("b").getDataBuffer().memoryAddress());
            assertThatThrownBy(() -> ArrowBridge.arrow(root, "c")).isInstanceOf(IndexException.class)
                    .hasMessageContaining("[a, b, a]");
            assertThatThrownBy(() -> ArrowBridge.arrow(root, "a")).isInstanceOf(IndexException.class)
                    .hasMessageContaining("2 of this name");
        }
    }
}
