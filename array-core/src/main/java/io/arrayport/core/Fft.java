package io.arrayport.core;

import java.util.List;
import java.util.function.Supplier;

import io.arrayport.core.backend.Fourier;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.FourierAxesOption;
import io.arrayport.core.ndarray.FourierOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.ShiftOption;
import io.arrayport.core.spectrum.AxesTransforms;
import io.arrayport.core.spectrum.Frequencies;
import io.arrayport.core.spectrum.Transforms;

/**
 * {@code np.fft}: discrete Fourier transforms, on the calling thread; the same numbers give the same bits.
 *
 * <p>Results are new arrays in the memory order of their operand, or {@code out}, which may be the operand itself. Of
 * float16, float32 and complex64 they are as narrow, though computed in float64; of other numbers float64 or
 * complex128. {@code n} and {@code s} cut what is transformed, or put zeros behind it; {@code norm} says which way is
 * divided by the number of elements, the way back unless told.
 *
 * <p>Rows are copied to Java's heap and back, up to 8 at a time: 32 bytes there for each of their elements, up to 450
 * where the length has a prime factor above 31; never the array as a whole, unless it is one row. On a device they are
 * worked on in its memory. All of these
 * functions throw {@link io.arrayport.core.error.ShapeException} if there is nothing to transform or {@code out} has
 * another shape, {@link io.arrayport.core.error.AxisException} if there is no such axis, {@link
 * io.arrayport.core.error.DTypeException} of times, {@link io.arrayport.core.error.CastingException} if the result does
 * not go into {@code out}, and {@link io.arrayport.core.error.MemoryBudgetException} if a row does not go into the
 * heap.
 */
public final class Fft {
    private static final List<Integer> LAST_TWO = List.of(-2, -1);

    private final Supplier<Device> device;

    Fft(Supplier<Device> device) {
        this.device = device;
    }

    /** From n numbers to n complex ones: {@code X[k] = sum of x[j] exp(-2 pi i j k / n)}. */
    public NdArray fft(NdArray a, FourierOption... options) {
        return Transforms.of("fft", Fourier.FORWARD, a, options);
    }

    /** The way back of {@link #fft}. */
    public NdArray ifft(NdArray a, FourierOption... options) {
        return Transforms.of("ifft", Fourier.BACKWARD, a, options);
    }

    /** From n real numbers to the first {@code n / 2 + 1} of {@link #fft}'s, of which the others are conjugates. */
    public NdArray rfft(NdArray a, FourierOption... options) {
        return Transforms.of("rfft", Fourier.REAL, a, options);
    }

    /** The way back of {@link #rfft}: n real numbers, {@code 2 (m - 1)} from m unless {@code n(...)} says. */
    public NdArray irfft(NdArray a, FourierOption... options) {
        return Transforms.of("irfft", Fourier.HERMITIAN, a, options);
    }

    /** From the first half of numbers whose second one is conjugate, in time, to real ones: as {@link #irfft}. */
    public NdArray hfft(NdArray a, FourierOption... options) {
        return Transforms.hermitian(a, options);
    }

    /** The way back of {@link #hfft}: as {@link #rfft}. */
    public NdArray ihfft(NdArray a, FourierOption... options) {
        return Transforms.hermitianInverse(a, options);
    }

    /** {@link #fft} along all axes, or those of {@code axes(...)}, the last one first. */
    public NdArray fftn(NdArray a, FourierAxesOption... options) {
        return AxesTransforms.of("fftn", Fourier.FORWARD, a, null, options).complex(a, Fourier.FORWARD);
    }

    /** The way back of {@link #fftn}. */
    public NdArray ifftn(NdArray a, FourierAxesOption... options) {
        return AxesTransforms.of("ifftn", Fourier.BACKWARD, a, null, options).complex(a, Fourier.BACKWARD);
    }

    /** {@link #rfft} along the last of these axes, {@link #fft} along the others. */
    public NdArray rfftn(NdArray a, FourierAxesOption... options) {
        return AxesTransforms.of("rfftn", Fourier.REAL, a, null, options).real(a);
    }

    /** The way back of {@link #rfftn}. */
    public NdArray irfftn(NdArray a, FourierAxesOption... options) {
        return AxesTransforms.of("irfftn", Fourier.HERMITIAN, a, null, options).hermitian(a);
    }

    /** {@link #fftn} along the last two axes unless others are named. */
    public NdArray fft2(NdArray a, FourierAxesOption... options) {
        return AxesTransforms.of("fft2", Fourier.FORWARD, a, LAST_TWO, options).complex(a, Fourier.FORWARD);
    }

    /** {@link #ifftn} along the last two axes unless others are named. */
    public NdArray ifft2(NdArray a, FourierAxesOption... options) {
        return AxesTransforms.of("ifft2", Fourier.BACKWARD, a, LAST_TWO, options).complex(a, Fourier.BACKWARD);
    }

    /** {@link #rfftn} along the last two axes unless others are named. */
    public NdArray rfft2(NdArray a, FourierAxesOption... options) {
        return AxesTransforms.of("rfft2", Fourier.REAL, a, LAST_TWO, options).real(a);
    }

    /** {@link #irfftn} along the last two axes unless others are named. */
    public NdArray irfft2(NdArray a, FourierAxesOption... options) {
        return AxesTransforms.of("irfft2", Fourier.HERMITIAN, a, LAST_TWO, options).hermitian(a);
    }

    /** The frequencies of {@link #fft}'s n numbers, of samples 1 apart: 0, 1 / n and so on, then negative ones. */
    public NdArray fftfreq(long n) {
        return fftfreq(n, 1);
    }

    /**
     * As {@link #fftfreq(long)}.
     *
     * @param d how far samples lie apart
     */
    public NdArray fftfreq(long n, double d) {
        return Frequencies.all(device.get(), n, d);
    }

    /** The frequencies of {@link #rfft}'s numbers: those from 0 on. */
    public NdArray rfftfreq(long n) {
        return rfftfreq(n, 1);
    }

    /**
     * As {@link #rfftfreq(long)}.
     *
     * @param d how far samples lie apart
     */
    public NdArray rfftfreq(long n, double d) {
        return Frequencies.half(device.get(), n, d);
    }

    /** The frequency 0 moved from the front of all axes, or those of {@code axes(...)}, to their middle: new. */
    public NdArray fftshift(NdArray x, ShiftOption... options) {
        return Frequencies.shifted("fftshift", x, false, options);
    }

    /** The way back of {@link #fftshift}: new. */
    public NdArray ifftshift(NdArray x, ShiftOption... options) {
        return Frequencies.shifted("ifftshift", x, true, options);
    }
}
