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

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Fourier;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.emulator.Emulator;
import io.arrayport.gpu.library.Fft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Fourier transforms, by cuFFT and by kernels of ours, beside those of main memory. */
class TransformsTest {
    @BeforeAll
    static void aDevice() {
        OnDevice.require();
    }

    private static NdArray numbers(DType type, long... dims) {
        NdArray all = np.sin(np.arange(shape(dims).size()).multiply(1.7)).reshape(dims);
        return type.kind() == 'c' ? np.add(all, np.multiply(np.cos(all.multiply(9)),
                np.array(List.of(new Complex(0, 1))))).astype(type)
                : all.astype(type);
    }

    private static void compare(@Nullable Fft library, Fourier kind, NdArray a, int axis, long n) {
        boolean isSingle = a.dtype().equals(DType.FLOAT32) || a.dtype().equals(DType.COMPLEX64);
        long[] dims = a.shape().toArray();
        dims[axis] = kind == Fourier.REAL ? n / 2 + 1 : n;
        DType type = kind == Fourier.HERMITIAN ? isSingle ? DType.FLOAT32 : DType.FLOAT64
                : isSingle ? DType.COMPLEX64 : DType.COMPLEX128;
        NdArray expected = np.zeros(shape(dims), type);
        Backend.of("test", Device.CPU).fourier(kind, operand(a), axis, n, 0.25, operand(expected));
        NdArray there = np.zeros(shape(dims), type).toDevice(GPU);
        new Transforms(OnDevice.backend(), library).run(kind, operand(a.toDevice(GPU)), axis, n, 0.25,
                operand(there));
        double worst = np.abs(np.subtract(here(there), expected).astype(DType.COMPLEX128)).max().toDouble();
        assertThat(worst).as(kind + " of " + n + " " + a.dtype() + " " + a.layout() + " along " + axis
                + (library == null ? " by us" : " by cuFFT"))
                .isLessThan(isSingle ? 1e-6 : 1e-13 * Math.sqrt((double) n));
    }

    @Test
    void everyKindLengthAndLayout() {
        for (Fft library : new @Nullable Fft[]{Fft.get(), null}) {
            for (Fourier kind : Fourier.values()) {
                for (DType type : kind == Fourier.REAL ? List.of(DType.FLOAT32, DType.FLOAT64)
                        : kind == Fourier.HERMITIAN ? List.of(DType.COMPLEX64, DType.COMPLEX128)
                                : List.of(DType.FLOAT64, DType.COMPLEX64, DType.COMPLEX128)) {
                    for (long n : new long[]{1, 2, 3, 8, 12}) {
                        try (Scope _ = np.scope()) {
                            NdArray a = numbers(type, 3, 9, 2);
                            compare(library, kind, a, 1, n);
                            compare(library, kind, np.flip(a.transpose(1, 0, 2)), 0, n);
                        }
                    }
                }
            }
        }
    }

    @Test
    void longRowsAndManyPlans() {
        for (Fft library : new @Nullable Fft[]{Fft.get(), null}) {
            for (long n : new long[]{256, 210, 251, 127, 128, 129, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 256}) {
                try (Scope _ = np.scope()) {
                    compare(library, Fourier.FORWARD, numbers(DType.COMPLEX128, 2, n), 1, n);
                }
            }
        }
    }

    @Test
    void throughTheNamespace() {
        try (Scope _ = np.scope()) {
            NdArray a = numbers(DType.FLOAT64, 4, 6);
            NdArray there = a.toDevice(GPU);
            assertThat(np.allclose(here(np.fft.fft2(there)), np.fft.fft2(a))).isTrue();
            assertThat(np.allclose(here(np.fft.irfft(np.fft.rfft(there))), a)).isTrue();
            assertThat(np.fft.fft(np.on(GPU).zeros(shape(0, 3))).shape()).isEqualTo(shape(0, 3));
        }
    }

    @Test
    void whatCufftRefusesIsSaid() {
        assumeTrue(Emulator.get().isPresent(), "failures are made by the emulator, which needs g++");
        try (Scope _ = np.scope()) {
            NdArray a = numbers(DType.FLOAT64, 5).toDevice(GPU);
            for (String function : List.of("cufftMakePlanMany64", "cufftExecD2Z")) {
                Emulator.failLibrary("libcufft.so.11", function, 2);
                assertThatThrownBy(() -> np.fft.rfft(a)).isInstanceOf(DeviceException.class)
                        .hasMessageContaining("ALLOC_FAILED");
                assertThat(np.allclose(here(np.fft.rfft(a)), np.fft.rfft(numbers(DType.FLOAT64, 5)))).isTrue();
            }
        }
    }
}
