package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import io.arrayport.dlpack.DlpackProducer;
import io.arrayport.dlpack.DlpackRequest;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A neighbour with a stream of its own. The emulator works as late as it may: what is not ordered shows. */
class StreamTest {
    private static final Device GPU = Device.cuda(0);
    private static final int N = 1000;
    private static final int NON_BLOCKING = 1;

    @BeforeAll
    static void theEmulator() {
        assumeTrue(Emulator.get().isPresent(), "the emulator needs g++");
        np.on(GPU).zeros(shape(1)).close();
    }

    private static CudaStream theirs() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG);
            LibCuda.of(0).call("cuStreamCreate", out.address(), NON_BLOCKING);
            return new CudaStream(GPU, out.get(ValueLayout.JAVA_LONG, 0));
        }
    }

    /** Bytes that a stream copies to main memory, when it comes to that. */
    private static final class Copy {
        private final MemorySegment bytes = Arena.ofAuto().allocate(N * Double.BYTES);
        private final CudaStream stream;

        Copy(CudaStream stream, long address) {
            this.stream = stream;
            LibCuda.of(0).call("cuMemcpyDtoHAsync_v2", bytes.address(), address, bytes.byteSize(), stream.handle());
        }

        double[] read() {
            stream.synchronize();
            return bytes.toArray(ValueLayout.JAVA_DOUBLE);
        }
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

    @Test
    void aConsumersStreamComesAfterOurWork() {
        CudaStream theirs = theirs();
        try (NdArray array = computed(7);
                DlpackCapsule _ = Dlpack.export(array, DlpackRequest.ANY.stream(theirs.handle()))) {
            assertThat(new Copy(theirs, array.address()).read()).isEqualTo(all(7));
        }
    }

    @Test
    void whoAsksForNoOrderHasNone() {
        CudaStream theirs = theirs();
        try (NdArray array = computed(7); DlpackCapsule _ = Dlpack.export(array, DlpackRequest.ANY.stream(-1))) {
            assertThat(new Copy(theirs, array.address()).read()).isNotEqualTo(all(7));
        }
    }

    @Test
    void whoSaysNothingMeansTheLegacyStream() {
        try (NdArray array = computed(3); DlpackCapsule capsule = Dlpack.export(array)) {
            assertThat(capsule.deviceCode()).isEqualTo(DeviceType.CUDA.code());
            assertThat(new Copy(CudaStream.legacy(GPU), array.address()).read()).isEqualTo(all(3));
        }
    }

    @Test
    void streamsThatAreNone() {
        try (NdArray array = computed(3)) {
            for (long stream : new long[]{0, -2}) {
                assertThatThrownBy(() -> Dlpack.export(array, DlpackRequest.ANY.stream(stream)))
                        .isInstanceOf(DeviceException.class).hasMessageContaining("stream is " + stream);
            }
        }
    }

    @Test
    void whatANeighbourStillReadsIsNobodyElses() {
        CudaStream theirs = theirs();
        NdArray array = computed(5);
        long address = array.address();
        DlpackCapsule capsule = Dlpack.export(array, DlpackRequest.ANY.stream(theirs.handle()));
        array.close();
        Copy late = new Copy(theirs, address);
        capsule.close();
        try (Scope _ = np.scope()) {
            for (int i = 0; i < 4; i++) {
                computed(-1);
            }
            CudaStream.own(GPU).synchronize();
            assertThat(late.read()).isEqualTo(all(5));
        }
    }

    @Test
    void aProducersWorkComesBeforeOurs() {
        CudaStream theirs = theirs();
        try (NdArray source = computed(2); NdArray target = np.on(GPU).zeros(shape(N), DType.FLOAT64)) {
            CudaStream.own(GPU).synchronize();
            DlpackProducer producer = new DlpackProducer() {
                @Override
                public DlpackCapsule dlpack(DlpackRequest request) {
                    LibCuda.of(0).call("cuMemcpyDtoDAsync_v2", target.address(), source.address(),
                            (long) N * Double.BYTES, theirs.handle());
                    new CudaStream(GPU, request.stream()).follow(theirs);
                    return Dlpack.export(target, DlpackRequest.ANY.stream(-1));
                }

                @Override
                public Device dlpackDevice() {
                    return GPU;
                }
            };
            try (NdArray taken = Dlpack.from(producer, DlpackRequest.ANY); NdArray sum = taken.add(taken);
                    NdArray here = sum.toDevice(Device.CPU)) {
                assertThat(taken.address()).isEqualTo(target.address());
                assertThat((double[]) here.toArray()).isEqualTo(all(4));
            }
        }
    }

    @Test
    void memoryGoesBackToItsProducerWhenOurWorkIsDone() {
        try (NdArray source = computed(2)) {
            NdArray taken = Dlpack.from(Dlpack.export(source));
            NdArray sum = taken.add(taken);
            assertThat(CudaStream.own(GPU).isDone()).isFalse();
            taken.close();
            assertThat(CudaStream.own(GPU).isDone()).isTrue();
            sum.close();
        }
    }

    @Test
    void whatWasPassedOnGoesBackToItsProducerWhenTheConsumersWorkIsDone() {
        CudaStream theirs = theirs();
        try (NdArray source = computed(2)) {
            NdArray taken = Dlpack.from(Dlpack.export(source));
            DlpackCapsule passed = Dlpack.export(taken, DlpackRequest.ANY.stream(theirs.handle()));
            taken.close();
            Copy late = new Copy(theirs, source.address());
            assertThat(theirs.isDone()).isFalse();
            passed.close();
            assertThat(theirs.isDone()).isTrue();
            assertThat(late.read()).isEqualTo(all(2));
        }
    }

    @Test
    void eventsAreWaitedForAndClosed() {
        CudaStream own = CudaStream.own(GPU);
        try (NdArray _ = computed(1)) {
            CudaEvent event = own.record();
            assertThat(event.isDone()).isFalse();
            theirs().waitFor(event);
            CudaEvent.foreign(GPU, event.handle()).close();
            event.synchronize();
            assertThat(event.isDone()).isTrue();
            event.close();
            event.close();
            assertThatThrownBy(event::synchronize).isInstanceOf(ClosedException.class);
        }
        assertThatThrownBy(() -> new CudaStream(GPU, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CudaStream(Device.CPU, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CudaEvent.foreign(GPU, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CudaStream.own(Device.cuda(9))).isInstanceOf(DeviceException.class)
                .hasMessageContaining("cuda:9");
    }

    @Test
    void largeCopiesGoInPieces() {
        long n = (13L << 20) / Double.BYTES + 3;
        try (NdArray here = np.arange(n); NdArray there = here.toDevice(GPU);
                NdArray twice = there.add(there); NdArray back = twice.toDevice(Device.CPU);
                NdArray wanted = here.add(here)) {
            assertThat(np.arrayEqual(back, wanted)).isTrue();
        }
    }
}
