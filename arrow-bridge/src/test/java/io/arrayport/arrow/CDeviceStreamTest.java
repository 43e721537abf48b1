package io.arrayport.arrow;

import static io.arrayport.arrow.HostileStructs.word;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Iterator;
import java.util.List;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.foreign.NativeCode;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The device interface's streams, on the CPU; other devices are refused, and left or released. */
class CDeviceStreamTest {
    private static final int CALLBACKS = 8;
    private static final int RELEASE = 32;

    private final NdArray numbers = Numbers.array(DType.INT32, 30);
    private final NdArray room = Numbers.array(DType.INT8, 192);
    private final long at = room.address();

    @AfterEach
    void everyStructIsReleased() {
        assertThat(ArrowC.liveExports()).isZero();
        assertThat(numbers.storage().exports()).isZero();
    }

    private RecordBatch rows(int from, int to) {
        return RecordBatch.of(ArrowColumn.of("x", numbers).slice(from, to));
    }

    private void export(RecordBatch... batches) {
        ArrowC.exportDeviceStream(rows(0, 0).schema(), List.of(batches).iterator(), at);
    }

    private static int type(long address) {
        return Memory.RAW.get(JAVA_INT_UNALIGNED, address);
    }

    private static void type(long address, int type) {
        Memory.RAW.set(JAVA_INT_UNALIGNED, address, type);
    }

    @Test
    void batchesComeUncopiedAndOutliveTheStream() {
        export(rows(0, 10), rows(10, 30));
        assertThat(type(at)).as("device_type").isEqualTo(1);
        RecordBatch last;
        try (ArrowStream stream = ArrowC.deviceStream(at)) {
            assertThat(word(at + RELEASE)).as("taken").isZero();
            assertThat(stream.schema()).isEqualTo(rows(0, 0).schema());
            try (RecordBatch first = stream.next().orElseThrow()) {
                assertThat(first.column("x").asNdArray().address()).isEqualTo(numbers.address());
            }
            last = stream.next().orElseThrow();
            assertThat(stream.next()).isEmpty();
            assertThat(stream.next()).isEmpty();
        }
        assertThat(last.column("x").asNdArray().getLong(19)).isEqualTo(numbers.getLong(29));
        last.close();
    }

    @Test
    void aStreamIsPassedOnBetweenTheInterfaces() {
        ArrowC.exportStream(rows(0, 0).schema(), List.of(rows(0, 5)).iterator(), at);
        ArrowC.exportDeviceStream(ArrowC.stream(at), at + 64);
        ArrowC.exportStream(ArrowC.deviceStream(at + 64), at + 128);
        try (ArrowStream stream = ArrowC.stream(at + 128); RecordBatch batch = stream.next().orElseThrow()) {
            assertThat(batch.column("x").asNdArray().address()).isEqualTo(numbers.address());
            assertThat(stream.next()).isEmpty();
        }
    }

    @Test
    void aStreamForAnotherDeviceIsLeftToItsConsumer() {
        export(rows(0, 10));
        type(at, 2);
        assertThatThrownBy(() -> ArrowC.deviceStream(at)).isInstanceOf(ZeroCopyException.class)
                .hasMessageContaining("the stream's batches lie on a device of type 2");
        assertThat(word(at + RELEASE)).as("not taken").isNotZero();
        type(at, 1);
        ArrowC.deviceStream(at).close();
        assertThatThrownBy(() -> ArrowC.deviceStream(at)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("ArrowDeviceArrayStream").hasMessageContaining("release is NULL");
        assertThatThrownBy(() -> ArrowC.deviceStream(0)).isInstanceOf(ForeignDescriptorException.class);
    }

    @Test
    void missingCallbacksAreNamed() {
        List<String> callbacks = List.of("get_schema", "get_next", "get_last_error");
        for (int i = 0; i < callbacks.size(); i++) {
            export(rows(0, 10));
            word(at + CALLBACKS + 8 * i, 0);
            assertThatThrownBy(() -> ArrowC.deviceStream(at)).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("ArrowDeviceArrayStream: " + callbacks.get(i));
        }
    }

    /** A producer whose batches say another thing than its stream: between it and us stands what changes them. */
    @Test
    void aBatchOnAnotherDeviceIsRefusedAndReleased() {
        export(rows(0, 10), rows(0, 10));
        Changing.next = word(at + CALLBACKS + 8);
        word(at + CALLBACKS + 8, Changing.STUB);
        try (ArrowStream stream = ArrowC.deviceStream(at)) {
            Changing.type = 2;
            assertThatThrownBy(stream::next).isInstanceOf(ZeroCopyException.class)
                    .hasMessageContaining("the array lies on a device of type 2");
            Changing.type = 1;
            Changing.event = 4096;
            assertThatThrownBy(stream::next).isInstanceOf(ForeignDescriptorException.class)
                    .hasMessageContaining("sync_event");
            Changing.event = 0;
            assertThat(stream.next()).isEmpty();
        }
    }

    /** Calls the producer, and writes another device into what it gave. */
    static final class Changing {
        private static final FunctionDescriptor GET = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG);
        private static final MethodHandle CALL = Linker.nativeLinker().downcallHandle(GET);
        static final long STUB = NativeCode.stub(MethodHandles.lookup(), "changed", GET);
        static long next;
        static int type;
        static long event;

        private Changing() {}

        @SuppressWarnings("unused") // found by name
        private static int changed(long self, long out) {
            try {
                int code = (int) CALL.invokeExact(MemorySegment.ofAddress(next), self, out);
                type(out + 88, type);
                word(out + 96, event);
                return code;
            } catch (Throwable t) {
                return 5;
            }
        }
    }

    @Test
    void whatTheSourceThrowsIsTheStreamsError() {
        Iterator<RecordBatch> failing = new Iterator<>() {
            @Override
            public boolean hasNext() {
                throw new IllegalStateException("the disk is gone");
            }

            @Override
            public RecordBatch next() {
                throw new AssertionError();
            }
        };
        ArrowC.exportDeviceStream(rows(0, 0).schema(), failing, at);
        try (ArrowStream stream = ArrowC.deviceStream(at)) {
            assertThatThrownBy(stream::next).isInstanceOf(ArrayportException.class)
                    .hasMessageContaining("get_next failed with errno 5").hasMessageContaining("the disk is gone");
            stream.close();
            assertThatThrownBy(stream::next).isInstanceOf(ClosedException.class);
        }
    }
}
