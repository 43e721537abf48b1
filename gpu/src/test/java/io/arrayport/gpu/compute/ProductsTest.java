package io.arrayport.gpu.compute;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.shape;
import static io.arrayport.gpu.compute.OnDevice.GPU;
import static io.arrayport.gpu.compute.OnDevice.here;
import static io.arrayport.gpu.compute.OnDevice.operand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.function.UnaryOperator;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.CudaPrecision;
import io.arrayport.gpu.emulator.Emulator;
import io.arrayport.gpu.library.Blas;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Products of matrices, by cuBLAS and by kernels of ours, beside those of main memory. */
class ProductsTest {
    /** Other layouts of the same numbers: columns first, gaps, backwards, rows apart. */
    private static final List<UnaryOperator<NdArray>> LAYOUTS = List.of(
            NdArray::copy,
            a -> np.swapaxes(np.swapaxes(a, -1, -2).copy(), -1, -2),
            a -> {
                NdArray wide = np.zeros(shape(a.shape().dim(0), a.shape().dim(1), 2 * a.shape().dim(2)), a.dtype());
                np.copyto(wide.get("..., ::2"), a);
                return wide.get("..., ::2");
            },
            a -> np.flip(np.flip(a).copy()),
            a -> {
                NdArray more = np.zeros(shape(2 * a.shape().dim(0), a.shape().dim(1) + 3, a.shape().dim(2) + 1),
                        a.dtype());
                np.copyto(more.get("::-2, 3:, 1:"), a);
                return more.get("::-2, 3:, 1:");
            });

    @BeforeAll
    static void aDevice() {
        OnDevice.require();
    }

    /** Whole numbers so small that no sum of products is rounded. */
    private static NdArray numbers(DType type, long... dims) {
        NdArray all = np.remainder(np.arange(shape(dims).size()).multiply(7), 11).reshape(dims);
        NdArray signed = type.kind() == 'u' || type.kind() == 'b' ? all : all.subtract(5);
        return type.kind() == 'c'
                ? np.add(signed, np.multiply(np.flip(all), np.array(List.of(new Complex(0, 1))))).astype(type)
                : signed.astype(type);
    }

    private static void compare(@Nullable Blas blas, NdArray a, boolean conjugate, NdArray b, NdArray to,
            UnaryOperator<NdArray> layout) {
        Backend.of("test", Device.CPU).multiply(operand(a), conjugate, operand(b), operand(to));
        NdArray there = layout.apply(np.zeros(to.shape(), to.dtype())).toDevice(GPU);
        new Products(OnDevice.backend(), blas).multiply(operand(layout.apply(a).toDevice(GPU)), conjugate,
                operand(b.toDevice(GPU)), operand(there));
        assertThat(np.arrayEqual(here(there), to)).as(a.dtype() + " " + a.layout() + " * " + b.layout() + " of "
                + LAYOUTS.indexOf(layout) + " to " + there.layout() + (blas == null ? " by us" : " by cuBLAS"))
                .isTrue();
    }

    @Test
    void everyTypeAndLayout() {
        for (Blas blas : new @Nullable Blas[]{Blas.get(), null}) {
            for (DType type : DType.ALL) {
                for (UnaryOperator<NdArray> layout : LAYOUTS) {
                    try (Scope _ = np.scope()) {
                        NdArray a = numbers(type, 2, 5, 7);
                        NdArray b = layout.apply(numbers(type, 2, 7, 3));
                        compare(blas, a, false, b, np.zeros(shape(2, 5, 3), type), layout);
                        compare(blas, a, true, b, np.zeros(shape(2, 5, 3), type), layout);
                    }
                }
            }
        }
    }

    @Test
    void manyTiles() {
        for (Blas blas : new @Nullable Blas[]{Blas.get(), null}) {
            try (Scope _ = np.scope()) {
                compare(blas, numbers(DType.INT32, 1, 70, 9), false, numbers(DType.INT32, 1, 9, 130),
                        np.zeros(shape(1, 70, 130), DType.INT32), LAYOUTS.getFirst());
                compare(blas, numbers(DType.FLOAT32, 3, 65, 4), false, numbers(DType.FLOAT32, 3, 4, 64),
                        np.zeros(shape(3, 65, 64), DType.FLOAT32), LAYOUTS.getLast());
            }
        }
    }

    @Test
    void longSumsInPieces() {
        for (DType type : List.of(DType.INT64, DType.UINT8, DType.BOOL, DType.FLOAT16, DType.FLOAT64,
                DType.COMPLEX64)) {
            try (Scope _ = np.scope()) {
                compare(null, numbers(type, 2, 2, 1030), true, numbers(type, 2, 1030, 3),
                        np.zeros(shape(2, 2, 3), type),
                        LAYOUTS.get(3));
                compare(null, numbers(type, 1, 1, 2049), false, numbers(type, 1, 2049, 1),
                        np.zeros(shape(1, 1, 1), type),
                        LAYOUTS.getFirst());
            }
        }
    }

    @Test
    void vectorsStacksAndEmptyOnes() {
        try (Scope _ = np.scope()) {
            for (DType type : List.of(DType.FLOAT32, DType.COMPLEX128, DType.INT16)) {
                for (long[][] dims : new long[][][]{{{6}, {6}}, {{4, 6}, {6}}, {{6}, {6, 5}}, {{3, 4, 6}, {6}},
                        {{3, 1, 6}, {3, 6, 5}}, {{3, 1, 1, 6}, {2, 6, 5}}, {{2, 3, 4, 6}, {6, 5}}, {{0, 4}, {4, 3}},
                        {{2, 0}, {0, 3}}, {{0}, {0}}, {{3, 1, 6}, {6, 5}}, {{6, 5}, {4, 5, 1}}}) {
                    NdArray a = numbers(type, dims[0]);
                    NdArray b = numbers(type, dims[1]);
                    NdArray product = here(np.matmul(a.toDevice(GPU), b.toDevice(GPU)));
                    assertThat(np.arrayEqual(product, np.matmul(a, b))).as(type + " " + a.shape() + " " + b.shape())
                            .isTrue();
                }
                NdArray x = numbers(type, 3, 4, 6);
                NdArray y = numbers(type, 4, 6);
                assertThat(np.arrayEqual(here(np.vecdot(x.toDevice(GPU), y.toDevice(GPU))), np.vecdot(x, y))).isTrue();
            }
        }
    }

    @Test
    void precisionIsGivenUpOnlyIfAllowed() {
        assumeTrue(Emulator.get().isPresent(), "the emulator rounds as TF32 does");
        try (Scope _ = np.scope()) {
            NdArray a = np.full(shape(2, 2), 1 + 1.0 / (1 << 12), DType.FLOAT32);
            NdArray there = a.toDevice(GPU);
            NdArray exact = np.matmul(a, a);
            assertThat(np.arrayEqual(here(np.matmul(there, there)), exact)).isTrue();
            CudaPrecision.allowTf32(true);
            try {
                assertThat(CudaPrecision.isTf32Allowed()).isTrue();
                assertThat(here(np.matmul(there, there)).tolist()).isEqualTo(np.full(shape(2, 2), 2.0).tolist());
                NdArray wide = there.astype(DType.FLOAT64);
                assertThat(np.arrayEqual(here(np.matmul(wide, wide)), np.matmul(a.astype(DType.FLOAT64),
                        a.astype(DType.FLOAT64)))).isTrue();
            } finally {
                CudaPrecision.allowTf32(false);
            }
            assertThat(np.arrayEqual(here(np.matmul(there, there)), exact)).isTrue();
        }
    }

    @Test
    void whatCublasRefusesIsSaid() {
        assumeTrue(Emulator.get().isPresent(), "failures are made by the emulator, which needs g++");
        try (Scope _ = np.scope()) {
            NdArray a = np.ones(shape(3, 3)).toDevice(GPU);
            np.matmul(a, a);
            Emulator.failLibrary("libcublas.so.12", "cublasGemmStridedBatchedEx", 13);
            assertThatThrownBy(() -> np.matmul(a, a)).isInstanceOf(DeviceException.class).hasMessageContaining("13")
                    .hasMessageContaining("cublasGemmStridedBatchedEx").hasMessageContaining("EXECUTION_FAILED");
            assertThat(here(np.matmul(a, a)).tolist()).isEqualTo(np.full(shape(3, 3), 3.0).tolist());
        }
    }
}
