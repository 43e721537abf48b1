package io.arrayport.arrow;

import static io.arrayport.core.Np.np;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.column.TextColumn;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.ExchangePlan.Outcome;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.c.ArrowArray;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The C data interface between us and ourselves, and between us and arrow-java. */
class CStructsTest {
    private static final int LENGTH = 0;
    private static final int OFFSET = 16;
    private static final int CHILDREN = 48;
    private static final int RELEASE = 64;
    private static final int ARRAY_BYTES = 80;

    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void everyBufferIsBackAndEveryStructReleased() {
        allocator.close();
        assertThat(ArrowC.liveExports()).isZero();
    }

    private static long word(long address) {
        return Memory.RAW.get(JAVA_LONG_UNALIGNED, address);
    }

    private static void word(long address, long value) {
        Memory.RAW.set(JAVA_LONG_UNALIGNED, address, value);
    }

    @ParameterizedTest
    @EnumSource(ArrowNumber.class)
    void anArraysMemoryIsArrowJavasVectorAndBack(ArrowNumber number) {
        for (int rows : new int[]{0, 1, 8, 1000}) {
            NdArray array = Numbers.array(number.dtype(), rows);
            try (ArrowArray there = ArrowArray.allocateNew(allocator);
                    var schema = org.apache.arrow.c.ArrowSchema.allocateNew(allocator)) {
                ArrowC.export(ArrowColumn.of("v", array), schema.memoryAddress(), there.memoryAddress());
                try (FieldVector vector = Data.importVector(allocator, there, schema, null)) {
                    assertThat(ArrowJava.values(vector)).isEqualTo(Numbers.expected(rows));
                    if (rows > 0) {
                        assertThat(vector.getDataBuffer().memoryAddress()).isEqualTo(array.address());
                    }
                    assertBack(array, vector);
                }
            }
            assertThat(array.storage().exports()).isZero();
            assertThat(array.isWriteable()).isTrue();
        }
    }

    private void assertBack(NdArray array, FieldVector vector) {
        try (ArrowArray there = ArrowArray.allocateNew(allocator);
                var schema = org.apache.arrow.c.ArrowSchema.allocateNew(allocator)) {
            Data.exportVector(allocator, vector, null, there, schema);
            try (NdArray back = ArrowC.source(schema.memoryAddress(), there.memoryAddress()).open()) {
                assertThat(Numbers.values(back)).isEqualTo(Numbers.values(array));
                assertThat(back.dtype()).isEqualTo(array.dtype());
                if (array.size() > 0) {
                    assertThat(back.address()).isEqualTo(array.address());
                }
            }
        }
    }

    @Test
    void writesAreSeenOnBothSidesAndOursRefusedMeanwhile() {
        NdArray array = Numbers.array(DType.INT32, 10);
        try (CStructs structs = ArrowC.structs("v").accept(array);
                NdArray there = ArrowC.source(structs.schema(), structs.array()).open()) {
            assertThat(there.address()).isEqualTo(array.address());
            assertThatThrownBy(() -> array.setLong(0, 0)).isInstanceOf(ReadOnlyException.class);
            assertThatThrownBy(() -> there.setLong(0, 0)).isInstanceOf(ReadOnlyException.class);
            Numbers.put(array.address(), DType.INT32, 3, 77);
            assertThat(there.getLong(3)).isEqualTo(77);
            Numbers.put(there.address(), DType.INT32, 4, 78);
            assertThat(array.getLong(4)).isEqualTo(78);
        }
        array.setLong(5, 0);
        assertThat(array.getLong(0)).isEqualTo(5);
    }

    @Test
    void aWriteOfArrowJavasIsSeen() {
        try (IntVector vector = (IntVector) ArrowJava.numbers(allocator, ArrowNumber.INT32, "v", 10);
                ArrowArray there = ArrowArray.allocateNew(allocator);
                var schema = org.apache.arrow.c.ArrowSchema.allocateNew(allocator)) {
            Data.exportVector(allocator, vector, null, there, schema);
            try (NdArray array = ArrowC.source(schema.memoryAddress(), there.memoryAddress()).open()) {
                vector.set(3, -77);
                assertThat(array.getLong(3)).isEqualTo(-77);
                assertThat(array.address()).isEqualTo(vector.getDataBuffer().memoryAddress());
            }
        }
    }

    /** arrow-java reads row 0 of the buffer, whatever the struct's offset says: so ours is 0. */
    @Test
    void aSliceLeavesWithOffsetZeroAndBitmapsMoved() {
        ArrowColumn column = Zoo.withNulls(ArrowColumn.of("v", Numbers.array(DType.FLOAT64, 100))).slice(13, 60);
        try (ArrowArray there = ArrowArray.allocateNew(allocator);
                var schema = org.apache.arrow.c.ArrowSchema.allocateNew(allocator)) {
            ArrowC.export(column, schema.memoryAddress(), there.memoryAddress());
            assertThat(word(there.memoryAddress() + OFFSET)).isZero();
            assertThat(word(there.memoryAddress() + LENGTH)).isEqualTo(47);
            try (Float8Vector vector = (Float8Vector) Data.importVector(allocator, there, schema, null)) {
                assertThat(vector.getDataBuffer().memoryAddress()).isEqualTo(column.values().address());
                for (int i = 0; i < 47; i++) {
                    assertThat(vector.isNull(i)).isEqualTo((i + 13) % 7 == 2);
                    assertThat(vector.isNull(i) || vector.get(i) == i + 14).isTrue();
                }
            }
        }
    }

    @Test
    void offsetsOfOthersAreHonoured() {
        NdArray array = Numbers.array(DType.INT16, 100);
        try (CStructs structs = ArrowC.structs("v").accept(array)) {
            word(structs.array() + OFFSET, 13);
            word(structs.array() + LENGTH, 20);
            try (NdArray there = ArrowC.source(structs.schema(), structs.array()).open()) {
                assertThat(there.address()).isEqualTo(array.address() + 26);
                assertThat(Numbers.values(there)).isEqualTo(Numbers.expected(100).subList(13, 33));
            }
        }
    }

    @Test
    void offsetsOfParentsAndChildrenAddUp() {
        NdArray numbers = Numbers.array(DType.INT32, 30);
        ArrowColumn struct = RecordBatch.of(ArrowColumn.of("a", numbers)).toStruct();
        try (CStructs structs = ArrowC.structs(struct)) {
            word(structs.array() + OFFSET, 4);
            word(structs.array() + LENGTH, 10);
            long child = word(word(structs.array() + CHILDREN));
            word(child + OFFSET, 3);
            word(child + LENGTH, 27);
            try (RecordBatch batch = ArrowC.batch(structs.schema(), structs.array())) {
                assertThat(batch.rowCount()).isEqualTo(10);
                assertThat(batch.column("a").asNdArray().address()).isEqualTo(numbers.address() + 7 * 4);
            }
        }
    }

    @Test
    void theProducersMemoryIsReleasedOnceByTheLastOfAllBuffers() {
        AtomicInteger released = new AtomicInteger();
        NdArray array = Numbers.array(DType.INT32, 10);
        Storage counted = Storage.foreign("test", array.address(), array.nbytes(), Device.CPU, Access.WRITEABLE,
                released::incrementAndGet);
        ArrowColumn column = Zoo.withNulls(ArrowColumn.of("v", NdArray.of(counted, DType.INT32, array.layout())));
        ArrowColumn there;
        try (CStructs structs = ArrowC.structs(column)) {
            there = ArrowC.column(structs.schema(), structs.array());
        }
        counted.close();
        Lease lease = there.values().storage().lease("a neighbour");
        Lease bits = there.validity().bitmap().orElseThrow().storage().lease("another");
        there.close();
        there.close();
        assertThatThrownBy(() -> there.values().getLong(0)).isInstanceOf(ClosedException.class);
        lease.close();
        assertThat(released).as("the bitmap still holds the struct").hasValue(0);
        bits.close();
        assertThat(released).hasValue(1);
    }

    @Test
    void whatNobodyTookIsReleasedOnClose() {
        NdArray array = Numbers.array(DType.INT32, 10);
        CStructs structs = ArrowC.structs("v").accept(array);
        assertThat(array.storage().exports()).isEqualTo(1);
        structs.close();
        structs.close();
        assertThat(array.storage().exports()).isZero();
        assertThatThrownBy(structs::array).isInstanceOf(ClosedException.class);
    }

    @Test
    void aStructIsTakenOnce() {
        try (CStructs structs = ArrowC.structs("v").accept(Numbers.array(DType.INT32, 10));
                NdArray first = ArrowC.source(structs.schema(), structs.array()).open()) {
            assertThatThrownBy(() -> ArrowC.column(structs.schema(), structs.array()))
                    .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("ArrowSchema")
                    .hasMessageContaining("release is NULL");
            assertThat(first.getLong(9)).isEqualTo(10);
        }
    }

    /** One of all that try at once gets it. */
    @Test
    void manyThreadsTakeAStructOnce() throws InterruptedException {
        for (int round = 0; round < 50; round++) {
            AtomicInteger taken = new AtomicInteger();
            List<CStructs> schemas = new ArrayList<>();
            try (CStructs structs = ArrowC.structs("v").accept(Numbers.array(DType.INT32, 10))) {
                List<Thread> threads = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    CStructs own = ArrowC.structs("v").accept(Numbers.array(DType.INT32, 1));
                    schemas.add(own);
                    threads.add(Thread.ofVirtual().start(() -> {
                        try (ArrowColumn column = ArrowC.column(own.schema(), structs.array())) {
                            taken.addAndGet((int) column.length());
                        } catch (ForeignDescriptorException late) {
                            taken.addAndGet(100);
                        }
                    }));
                }
                for (Thread thread : threads) {
                    thread.join();
                }
            }
            schemas.forEach(CStructs::close);
            assertThat(taken).hasValue(710);
        }
    }

    @Test
    void aChildThatWasMovedOutOutlivesItsParent() {
        NdArray numbers = Numbers.array(DType.INT32, 30);
        NdArray more = Numbers.array(DType.FLOAT64, 30);
        ArrowColumn struct = RecordBatch.of(ArrowColumn.of("a", numbers), ArrowColumn.of("b", more)).toStruct();
        try (CStructs structs = ArrowC.structs(struct); CStructs schema = ArrowC.structs("a").accept(numbers)) {
            long child = word(word(structs.array() + CHILDREN));
            long moved = Numbers.array(DType.INT8, ARRAY_BYTES).address();
            Memory.copy(child, moved, ARRAY_BYTES);
            word(child + RELEASE, 0);
            structs.close();
            assertThat(more.storage().exports()).as("released with its parent").isZero();
            try (NdArray there = ArrowC.source(schema.schema(), moved).open()) {
                assertThat(there.address()).isEqualTo(numbers.address());
                assertThat(Numbers.values(there)).isEqualTo(Numbers.expected(30));
            }
        }
        assertThat(numbers.storage().exports()).isZero();
    }

    @Test
    void aMovedStructIsReleasedFromWhereItIs() {
        NdArray array = Numbers.array(DType.INT32, 10);
        NdArray elsewhere = Numbers.array(DType.INT8, ARRAY_BYTES);
        try (CStructs structs = ArrowC.structs("v").accept(array)) {
            Memory.copy(structs.array(), elsewhere.address(), ARRAY_BYTES);
            word(structs.array() + RELEASE, 0);
            try (NdArray there = ArrowC.source(structs.schema(), elsewhere.address()).open()) {
                structs.close();
                assertThat(there.getLong(9)).isEqualTo(10);
            }
        }
        assertThat(array.storage().exports()).isZero();
    }

    @Test
    void aClosedColumnIsNotExportedAndNothingStays() {
        NdArray array = Numbers.array(DType.INT32, 10);
        ArrowColumn closed = ArrowColumn.of("v", array);
        NdArray other = Numbers.array(DType.INT32, 10);
        ArrowColumn struct = RecordBatch.of(ArrowColumn.of("open", other), closed).toStruct();
        array.close();
        assertThatThrownBy(() -> ArrowC.structs(closed)).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> ArrowC.structs(struct)).isInstanceOf(ClosedException.class);
        assertThat(other.storage().exports()).isZero();
    }

    @Test
    void namesThatCDoesNotHoldAreRefusedAndNothingStays() {
        for (String name : new String[]{"a\0b", "\0", "x\uD800"}) {
            NdArray array = Numbers.array(DType.INT32, 10);
            ArrowColumn named = ArrowColumn.of(name, array);
            assertThatThrownBy(() -> ArrowC.structs(named)).isInstanceOf(DTypeException.class)
                    .hasMessageContaining("the name of field");
            assertThat(array.storage().exports()).isZero();
            ArrowColumn struct = RecordBatch.of(named).toStruct();
            assertThatThrownBy(() -> ArrowC.structs(struct)).isInstanceOf(DTypeException.class);
            assertThat(array.storage().exports()).isZero();
            array.close();
        }
    }

    @Test
    void thePlanSaysWhatIsShared() {
        NdArray array = Numbers.array(DType.INT32, 10);
        assertThat(ArrowC.structs("v").plan(array).isZeroCopy()).isTrue();
        assertThat(ArrowC.structs("v").plan(Numbers.every(array, 2)).outcome()).isEqualTo(Outcome.NEEDS_COPY);
        assertThatThrownBy(() -> ArrowC.structs("v").accept(Numbers.every(array, 2)))
                .isInstanceOf(ZeroCopyException.class).hasMessageContaining("8 bytes apart");
        assertThat(array.storage().exports()).isZero();
    }

    @Test
    void aColumnWithNullsIsNoArrayAndIsGivenBack() {
        NdArray array = Numbers.array(DType.INT32, 10);
        try (CStructs structs = ArrowC.structs(Zoo.withNulls(ArrowColumn.of("v", array)))) {
            try (NdArray taken = ArrowC.source(structs.schema(), structs.array()).open()) {
                assertThatThrownBy(() -> taken.getLong(0)).isInstanceOf(ZeroCopyException.class)
                        .hasMessageContaining("2 nulls in 10 rows");
            }
        }
        assertThat(array.storage().exports()).isZero();
    }

    @Test
    void theDeviceInterfaceGoesThroughOnTheCpuAndIsRefusedElsewhere() {
        NdArray array = Numbers.array(DType.INT32, 10);
        long room = Numbers.array(DType.INT8, 256).address();
        long schema = room + 128;
        ArrowC.exportDevice(ArrowColumn.of("v", array), schema, room);
        assertThat(word(room + 80)).as("device_id").isEqualTo(-1);
        word(room + 88, 2);
        assertThatThrownBy(() -> ArrowC.deviceColumn(schema, room)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("device_id");
        word(room + 80, 0);
        for (int type : new int[]{2, 13, 10}) {
            word(room + 88, type);
            assertThatThrownBy(() -> ArrowC.deviceColumn(schema, room)).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("device of type " + type);
        }
        word(room + 88, 1);
        word(room + 96, 4096);
        assertThatThrownBy(() -> ArrowC.deviceColumn(schema, room)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("sync_event");
        word(room + 88, 3);
        assertThatThrownBy(() -> ArrowC.deviceColumn(schema, room)).as("nobody here waits for CUDA's events")
                .isInstanceOf(ZeroCopyException.class).hasMessageContaining("device of type 3");
        word(room + 96, 0);
        try (ArrowColumn column = ArrowC.deviceColumn(schema, room)) {
            assertThat(column.device()).as("pinned").isEqualTo(Device.CPU);
            assertThat(column.asNdArray().address()).isEqualTo(array.address());
        }
        assertThat(array.storage().exports()).isZero();
    }

    @Test
    void addressesThatAreNoneAreRefused() {
        ArrowColumn column = ArrowColumn.of("v", np.arange(3, np.int32));
        for (long address : new long[]{0, -8, 12}) {
            assertThatThrownBy(() -> ArrowC.column(address, address)).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("multiple of 8");
            assertThatThrownBy(() -> ArrowC.export(column, address, address))
                    .isInstanceOf(ForeignDescriptorException.class);
            assertThatThrownBy(() -> ArrowC.stream(address)).isInstanceOf(ForeignDescriptorException.class);
        }
    }

    @Test
    void textsAreReadWhereTheyLie() {
        ArrowColumn column = Zoo.columns().filter(c -> c.field().name().equals("utf8_view")).findFirst().orElseThrow();
        try (CStructs structs = ArrowC.structs(column);
                ArrowColumn there = ArrowC.column(structs.schema(), structs.array())) {
            TextColumn text = TextColumn.of(there);
            assertThat(text.get(1)).isEqualTo("wörd1");
            assertThat(text.data()).extracting(NdArray::address)
                    .isEqualTo(TextColumn.of(column).data().stream().map(NdArray::address).toList());
            Numbers.put(text.data().getFirst().address(), DType.UINT8, 0, 'A');
            assertThat(text.get(2)).as("what lies under a null")
                    .isEqualTo("A longer text that no view holds, number 2");
        }
    }
}
