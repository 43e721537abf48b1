package io.arrayport.core;

import io.arrayport.core.ndarray.ClipOption;
import io.arrayport.core.ndarray.ExtremumOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PtpOption;
import io.arrayport.core.statistics.Differencing;
import io.arrayport.core.statistics.NanReductions;
import org.jspecify.annotations.Nullable;

/** The greatest and the least elements, along the axes that the options name or of all elements. */
public sealed interface Extrema permits Np {
    /** See {@link NdArray#max}. */
    default NdArray max(NdArray a, ExtremumOption... options) {
        return a.max(options);
    }

    /** {@link #max} by its other name. */
    default NdArray amax(NdArray a, ExtremumOption... options) {
        return a.max(options);
    }

    /** See {@link NdArray#min}. */
    default NdArray min(NdArray a, ExtremumOption... options) {
        return a.min(options);
    }

    /** {@link #min} by its other name. */
    default NdArray amin(NdArray a, ExtremumOption... options) {
        return a.min(options);
    }

    /** The greatest of what is not NaN; NaN where there is nothing else. */
    default NdArray nanmax(NdArray a, ExtremumOption... options) {
        return NanReductions.max(a, options);
    }

    /** The least of what is not NaN; NaN where there is nothing else. */
    default NdArray nanmin(NdArray a, ExtremumOption... options) {
        return NanReductions.min(a, options);
    }

    /** The greatest element less the least one, "peak to peak"; bools are refused. */
    default NdArray ptp(NdArray a, PtpOption... options) {
        return Differencing.ptp(a, options);
    }

    /** Brings elements between the bounds that the options name: a new array, or {@code out}. */
    default NdArray clip(NdArray a, ClipOption... options) {
        return a.clip(options);
    }

    /** See {@link NdArray#clip(Number, Number)}. */
    default NdArray clip(NdArray a, @Nullable Number aMin, @Nullable Number aMax) {
        return a.clip(aMin, aMax);
    }
}
