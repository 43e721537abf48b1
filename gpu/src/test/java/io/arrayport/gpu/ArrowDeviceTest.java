package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.shape;
import static io.arrayport.gpu.Neighbour.DEVICE_ID;
import static io.arrayport.gpu.Neighbour.DEVICE_TYPE;
import static io.arrayport.gpu.Neighbour.GPU;
import static io.arrayport.gpu.Neighbour.OFFSET;
import static io.arrayport.gpu.Neighbour.RELEASE;
import static io.arrayport.gpu.Neighbour.SCHEMA_RELEASE;
import static io.arrayport.gpu.Neighbour.SYNC_EVENT;
import static io.arrayport.gpu.Neighbour.integer;
import static io.arrayport.gpu.Neighbour.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.arrayport.arrow.ArrowC;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arrow's device interface on CUDA. The emulator works as late as it may: what is not ordered shows. */
class ArrowDeviceTest {
    private static final int N = 1000;
    private static final long BYTES = 8L * N;

    private Neighbour neighbour;
    private long live;
    private int events;

    @BeforeAll
    static void theEmulator() {
        assumeTrue(Emulator.get().isPresent(), "the emulator needs g++");
        np.on(GPU).zeros(shape(1)).close();
    }

    @BeforeEach
    void aNeighbour() {
        live = ArrowC.liveExports();
        events = Emulator.events();
        neighbour = new Neighbour();
    }

    @AfterEach
    void nothingStays() {
        neighbour.close();
        assertThat(ArrowC.liveExports()).isEqualTo(live);
        assertThat(Emulator.events()).isEqualTo(events);
    }

    private static NdArray computed(double value) {
        try (NdArray ones = np.on(GPU).ones(shape(N))) {
            return ones.multiply(value);
        }
    }

    private static double[] all(double value) {
        double[] all = new double[N];
        Arrays.fill(all, value);
        return all;
    }

    private static Object here(NdArray there) {
        try (NdArray here = there.toDevice(Device.CPU)) {
            return here.toArray();
        }
    }

    /** A column of doubles in main memory, for its schema. */
    private static ArrowColumn doubles() {
        return ArrowColumn.of("v", np.zeros(shape(1)));
    }

    @Test
    void aConsumerWaitsForTheEventBehindOurWork() {
        try (NdArray array = computed(1234)) {
            ArrowC.exportDevice(ArrowColumn.of("v", array), neighbour.schema, neighbour.array);
            assertThat(integer(neighbour.array + DEVICE_TYPE)).isEqualTo(2);
            assertThat(word(neighbour.array + DEVICE_ID)).isZero();
            assertThat(neighbour.buffer(0)).isZero();
            assertThat(neighbour.buffer(1)).isEqualTo(array.address());
            assertThat(neighbour.reads(array.address(), N)).as("too early").isNotEqualTo(all(1234));
            neighbour.stream().waitFor(neighbour.event());
            assertThat(neighbour.reads(array.address(), N)).isEqualTo(all(1234));
            assertThat(array.isWriteable()).isFalse();
            Neighbour.giveBack(neighbour.array, RELEASE);
            assertThat(array.isWriteable()).isTrue();
        }
    }

    @Test
    void whatAConsumerStillReadsIsNobodyElses() {
        NdArray array = computed(5);
        ArrowC.exportDevice(ArrowColumn.of("v", array), neighbour.schema, neighbour.array);
        array.close();
        neighbour.stream().waitFor(neighbour.event());
        Neighbour.Late late = neighbour.late(neighbour.buffer(1), N);
        Neighbour.giveBack(neighbour.array, RELEASE);
        try (Scope _ = np.scope()) {
            for (int i = 0; i < 4; i++) {
                computed(-1);
            }
            CudaStream.own(GPU).synchronize();
            assertThat(late.read()).isEqualTo(all(5));
        }
    }

    @Test
    void ourWorkComesAfterTheProducersEvent() {
        try (NdArray source = computed(2); NdArray target = np.on(GPU).zeros(shape(N), DType.FLOAT64)) {
            CudaStream.own(GPU).synchronize();
            neighbour.copies(source.address(), target.address(), BYTES);
            try (CudaEvent made = neighbour.stream().record()) {
                neighbour.offers(doubles(), N, 0, 0, target.address()).after(made.handle());
                try (NdArray taken = ArrowC.deviceSource(neighbour.schema, neighbour.array).open();
                        NdArray sum = taken.add(taken)) {
                    assertThat(taken.address()).isEqualTo(target.address());
                    assertThat(taken.device()).isEqualTo(GPU);
                    assertThat(taken.isWriteable()).isFalse();
                    assertThat(here(sum)).isEqualTo(all(4));
                    neighbour.copies(sum.address(), target.address(), BYTES);
                    neighbour.stream().synchronize();
                    assertThat(here(taken)).as("written by its producer").isEqualTo(all(4));
                }
            }
            assertThat(Neighbour.released).isOne();
        }
    }

    @Test
    void whoGivesNoEventIsReady() {
        try (NdArray source = computed(2); NdArray target = np.on(GPU).zeros(shape(N), DType.FLOAT64)) {
            CudaStream.own(GPU).synchronize();
            neighbour.copies(source.address(), target.address(), BYTES);
            neighbour.offers(doubles(), N, 0, 0, target.address());
            try (NdArray taken = ArrowC.deviceSource(neighbour.schema, neighbour.array).open()) {
                assertThat(here(taken)).as("nobody said that it is not").isEqualTo(all(0));
            }
        }
    }

    @Test
    void memoryGoesBackOnceAndWhenOurWorkIsDone() {
        try (NdArray source = computed(2)) {
            neighbour.offers(doubles(), N - 3, 0, 0, source.address());
            word(neighbour.array + OFFSET, 3);
            ArrowColumn column = ArrowC.deviceColumn(neighbour.schema, neighbour.array);
            assertThat(word(neighbour.array + RELEASE)).as("moved").isZero();
            NdArray taken = column.asNdArray();
            assertThat(taken.address()).isEqualTo(source.address() + 24);
            NdArray sum = taken.add(taken);
            assertThat(CudaStream.own(GPU).isDone()).isFalse();
            column.close();
            taken.close();
            assertThat(Neighbour.released).isOne();
            assertThat(Neighbour.settled).isTrue();
            sum.close();
        }
    }

    @Test
    void whatIsPassedOnGoesBackWhenItsConsumersWorkIsDone() {
        try (NdArray source = computed(2)) {
            CudaStream.own(GPU).synchronize();
            neighbour.offers(doubles(), N, 0, 0, source.address());
            try (ArrowColumn column = ArrowC.deviceColumn(neighbour.schema, neighbour.array)) {
                ArrowC.exportDevice(column, neighbour.schema, neighbour.array);
            }
            Neighbour.Late late = neighbour.late(neighbour.buffer(1), N);
            Neighbour.giveBack(neighbour.array, RELEASE);
            assertThat(Neighbour.released).isOne();
            assertThat(Neighbour.settled).isTrue();
            assertThat(late.read()).isEqualTo(all(2));
        }
    }

    /** Where it was told may be its producer's again: a read of it would end this process. */
    @Test
    void onlyWhoHasTakenTheArrayReadsItsEvent() {
        try (NdArray source = computed(2)) {
            neighbour.offers(doubles(), N, 0, 0, source.address());
            word(neighbour.array + SYNC_EVENT, 8);
            Neighbour.giveBack(neighbour.schema, SCHEMA_RELEASE);
            assertThatThrownBy(() -> ArrowC.deviceColumn(neighbour.schema, neighbour.array))
                    .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("release is NULL");
            assertThat(Neighbour.released).isZero();
        }
    }

    @Test
    void ofTwoThatTakeOneArrayOneGetsIt() throws Exception {
        try (NdArray source = computed(2); ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 50; round++) {
                int before = Neighbour.released;
                try (CudaEvent made = neighbour.stream().record()) {
                    neighbour.offers(doubles(), N, 0, 0, source.address()).after(made.handle());
                    CyclicBarrier start = new CyclicBarrier(2);
                    Future<String> one = threads.submit(() -> taking(start));
                    Future<String> another = threads.submit(() -> taking(start));
                    String said = one.get() + another.get();
                    assertThat(said).startsWith("arrow device import: Arrow").contains("release is NULL")
                            .containsOnlyOnce("arrow device import");
                    assertThat(Neighbour.released).isEqualTo(before + 1);
                }
            }
        }
    }

    /** Takes the array and gives it back; returns what the refusal says, if it is one. */
    private String taking(CyclicBarrier start) throws Exception {
        start.await();
        try {
            ArrowC.deviceColumn(neighbour.schema, neighbour.array).close();
            return "";
        } catch (ForeignDescriptorException refused) {
            return refused.getMessage();
        }
    }

    @Test
    void ourOwnComeBack() {
        try (NdArray array = computed(3)) {
            ArrowC.exportDevice(ArrowColumn.of("v", array), neighbour.schema, neighbour.array);
            try (ArrowColumn column = ArrowC.deviceColumn(neighbour.schema, neighbour.array)) {
                assertThat(column.device()).isEqualTo(GPU);
                assertThat(column.asNdArray().address()).isEqualTo(array.address());
                array.close();
                assertThat(here(column.asNdArray())).isEqualTo(all(3));
            }
        }
    }

    @Test
    void pinnedMemoryIsTheProcessorsWhenItIsReady() {
        try (NdArray source = computed(2); NdArray target = np.zeros(shape(N))) {
            CudaStream.own(GPU).synchronize();
            LibCuda.of(0).call("cuMemcpyDtoHAsync_v2", target.address(), source.address(), BYTES,
                    neighbour.stream().handle());
            try (CudaEvent made = neighbour.stream().record()) {
                neighbour.offers(doubles(), N, 0, 0, target.address()).on(3, -1).after(made.handle());
                try (NdArray taken = ArrowC.deviceSource(neighbour.schema, neighbour.array).open()) {
                    assertThat(taken.device()).isEqualTo(Device.CPU);
                    assertThat(taken.address()).isEqualTo(target.address());
                    assertThat((Object) taken.toArray()).isEqualTo(all(2));
                }
            }
            assertThat(Neighbour.released).isOne();
        }
    }

    @Test
    void managedMemoryIsTheDevices() {
        try (NdArray source = computed(2)) {
            neighbour.offers(doubles(), N, 0, 0, source.address()).on(13, 0);
            try (NdArray taken = ArrowC.deviceSource(neighbour.schema, neighbour.array).open()) {
                assertThat(taken.device()).isEqualTo(GPU);
                assertThat(here(taken)).isEqualTo(all(2));
            }
        }
    }

    @Test
    void whatFailsOnTheWayLeavesNothing() {
        try (NdArray array = computed(1)) {
            Emulator.fail("cuEventCreate", 2);
            assertThatThrownBy(
                    () -> ArrowC.exportDevice(ArrowColumn.of("v", array), neighbour.schema, neighbour.array))
                    .hasMessageContaining("cuEventCreate");
            assertThat(word(neighbour.array + RELEASE)).isZero();
            assertThat(word(neighbour.schema + SCHEMA_RELEASE)).isZero();
            assertThat(array.storage().exports()).isZero();

            Storage nothing = array.storage();
            neighbour.offers(doubles(), N, 0, 0, nothing.address()).after(4096);
            assertThatThrownBy(() -> ArrowC.deviceColumn(neighbour.schema, neighbour.array))
                    .hasMessageContaining("cuStreamWaitEvent");
            assertThat(Neighbour.released).isOne();
        }
    }
}
