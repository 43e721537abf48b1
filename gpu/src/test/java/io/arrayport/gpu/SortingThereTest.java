package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.kind;
import static io.arrayport.core.Options.side;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Side;
import io.arrayport.core.ndarray.SortKind;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sorted elements and positions of every type: one tile, several, and many short rows, compared with the host's. */
class SortingThereTest {
    private static final int LAUNCH_OUT_OF_RESOURCES = 701;
    /** Three tiles and a part. */
    private static final int LONG = 1792 * 3 + 700;

    @BeforeAll
    static void aDevice() {
        assumeTrue(Emulator.get().isPresent() || CudaDriver.probe().available(),
                "neither g++ for the emulator nor a GPU is here");
    }

    private static void sorts(String what, NdArray a, int along) {
        NdArray there = a.toDevice(Both.GPU);
        Both.same(what + " sort", np.sort(a, axis(along)), np.sort(there, axis(along)));
        Both.same(what + " argsort", np.argsort(a, axis(along), kind(SortKind.STABLE)),
                np.argsort(there, axis(along), kind(SortKind.STABLE)));
    }

    @Test
    void oneRow() {
        try (Scope _ = np.scope()) {
            for (DType type : Samples.types()) {
                sorts(type.str(), Samples.of(type, 300, 1), 0);
                sorts(type.str() + " reversed", Samples.of(type, 99, 2).get("::-2"), 0);
            }
        }
    }

    @Test
    void severalTiles() {
        try (Scope _ = np.scope()) {
            for (DType type : Samples.types()) {
                sorts(type.str() + " long", Samples.of(type, LONG, 3), 0);
            }
            sorts("rows", Samples.of(DType.FLOAT32, 4 * 2000, 5).reshape(2000, 4), 0);
            sorts("exact", Samples.of(DType.INT32, 1792 * 2, 5), 0);
        }
    }

    @Test
    void manyShortRows() {
        try (Scope _ = np.scope()) {
            for (DType type : Samples.types()) {
                NdArray a = Samples.of(type, 3 * 70 * 13, 4).reshape(3, 70, 13);
                sorts(type.str() + " last", a, -1);
                sorts(type.str() + " middle", a.transpose(1, 2, 0).get("::-1, ::3"), 1);
            }
        }
    }

    @Test
    void inPlaceThroughAView() {
        try (Scope _ = np.scope()) {
            NdArray a = Samples.of(DType.FLOAT64, 40, 6).reshape(8, 5);
            NdArray there = a.toDevice(Both.GPU);
            a.get("::2, 1:").sort(axis(0));
            there.get("::2, 1:").sort(axis(0));
            Both.same("view", a, there);
            Both.same("partition", np.sort(np.partition(a, 3)), np.sort(np.partition(there, 3)));
            Both.same("argpartition", third(a), third(there)); // of equal ones, as 0 and -0, any may be
        }
    }

    private static NdArray third(NdArray a) {
        return np.takeAlongAxis(a, np.argpartition(a, 2), axis(1)).get(":, 2").add(0);
    }

    @Test
    void bySeveralArrays() {
        try (Scope _ = np.scope()) {
            for (DType type : Samples.types()) {
                NdArray first = np.remainder(np.arange(200).multiply(7), 5);
                NdArray second = Samples.of(type, 200, 7);
                Both.same(type.str(), np.lexsort(List.of(second, first)),
                        np.lexsort(List.of(second.toDevice(Both.GPU), first.toDevice(Both.GPU))));
                Both.same(type.str(), np.lexsort(List.of(first, second)),
                        np.lexsort(List.of(first.toDevice(Both.GPU), second.toDevice(Both.GPU))));
            }
        }
    }

    @Test
    void whereValuesBelong() {
        try (Scope _ = np.scope()) {
            for (DType type : Samples.types()) {
                NdArray a = Samples.of(type, 100, 8);
                NdArray sorted = np.sort(a);
                NdArray values = Samples.of(type, 30, 9).reshape(5, 6).T();
                for (Side side : Side.values()) {
                    Both.same(type + " " + side, np.searchsorted(sorted, values, side(side)), np.searchsorted(
                            sorted.toDevice(Both.GPU), values.toDevice(Both.GPU), side(side)));
                }
            }
        }
    }

    @Test
    void nothingLeaksWhenTheDriverRefuses() {
        assumeTrue(Emulator.get().isPresent(), "failures are made by the emulator");
        try (Scope _ = np.scope()) {
            NdArray a = Samples.of(DType.COMPLEX64, 200, 1).toDevice(Both.GPU);
            np.sort(a).close();
            long before = Gpu.of(0).pool().usage().live();
            Emulator.fail("cuLaunchKernel", LAUNCH_OUT_OF_RESOURCES);
            assertThatThrownBy(() -> np.sort(a)).isInstanceOf(DeviceException.class);
            Emulator.fail("cuLaunchKernel", LAUNCH_OUT_OF_RESOURCES);
            assertThatThrownBy(() -> np.argsort(a)).isInstanceOf(DeviceException.class);
            assertThat(Gpu.of(0).pool().usage().live()).isEqualTo(before);
            assertThat(np.argsort(a).device()).isEqualTo(Both.GPU);
            assertThat(np.sort(a).toDevice(Device.CPU).size()).isEqualTo(200);
        }
    }
}
