package io.arrayport.core;

import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.numeric.Bessel;
import io.arrayport.core.numeric.Sinc;
import io.arrayport.core.numeric.Softmax;
import io.arrayport.core.numeric.Windows;

/** Functions of signals: windows, and what they are made of. A window of one sample is 1, one of less is empty. */
public sealed interface SpecialFunctions permits Np {
    /** Where windows are made. */
    Device device();

    /** {@code M} samples that go straight up from 0 to 1 and down again: new, float64. */
    default NdArray bartlett(long M) {
        return new Windows(device(), M).bartlett();
    }

    /** {@code M} samples of a window of three cosines: new, float64. */
    default NdArray blackman(long M) {
        return new Windows(device(), M).blackman();
    }

    /** {@code M} samples of a raised cosine, from 0.08: new, float64. */
    default NdArray hamming(long M) {
        return new Windows(device(), M).hamming();
    }

    /** {@code M} samples of a raised cosine, from 0: new, float64. */
    default NdArray hanning(long M) {
        return new Windows(device(), M).hanning();
    }

    /** {@code M} samples of a window of Bessel functions; the greater {@code beta}, the narrower: new, float64. */
    default NdArray kaiser(long M, double beta) {
        return new Windows(device(), M).kaiser(beta);
    }

    /**
     * The modified Bessel function of the first kind, of order 0: new.
     *
     * @throws io.arrayport.core.error.DTypeException if {@code x} is not of real numbers
     */
    default NdArray i0(NdArray x) {
        return Bessel.i0(x);
    }

    /** {@code sin(pi x) / (pi x)}, 1 at 0: new. */
    default NdArray sinc(NdArray x) {
        return Sinc.of(x);
    }

    /** {@link #softmax(NdArray, int)} along the last axis. */
    default NdArray softmax(NdArray x) {
        return Softmax.probabilities(x, -1);
    }

    /**
     * Scores as probabilities that add up to 1 along an axis: {@code exp(x) / sum(exp(x))}, without overflow. Not in
     * NumPy; users of models know it.
     *
     * @return new; float64 of integers
     */
    default NdArray softmax(NdArray x, int axis) {
        return Softmax.probabilities(x, axis);
    }

    /** {@link #logSoftmax(NdArray, int)} along the last axis. */
    default NdArray logSoftmax(NdArray x) {
        return Softmax.logarithms(x, -1);
    }

    /** The logarithms of {@link #softmax(NdArray, int)}, without losing small probabilities: new. */
    default NdArray logSoftmax(NdArray x, int axis) {
        return Softmax.logarithms(x, axis);
    }
}
