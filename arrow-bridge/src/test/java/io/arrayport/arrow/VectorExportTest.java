package io.arrayport.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.Exchange;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Outcome;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorExportTest {
    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void everyBufferIsBack() {
        allocator.close();
    }

    private ExchangePlan plan(NdArray array) {
        return ArrowBridge.vector(allocator, "v").plan(array);
    }

    private FieldVector export(NdArray array) {
        return ArrowBridge.vector(allocator, "v").accept(array);
    }

    @ParameterizedTest
    @EnumSource(ArrowNumber.class)
    void anArraysMemoryIsTheVectors(ArrowNumber number) {
        for (int rows : new int[]{0, 1, 8, 1000}) {
            NdArray array = Numbers.array(number.dtype(), rows);
            try (FieldVector vector = export(array)) {
                assertThat(vector.getName()).isEqualTo("v");
                assertThat(vector.getMinorType()).isEqualTo(number.minorType());
                assertThat(vector.getNullCount()).isZero();
                assertThat(ArrowJava.values(vector)).isEqualTo(Numbers.expected(rows));
                assertThat(vector.getDataBuffer().memoryAddress()).isEqualTo(array.address());
            }
            assertThat(array.storage().exports()).isZero();
        }
    }

    @Test
    void aSliceStartsWhereItSays() {
        NdArray array = Numbers.array(DType.INT16, 100);
        try (FieldVector vector = export(Numbers.range(array, 7, 20))) {
            assertThat(vector.getDataBuffer().memoryAddress()).isEqualTo(array.address() + 14);
            assertThat(ArrowJava.values(vector)).isEqualTo(Numbers.expected(100).subList(7, 20));
        }
    }

    @Test
    void whileTheVectorLivesOurWritesAreRefusedAndTheirsSeen() {
        NdArray array = Numbers.array(DType.INT32, 10);
        IntVector vector = (IntVector) export(array);
        assertThatThrownBy(() -> array.setLong(5, 0)).isInstanceOf(ReadOnlyException.class)
                .hasMessageContaining("frozen");
        vector.set(4, 99);
        assertThat(array.getLong(4)).isEqualTo(99);
        vector.close();
        array.setLong(5, 0);
        assertThat(array.getLong(0)).isEqualTo(5);
    }

    @Test
    void theVectorKeepsTheBytesOfAClosedArrayAndReleasesThemOnce() {
        AtomicInteger released = new AtomicInteger();
        NdArray numbers = Numbers.array(DType.INT32, 10);
        Storage foreign = Storage.foreign("test", numbers.address(), numbers.nbytes(), Device.CPU, Access.WRITEABLE,
                released::incrementAndGet);
        NdArray array = NdArray.of(foreign, DType.INT32, numbers.layout());
        FieldVector vector = export(array);
        array.close();
        assertThatThrownBy(() -> array.getLong(0)).isInstanceOf(ClosedException.class);
        assertThat(ArrowJava.values(vector)).isEqualTo(Numbers.expected(10));
        assertThat(released).hasValue(0);
        var transfer = vector.getTransferPair(allocator);
        transfer.splitAndTransfer(2, 3);
        vector.close();
        vector.close();
        assertThat(released).as("a slice still holds the bytes").hasValue(0);
        transfer.getTo().close();
        assertThat(released).hasValue(1);
    }

    @Test
    void aClosedArrayIsNotExported() {
        NdArray array = Numbers.array(DType.INT32, 10);
        array.close();
        assertThatThrownBy(() -> export(array)).isInstanceOf(ClosedException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 4000, 4010})
    void anAllocatorThatIsTooSmallLeavesNothingHeld(long limit) {
        NdArray array = Numbers.array(DType.INT32, 1000);
        try (BufferAllocator small = allocator.newChildAllocator("small", 0, limit)) {
            assertThatThrownBy(() -> ArrowBridge.vector(small, "v").accept(array))
                    .isInstanceOf(OutOfMemoryException.class);
            assertThat(small.getAllocatedMemory()).isZero();
        }
        assertThat(array.storage().exports()).isZero();
        assertThat(array.isWriteable()).isTrue();
    }

    @Test
    void aClosedAllocatorLeavesNothingHeld() {
        NdArray array = Numbers.array(DType.INT32, 10);
        BufferAllocator closed = allocator.newChildAllocator("closed", 0, 1000);
        closed.close();
        assertThatThrownBy(() -> ArrowBridge.vector(closed, "v").accept(array))
                .isInstanceOf(IllegalStateException.class);
        assertThat(array.storage().exports()).isZero();
    }

    @Test
    void thePlanTellsWhatIsSharedAndWhoCanWrite() {
        ExchangePlan plan = plan(Numbers.array(DType.INT32, 100));
        assertThat(plan.isZeroCopy()).isTrue();
        assertThat(plan.bytes()).isZero();
        assertThat(plan.writers()).contains("setters", "validity bitmap of 13 bytes");
    }

    @Test
    void whatWouldTakeACopyIsRefusedWithTheRemedy() {
        NdArray array = Numbers.array(DType.INT32, 10);
        NdArray foreign = NdArray.of(array.storage(), DType.INT32.withOrder(ByteOrder.BIG_ENDIAN), array.layout());
        for (NdArray other : new NdArray[]{Numbers.every(array, 2), Numbers.every(array, -1), foreign}) {
            assertThat(plan(other).outcome()).isEqualTo(Outcome.NEEDS_COPY);
            assertThat(plan(other).bytes()).isEqualTo(other.nbytes());
            assertThatThrownBy(() -> export(other)).isInstanceOf(ZeroCopyException.class).hasMessageContaining("copy");
            assertThat(array.storage().exports()).isZero();
        }
        try (FieldVector vector = Exchange.to(Numbers.every(array, -1), ArrowBridge.vector(allocator, "v"),
                CopyPolicy.IF_NEEDED)) {
            assertThat(ArrowJava.values(vector)).isEqualTo(Numbers.expected(10).reversed());
        }
    }

    @Test
    void whatAVectorCannotSayIsRefused() {
        NdArray array = Numbers.array(DType.INT32, 10);
        NdArray single = NdArray.of(array.storage(), DType.INT32, Layout.contiguous(Shape.of(), 4));
        assertThat(plan(single).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(plan(single).reason()).contains("()");
        for (DType dtype : new DType[]{DType.BFLOAT16, DType.COMPLEX64}) {
            NdArray other = Numbers.array(dtype, 4);
            assertThat(plan(other).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(plan(other).reason()).contains(dtype.name());
            assertThatThrownBy(() -> export(other)).isInstanceOf(ZeroCopyException.class);
        }
        NdArray longs = Numbers.array(DType.INT64, 4);
        NdArray times = NdArray.of(longs.storage(), DType.of("M8[D]"), longs.layout());
        assertThat(plan(times).outcome()).isEqualTo(Outcome.REFUSED);
        assertThatThrownBy(() -> export(times)).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("datetime64[D]");
    }

    @Test
    void protectedMemoryIsNotGivenToSetters() {
        NdArray numbers = Numbers.array(DType.INT32, 10);
        Storage locked = Storage.foreign("locked", numbers.address(), numbers.nbytes(), Device.CPU, Access.PROTECTED,
                () -> {});
        NdArray array = NdArray.of(locked, DType.INT32, numbers.layout());
        assertThat(plan(array).outcome()).isEqualTo(Outcome.NEEDS_COPY);
        assertThat(plan(array).reason()).contains("write-protected");
    }

    @Test
    void aVectorGoesThereAndBackAgain() {
        NdArray array = Numbers.array(DType.FLOAT64, 10);
        try (FieldVector vector = export(array); NdArray back = ArrowBridge.arrow(vector).open()) {
            assertThat(back.address()).isEqualTo(array.address());
        }
        assertThat(array.storage().exports()).isZero();
    }

    @Test
    void aMappedColumnBecomesAVectorUncopied() {
        try (ArrowTable table = ArrowTable.open(Flights.path())) {
            NdArray column = table.batches().getFirst().column("distance");
            FieldVector vector = export(column);
            table.close();
            assertThat(vector.getDataBuffer().memoryAddress()).isEqualTo(column.address());
            assertThat(ArrowJava.values(vector)).hasSize(200_000);
            vector.close();
        }
    }

    @Test
    void severalArraysBecomeOneRoot() {
        Map<String, NdArray> columns = new LinkedHashMap<>();
        columns.put("b", Numbers.array(DType.INT32, 10));
        columns.put("a", Numbers.array(DType.FLOAT32, 10));
        assertThat(ArrowBridge.explainRoot(allocator, columns)).allMatch(ExchangePlan::isZeroCopy);
        try (VectorSchemaRoot root = ArrowBridge.root(allocator, columns)) {
            assertThat(root.getRowCount()).isEqualTo(10);
            assertThat(root.getSchema().getFields()).extracting("name").containsExactly("b", "a");
            assertThat(root.getVector("a").getDataBuffer().memoryAddress()).isEqualTo(columns.get("a").address());
        }
        assertThat(columns.get("a").storage().exports()).isZero();
    }

    @Test
    void aRootIsAllOrNothing() {
        Map<String, NdArray> columns = new LinkedHashMap<>();
        columns.put("good", Numbers.array(DType.INT32, 10));
        columns.put("bad", Numbers.every(Numbers.array(DType.INT32, 20), 2));
        assertThatThrownBy(() -> ArrowBridge.root(allocator, columns)).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("\"bad\"");
        assertThat(columns.get("good").storage().exports()).isZero();
        columns.put("bad", Numbers.array(DType.INT32, 9));
        assertThatThrownBy(() -> ArrowBridge.root(allocator, columns)).isInstanceOf(ShapeException.class)
                .hasMessageContaining("\"bad\" has 9 rows");
        assertThat(allocator.getAllocatedMemory()).isZero();
    }
}
