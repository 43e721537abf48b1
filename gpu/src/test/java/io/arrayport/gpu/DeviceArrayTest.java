package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.out;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteOrder;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeviceArrayTest {
    private static final Device GPU = Device.cuda(0);

    @BeforeAll
    static void aDevice() {
        assumeTrue(Emulator.get().isPresent() || CudaDriver.probe().available(),
                "neither g++ for the emulator nor a GPU is here");
    }

    @Test
    void arraysGoThereAndBack() {
        try (Scope _ = np.scope()) {
            for (DType type : DType.ALL) {
                NdArray a = np.arange(24).reshape(2, 3, 4).astype(type).transpose(2, 0, 1);
                NdArray there = a.toDevice(GPU);
                assertThat(there.device()).isEqualTo(GPU);
                assertThat(np.arrayEqual(there.toDevice(Device.CPU), a)).as(type.name()).isTrue();
            }
        }
    }

    @Test
    void sumsOfEveryTypeAndLayout() {
        try (Scope _ = np.scope()) {
            for (DType type : DType.ALL) {
                for (DType order : List.of(type, type.withOrder(ByteOrder.BIG_ENDIAN))) {
                    NdArray a = np.arange(60).reshape(3, 4, 5).astype(order);
                    NdArray b = np.arange(5).astype(order);
                    NdArray there = a.toDevice(GPU);
                    NdArray sum = there.get("::-1, ::2").add(b.toDevice(GPU));
                    assertThat(sum.device()).isEqualTo(GPU);
                    assertThat(np.arrayEqual(sum.toDevice(Device.CPU), a.get("::-1, ::2").add(b))).as(order.str())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyCast() {
        try (Scope _ = np.scope()) {
            NdArray from = np.array(new double[]{0, 1, -1, 2.5, 3.5, -2.5, 127, 128, 255, 256, 65504, 65519.9, 65520,
                    1e5, 1e-8, -1e10, 1e19, 1e39, Double.NaN, Double.POSITIVE_INFINITY, 2049, 4097.0000001});
            for (DType a : DType.ALL) {
                NdArray here = from.astype(a);
                NdArray there = here.toDevice(GPU);
                for (DType b : DType.ALL) {
                    assertThat(np.arrayEqual(there.astype(b).toDevice(Device.CPU), here.astype(b),
                            true)).as(a + " to " + b).isTrue();
                }
            }
        }
    }

    @Test
    void fillsAndMasks() {
        try (Scope _ = np.scope()) {
            NdArray a = np.on(GPU).full(shape(3, 5), 7);
            NdArray mask = np.remainder(np.arange(15).reshape(3, 5), 2).astype(DType.BOOL).toDevice(GPU);
            NdArray out = np.on(GPU).zeros(shape(3, 5), DType.INT64);
            np.add(a, a, out(out), where(mask));
            assertThat(out.toDevice(Device.CPU).tolist()).isEqualTo(
                    np.remainder(np.arange(15).reshape(3, 5), 2).multiply(14).tolist());
            assertThat(np.where(mask, a, out).toDevice(Device.CPU).tolist()).isEqualTo(
                    np.remainder(np.arange(15).reshape(3, 5), 2).multiply(7).tolist());
        }
    }

    @Test
    void theHostCannotLookThere() {
        try (Scope _ = np.scope()) {
            NdArray a = np.on(GPU).zeros(shape(3), DType.FLOAT64);
            assertThatThrownBy(() -> np.packbits(a.astype(DType.UINT8))).isInstanceOf(DeviceException.class)
                    .hasMessageContaining("copy them to the host");
            assertThatThrownBy(() -> a.add(np.zeros(shape(3)))).hasMessageContaining("cuda:0");
        }
    }

    @Test
    void whatIsMadeThereLiesThere() {
        try (Scope _ = np.scope()) {
            for (NdArray made : List.of(np.on(GPU).array(List.of(1, 2)), np.on(GPU).array(1.0, 2.0),
                    np.on(GPU).array(new Object[]{1, 2}), np.on(GPU).array(new double[][]{{1}, {2}}),
                    np.on(GPU).asarray(List.of(1, 2)), np.on(GPU).full(shape(2), 1))) {
                assertThat(made.device()).isEqualTo(GPU);
            }
            assertThat(np.on(GPU).array(List.of(1, 2)).toDevice(Device.CPU).tolist()).isEqualTo(List.of(1L, 2L));
        }
    }
}
