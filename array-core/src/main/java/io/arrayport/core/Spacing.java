package io.arrayport.core;

import io.arrayport.core.creation.Spaced;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.LogspaceOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.SpacingOption;
import io.arrayport.core.ndarray.SpacingOption.Retstep;

/**
 * Numbers from one end to another, 50 unless told, the far end included unless told. Ends are numbers, which are weak,
 * or arrays; between these, each pair of elements has its row, along the first axis of the result unless told. New, of
 * the floating or complex type that the ends promote to unless another is named.
 */
public sealed interface Spacing permits Np {
    /** Where arrays are made. */
    Device device();

    /**
     * Evenly spaced numbers.
     *
     * @throws io.arrayport.core.error.ShapeException if there are to be fewer than none
     */
    default NdArray linspace(Number start, Number stop, SpacingOption... options) {
        return Spaced.of("linspace", device(), options).linear(start, stop);
    }

    /** As {@link #linspace(Number, Number, SpacingOption...)}, to each of {@code stop}. */
    default NdArray linspace(Number start, @ArrayOnly NdArray stop, SpacingOption... options) {
        return Spaced.of("linspace", device(), options).linear(start, stop);
    }

    /** As {@link #linspace(Number, Number, SpacingOption...)}, from each of {@code start}. */
    default NdArray linspace(@ArrayOnly NdArray start, Number stop, SpacingOption... options) {
        return Spaced.of("linspace", device(), options).linear(start, stop);
    }

    /** As {@link #linspace(Number, Number, SpacingOption...)}, from each of {@code start} to that of {@code stop}. */
    default NdArray linspace(NdArray start, NdArray stop, SpacingOption... options) {
        return Spaced.of("linspace", device(), options).linear(start, stop);
    }

    /** As {@link #linspace(Number, Number, SpacingOption...)}, and the distance between two numbers. */
    default ArrayPair linspace(Number start, Number stop, Retstep retstep, SpacingOption... options) {
        return Spaced.of("linspace", device(), options).linearWithStep(start, stop);
    }

    /** As {@link #linspace(NdArray, NdArray, SpacingOption...)}, and the distances between two numbers. */
    default ArrayPair linspace(NdArray start, NdArray stop, Retstep retstep, SpacingOption... options) {
        return Spaced.of("linspace", device(), options).linearWithStep(start, stop);
    }

    /** Powers of a base, 10 unless told, whose exponents are evenly spaced. */
    default NdArray logspace(Number start, Number stop, LogspaceOption... options) {
        return Spaced.of("logspace", device(), options).powers(start, stop, options);
    }

    /** As {@link #logspace(Number, Number, LogspaceOption...)}, between each pair of elements. */
    default NdArray logspace(NdArray start, NdArray stop, LogspaceOption... options) {
        return Spaced.of("logspace", device(), options).powers(start, stop, options);
    }

    /**
     * Numbers each of which is the one before it times the same factor.
     *
     * @throws IllegalArgumentException if an end is 0
     */
    default NdArray geomspace(Number start, Number stop, SpacingOption... options) {
        return Spaced.of("geomspace", device(), options).geometric(start, stop);
    }

    /** As {@link #geomspace(Number, Number, SpacingOption...)}, between each pair of elements. */
    default NdArray geomspace(NdArray start, NdArray stop, SpacingOption... options) {
        return Spaced.of("geomspace", device(), options).geometric(start, stop);
    }
}
