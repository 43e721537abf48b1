package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.slice;
import static io.arrayport.gpu.Neighbour.DEVICE_ID;
import static io.arrayport.gpu.Neighbour.GPU;
import static io.arrayport.gpu.Neighbour.RELEASE;
import static io.arrayport.gpu.Neighbour.SYNC_EVENT;
import static io.arrayport.gpu.Neighbour.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.util.List;

import io.arrayport.arrow.ArrowC;
import io.arrayport.arrow.ArrowStream;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.FixedShapeTensor;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.column.Validity;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes through Arrow's device interface on CUDA, and what is refused before a stray access could end the JVM. */
class ArrowDeviceTypesTest {
    private Neighbour neighbour;
    private long live;

    @BeforeAll
    static void theEmulator() {
        assumeTrue(Emulator.get().isPresent(), "the emulator needs g++");
        np.on(GPU).zeros(shape(1)).close();
    }

    @BeforeEach
    void aNeighbour() {
        live = ArrowC.liveExports();
        neighbour = new Neighbour();
    }

    @AfterEach
    void nothingStays() {
        neighbour.close();
        assertThat(ArrowC.liveExports()).isEqualTo(live);
    }

    private static NdArray there(NdArray here) {
        return here.toDevice(GPU);
    }

    private static void assertSame(NdArray found, NdArray wanted) {
        try (NdArray here = found.toDevice(Device.CPU)) {
            assertThat(here.dtype()).isEqualTo(wanted.dtype());
            assertThat(np.arrayEqual(here, wanted)).isTrue();
        }
    }

    private ArrowColumn through(ArrowColumn column) {
        ArrowC.exportDevice(column, neighbour.schema, neighbour.array);
        return ArrowC.deviceColumn(neighbour.schema, neighbour.array);
    }

    @Test
    void everyPlainType() {
        for (DType dtype : List.of(DType.INT8, DType.UINT16, DType.INT32, DType.UINT64, DType.FLOAT16, DType.FLOAT32,
                DType.FLOAT64, DType.BOOL)) {
            try (NdArray here = np.remainder(np.arange(11), 2).astype(dtype); NdArray array = there(here);
                    ArrowColumn column = through(ArrowColumn.of("v", array))) {
                assertThat(column.asNdArray().address()).isEqualTo(array.address());
                assertSame(column.asNdArray(), here);
                assertSame(column.slice(3, 9).asNdArray(), here.get(slice(3, 9)));
            }
        }
        NdArray times = np.arange(5).view(TimeType.datetime64(TimeUnit.SECOND));
        try (NdArray array = there(times); ArrowColumn column = through(ArrowColumn.of("v", array))) {
            assertSame(column.asNdArray(), times);
        }
    }

    @Test
    void arraysOfMoreAxesAndBatches() {
        NdArray here = np.arange(24.0).reshape(4, 2, 3);
        try (NdArray array = there(here); ArrowColumn column = through(ArrowColumn.of("v", array))) {
            assertSame(FixedShapeTensor.of(column).array(), here);
        }
        try (NdArray array = there(here);
                RecordBatch batch = RecordBatch.of(ArrowColumn.of("a", array), ArrowColumn.of("b", array))) {
            ArrowC.exportDevice(batch, neighbour.schema, neighbour.array);
            try (RecordBatch taken = ArrowC.deviceBatch(neighbour.schema, neighbour.array)) {
                assertThat(taken.column("b").device()).isEqualTo(GPU);
                assertSame(FixedShapeTensor.of(taken.column("b")).array(), here);
            }
        }
        NdArray row = np.arange(3.0);
        try (NdArray array = there(row)) {
            assertThatThrownBy(() -> RecordBatch.of(ArrowColumn.of("a", array), ArrowColumn.of("b", row)).toStruct())
                    .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("child \"b\" on cpu");
        }
    }

    @Test
    void nullsThatNobodyCountedAreCountedOnTheWay() {
        NdArray bits = there(np.array(new int[]{0b1101_1111, 0xFF}).astype(DType.UINT8));
        NdArray ones = there(np.array(new int[]{0xFF, 0xFF}).astype(DType.UINT8));
        NdArray values = there(np.arange(16.0));
        ArrowColumn like = ArrowColumn.of("v", np.zeros(shape(1)));
        try (ArrowColumn column = taken(like, 12, -1, bits, values)) {
            assertThat(column.validity().bitmap().orElseThrow().address()).isEqualTo(bits.address());
            assertSame(column.values(), np.arange(12.0));
            assertThatThrownBy(column::asNdArray).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("1 null in 12 rows");
            assertThat(column.slice(6, 12).validity().nullCount()).isZero();
            assertSame(column.validity().toMask(), np.arange(12).equal(5));
            assertThatThrownBy(() -> column.isNull(5)).isInstanceOf(DeviceException.class);
        }
        neighbour.offers(like, 12, -1, ones.address(), values.address());
        try (NdArray array = ArrowC.deviceSource(neighbour.schema, neighbour.array).open()) {
            assertSame(array, np.arange(12.0));
        }
        neighbour.offers(like, 12, -1, bits.address(), values.address());
        assertThatThrownBy(() -> ArrowC.deviceSource(neighbour.schema, neighbour.array).open())
                .isInstanceOf(ZeroCopyException.class).hasMessageContaining("1 null in 12 rows");
        assertThat(Neighbour.released).isEqualTo(3);
        bits.close();
        ones.close();
        values.close();
    }

    private ArrowColumn taken(ArrowColumn like, long rows, long nulls, NdArray bits, NdArray values) {
        neighbour.offers(like, rows, nulls, bits.address(), values.address());
        return ArrowC.deviceColumn(neighbour.schema, neighbour.array);
    }

    @Test
    void bitmapsGoToo() {
        NdArray mask = np.remainder(np.arange(20), 3).equal(0);
        Validity here = Validity.ofMask(mask);
        try (NdArray array = there(np.arange(20.0)); NdArray bits = there(here.bitmap().orElseThrow().bytes())) {
            ArrowColumn nullable = ArrowColumn.of("v", array, Validity.of(bits, 20));
            assertThatThrownBy(() -> ArrowColumn.of("v", array, here)).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("the bitmap of its nulls on cpu");
            try (ArrowColumn column = through(nullable)) {
                assertThat(column.validity().bitmap().orElseThrow().address()).isEqualTo(bits.address());
                assertThat(column.validity().nullCount()).isEqualTo(7);
            }
        }
        try (NdArray array = there(np.arange(20.0)); NdArray bits = there(here.bitmap().orElseThrow().bytes());
                ArrowColumn column = through(ArrowColumn.of("v", array, Validity.of(bits, 20)).slice(3, 20))) {
            assertSame(column.validity().toMask(), mask.get(slice(3, 20)));
            assertSame(column.values(), np.arange(3.0, 20.0));
        }
    }

    @Test
    void boolsThatAreNone() {
        try (NdArray bytes = there(np.array(new int[]{0, 1, 2}).astype(DType.UINT8));
                ArrowColumn column = taken(ArrowColumn.of("v", np.zeros(shape(1), DType.BOOL)), 3, 0, bytes, bytes)) {
            assertThatThrownBy(column::asNdArray).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("bytes other than 0 and 1");
        }
    }

    @Test
    void whatOnlyTheProcessorCanFollowIsRefused() {
        ArrowColumn text = ArrowColumn.of("v", np.array(new String[]{"a", "b"}).astype(DType.STRING));
        try (NdArray bytes = there(np.arange(16.0)); NdArray numbers = there(np.arange(16.0))) {
            neighbour.offers(text, 2, 0, 0, bytes.address(), bytes.address());
            assertThatThrownBy(() -> ArrowC.deviceColumn(neighbour.schema, neighbour.array))
                    .isInstanceOf(ZeroCopyException.class).hasMessageContaining("utf8_view, whose rows only the CPU");
            assertThat(Neighbour.released).isOne();

            ArrowColumn column = ArrowColumn.of("v", numbers);
            assertThatThrownBy(() -> ArrowC.export(column, neighbour.schema, neighbour.array))
                    .isInstanceOf(ZeroCopyException.class).hasMessageContaining("lies on cuda:0");
            assertThatThrownBy(() -> ArrowC.structs(column)).isInstanceOf(ZeroCopyException.class);
            assertThat(ArrowC.structs("v").plan(numbers).toString()).contains("exportDevice");
            assertThatThrownBy(() -> ArrowColumn.of("v", there(np.arange(4.0)).get(slice(0, 4, 2))))
                    .isInstanceOf(ZeroCopyException.class);
        }
    }

    @Test
    void membersThatContradictEachOther() {
        ArrowColumn like = ArrowColumn.of("v", np.zeros(shape(1)));
        try (NdArray values = there(np.arange(4.0))) {
            neighbour.offers(like, 4, 0, 0, values.address());
            refused(ZeroCopyException.class, "cuda:9", () -> neighbour.on(2, 9));
            refused(ForeignDescriptorException.class, "device_id", () -> neighbour.on(2, -1));
            refused(ForeignDescriptorException.class, "device_id", () -> word(neighbour.array + DEVICE_ID, 1L << 40));
            refused(ZeroCopyException.class, "device of type 10", () -> neighbour.on(10, 0));
            refused(ForeignDescriptorException.class, "sync_event", () -> {
                neighbour.on(2, 0);
                word(neighbour.array + SYNC_EVENT, 4097);
            });
            assertThat(Neighbour.released).isZero();
            neighbour.after(0);
            assertThatThrownBy(() -> ArrowC.deviceColumn(neighbour.schema, neighbour.array))
                    .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("one of NULL");
            assertThat(Neighbour.released).as("taken, as what it points to is only its owner's to read").isOne();
        }
    }

    private void refused(Class<? extends ArrayportException> kind, String words, Runnable change) {
        change.run();
        assertThatThrownBy(() -> ArrowC.deviceColumn(neighbour.schema, neighbour.array)).isInstanceOf(kind)
                .hasMessageContaining(words);
        assertThat(word(neighbour.array + RELEASE)).as("not taken").isNotZero();
    }

    @Test
    void streamsOfBatches() {
        try (Arena arena = Arena.ofConfined(); NdArray first = there(np.arange(4.0));
                NdArray second = there(np.ones(shape(2)));
                NdArray stray = np.ones(shape(2))) {
            long at = arena.allocate(48, 8).address();
            List<RecordBatch> batches = List.of(first, second, stray).stream()
                    .map(array -> RecordBatch.of(ArrowColumn.of("v", array))).toList();
            ArrowC.exportDeviceStream(batches.getFirst().schema(), GPU, batches.iterator(), at);
            assertThat(Neighbour.integer(at)).isEqualTo(2);
            long passed = arena.allocate(48, 8).address();
            ArrowC.exportDeviceStream(ArrowC.deviceStream(at), passed);
            try (ArrowStream stream = ArrowC.deviceStream(passed)) {
                for (NdArray wanted : List.of(first, second)) {
                    try (RecordBatch batch = stream.next().orElseThrow()) {
                        assertThat(batch.column("v").asNdArray().address()).isEqualTo(wanted.address());
                    }
                }
                assertThatThrownBy(stream::next).isInstanceOf(ArrayportException.class)
                        .hasMessageContaining("found one on cpu");
            }
        }
    }
}
