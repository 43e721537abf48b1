package io.arrayport.core;

import io.arrayport.core.linear.Convolution;
import io.arrayport.core.ndarray.ConvolveMode;
import io.arrayport.core.ndarray.NdArray;

/**
 * Vectors moved along each other. Results are new, of the type that both operands promote to. They take time in the
 * product of both lengths: for two long vectors a Fourier transform is faster.
 */
public sealed interface Convolutions permits Np {
    /**
     * The convolution: at each place the sum of products of {@code a} and the reversed {@code v}, while they overlap.
     *
     * @throws io.arrayport.core.error.ShapeException if an operand is empty, or no vector
     */
    default NdArray convolve(NdArray a, NdArray v) {
        return Convolution.convolve(a, v, ConvolveMode.FULL);
    }

    /** As {@link #convolve(NdArray, NdArray)}, at the places that {@code mode} says. */
    default NdArray convolve(NdArray a, NdArray v, ConvolveMode mode) {
        return Convolution.convolve(a, v, mode);
    }

    /**
     * The correlation: the sums of products of {@code a} and the conjugated {@code v}, at each place where the one lies
     * on the other as a whole.
     *
     * @throws io.arrayport.core.error.ShapeException if an operand is empty, or no vector
     */
    default NdArray correlate(NdArray a, NdArray v) {
        return Convolution.correlate(a, v, ConvolveMode.VALID);
    }

    /** As {@link #correlate(NdArray, NdArray)}, at the places that {@code mode} says. */
    default NdArray correlate(NdArray a, NdArray v, ConvolveMode mode) {
        return Convolution.correlate(a, v, mode);
    }
}
