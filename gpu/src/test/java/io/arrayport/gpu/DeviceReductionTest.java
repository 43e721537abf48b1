package io.arrayport.gpu;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.axis;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.equalNan;
import static io.arrayport.core.Options.initial;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.where;
import static io.arrayport.gpu.Both.GPU;
import static io.arrayport.gpu.Both.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;
import io.arrayport.gpu.driver.Gpu;
import io.arrayport.gpu.emulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reductions give the bits that main memory gives. */
class DeviceReductionTest {
    private static final int LAUNCH_OUT_OF_RESOURCES = 701;

    @BeforeAll
    static void aDevice() {
        assumeTrue(Emulator.get().isPresent() || CudaDriver.probe().available(),
                "neither g++ for the emulator nor a GPU is here");
    }

    /** Numbers whose sums depend on their order. */
    private static NdArray numbers(int n, DType type) {
        NdArray whole = np.remainder(np.arange(n).multiply(37).add(11), type.kind() == 'b' ? 2 : 101);
        return (type.kind() == 'f' || type.kind() == 'c' ? whole.multiply(0.37).subtract(3) : whole).astype(type);
    }

    private static List<NdArray> layouts(DType type) {
        NdArray a = numbers(3 * 70 * 40, type).reshape(3, 70, 40);
        List<NdArray> all = new ArrayList<>(List.of(a, a.transpose(2, 0, 1), a.get("::-1, ::2, 3:"),
                a.get("1, :, ::-3"), a.get("1, 2, 3"), a.get("0:0"), a.get("2, 5"),
                a.astype(type.withOrder(ByteOrder.BIG_ENDIAN)).get("0")));
        return all;
    }

    @Test
    void sumsAndProductsOfEveryTypeAndLayout() {
        for (DType type : DType.ALL) {
            try (Scope _ = np.scope()) {
                for (NdArray a : layouts(type)) {
                    same(a, x -> np.sum(x));
                    same(a, x -> np.prod(x));
                    for (int along = 0; along < a.ndim(); along++) {
                        int axis = along;
                        same(a, x -> np.sum(x, axis(axis)));
                        same(a, x -> np.prod(x, axis(axis)));
                    }
                }
            }
        }
    }

    @Test
    void extremesAndTruths() {
        for (DType type : DType.ALL) {
            try (Scope _ = np.scope()) {
                for (NdArray a : layouts(type)) {
                    same(a, x -> np.any(x));
                    same(a, x -> np.all(x));
                    same(a, x -> np.countNonzero(x));
                    if (a.size() > 0) {
                        same(a, x -> np.max(x));
                        same(a, x -> np.min(x));
                    }
                    for (int along = 0; along < a.ndim() && a.size() > 0; along++) {
                        int axis = along;
                        same(a, x -> np.max(x, axis(axis)));
                        same(a, x -> np.all(x, axis(axis)));
                        same(a, x -> np.countNonzero(x, axis(axis)));
                    }
                }
            }
        }
    }

    @Test
    void everyOperationThatReduces() {
        for (UFunc ufunc : Ufuncs.ALL) {
            if (ufunc.nin() != 2 || ufunc.nout() != 1) {
                continue;
            }
            for (DType type : DType.ALL) {
                try (Scope _ = np.scope()) {
                    NdArray a = np.array(new double[]{3, 1, 2, 5, 1, 1, 2, 7, 3, 1, 1, 4}).reshape(3, 4).astype(type);
                    NdArray here;
                    try {
                        here = new BinaryUfunc(ufunc).reduce(a);
                    } catch (RuntimeException without) {
                        continue; // has no reduction of this type
                    }
                    if (ufunc.method().equals("power") && (type.kind() == 'i' || type.kind() == 'b')) {
                        continue; // refused there: DeviceChainTest.powersOfIntegersAreNotReducedThere
                    }
                    NdArray there = new BinaryUfunc(ufunc).reduce(a.toDevice(GPU)).toDevice(Device.CPU);
                    assertThat(np.allclose(there, here, equalNan(true)))
                            .as("%s.reduce of %s: %s, not %s", ufunc.method(),
                                    type, there, here)
                            .isTrue();
                    NdArray rows = new BinaryUfunc(ufunc).accumulate(a.toDevice(GPU), axis(1));
                    NdArray rowsHere = new BinaryUfunc(ufunc).accumulate(a, axis(1));
                    assertThat(np.allclose(rows.toDevice(Device.CPU), rowsHere, equalNan(true)))
                            .as("%s.accumulate of %s", ufunc.method(), type).isTrue();
                }
            }
        }
    }

    @Test
    void longRowsInNumPysOrder() {
        for (DType type : List.of(DType.FLOAT16, DType.BFLOAT16, DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64,
                DType.COMPLEX128)) {
            try (Scope _ = np.scope()) {
                for (int n : new int[]{31, 32, 127, 128, 129, 136, 137, 255, 1000, 4099, 70_001}) {
                    same(numbers(n, type), x -> np.sum(x));
                    same(numbers(2 * n, type).get("::2"), x -> np.sum(x));
                    same(numbers(3 * n, type).reshape(3, n), x -> np.sum(x, axis(1)));
                }
                DType wide = type.kind() == 'c' ? DType.COMPLEX128 : DType.FLOAT64;
                same(numbers(20_000, type), x -> np.sum(x, dtype(wide)));
                same(numbers(20_000, type), x -> np.mean(x));
                same(numbers(60 * 70, type).reshape(60, 70), x -> np.sum(x, axis(0)));
                same(numbers(60 * 70, type).reshape(60, 70).transpose(), x -> np.sum(x));
            }
        }
    }

    @Test
    void aMillionAddsLikeTheCpu() {
        try (Scope _ = np.scope()) {
            same(numbers(1_200_007, DType.FLOAT32), x -> np.sum(x));
            same(numbers(1_200_007, DType.FLOAT64), x -> np.sum(x));
            same(numbers(600_001, DType.INT8), x -> np.sum(x));
            same(numbers(600_001, DType.UINT16).get("1:"), x -> np.max(x));
            same(numbers(600_001, DType.INT64), x -> np.argmax(x));
        }
    }

    @Test
    void whatIsCutDiffersByLittle() {
        try (Scope _ = np.scope()) {
            NdArray a = numbers(30_000, DType.FLOAT64).reshape(10_000, 3);
            NdArray there = a.toDevice(GPU);
            assertThat(np.allclose(np.sum(there, axis(0)).toDevice(Device.CPU), np.sum(a, axis(0)))).isTrue();
            NdArray near = a.multiply(1e-4).add(1);
            assertThat(np.allclose(np.prod(near.toDevice(GPU)).toDevice(Device.CPU), np.prod(near))).isTrue();
            assertThat(np.allclose(np.cumsum(there).toDevice(Device.CPU), np.cumsum(a))).isTrue();
            same(a.astype(DType.INT16), x -> np.cumsum(x));
            same(a.astype(DType.INT32), x -> np.cumsum(x, axis(0)));
            same(a.astype(DType.INT32), x -> np.prod(x, axis(0)));
        }
    }

    @Test
    void masksAndBeginnings() {
        for (DType type : DType.ALL) {
            try (Scope _ = np.scope()) {
                NdArray a = numbers(40 * 70, type).reshape(40, 70);
                NdArray mask = np.remainder(np.arange(40 * 70).reshape(40, 70), 7).astype(DType.BOOL);
                NdArray maskThere = mask.toDevice(GPU);
                Function<NdArray, NdArray> bools = x -> x.device().equals(GPU) ? maskThere : mask;
                same(a, x -> np.sum(x, where(bools.apply(x))));
                same(a, x -> np.sum(x, axis(0), where(bools.apply(x))));
                same(a, x -> np.sum(x, axis(1), where(bools.apply(x))));
                same(a, x -> np.max(x, axis(1), where(bools.apply(x)), initial(1)));
                same(a, x -> np.sum(x, initial(1), axis(0, 1)));
            }
        }
    }

    @Test
    void variances() {
        for (DType type : List.of(DType.FLOAT32, DType.FLOAT64, DType.INT32, DType.FLOAT16)) {
            try (Scope _ = np.scope()) {
                NdArray a = numbers(50 * 70, type).reshape(50, 70);
                same(a, x -> np.var(x));
                same(a, x -> np.var(x, axis(1)));
                same(a.transpose(), x -> np.std(x, axis(0)));
            }
        }
    }

    @Test
    void specialNumbers() {
        for (DType type : List.of(DType.FLOAT16, DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64, DType.COMPLEX128)) {
            try (Scope _ = np.scope()) {
                NdArray a = np.array(new double[]{1, Double.NaN, 3, Double.NEGATIVE_INFINITY, -0.0, 0, 3}).astype(type);
                for (NdArray b : List.of(a, np.tile(a, 40), a.get("2:"), np.tile(a.get("2:"), 40))) {
                    same(b, x -> np.max(x));
                    same(b, x -> np.min(x));
                    same(b, x -> np.argmax(x));
                    same(b, x -> np.argmin(x));
                    same(b, x -> np.sum(x));
                    same(b, x -> np.countNonzero(x));
                    same(b, x -> np.any(x));
                    same(b, x -> np.all(x));
                }
            }
        }
    }

    @Test
    void nothingToReduce() {
        try (Scope _ = np.scope()) {
            NdArray none = np.zeros(shape(0, 3));
            same(none, x -> np.sum(x));
            same(none, x -> np.prod(x, axis(0)));
            same(none, x -> np.cumsum(x, axis(0)));
            assertThatThrownBy(() -> np.max(none.toDevice(GPU))).hasMessageContaining("identity");
        }
    }

    @Test
    void aRefusedLaunchLeavesNothing() {
        assumeTrue(Emulator.get().isPresent(), "failures are made by the emulator");
        try (Scope _ = np.scope()) {
            NdArray a = numbers(50_000, DType.FLOAT32).toDevice(GPU);
            a.sum().close(); // or the collector would, between two looks at what is held
            long before = Gpu.of(0).pool().usage().live();
            for (int after = 0; after < 3; after++) {
                Emulator.fail("cuLaunchKernel", LAUNCH_OUT_OF_RESOURCES);
                assertThatThrownBy(() -> np.sum(a)).isInstanceOf(DeviceException.class);
                Emulator.fail("cuLaunchKernel", LAUNCH_OUT_OF_RESOURCES);
                assertThatThrownBy(() -> np.flatnonzero(a)).isInstanceOf(DeviceException.class);
                Emulator.fail("cuMemcpyHtoDAsync_v2", LAUNCH_OUT_OF_RESOURCES);
                assertThatThrownBy(() -> np.flatnonzero(a)).isInstanceOf(DeviceException.class);
                assertThat(Gpu.of(0).pool().usage().live()).isEqualTo(before);
            }
        }
    }
}
