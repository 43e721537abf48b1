package io.arrayport.core;

import io.arrayport.core.ndarray.DiffOption;
import io.arrayport.core.ndarray.Ediff1dOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.statistics.Differencing;

/** How elements differ from those before them. */
public sealed interface Differences permits Np {
    /**
     * The differences of neighbours along an axis, by default the last: of bools, whether they differ. One element less
     * for each time; {@code n(0)} gives {@code a} itself.
     *
     * @throws io.arrayport.core.error.ShapeException if {@code a} has no axis, or what is put before or behind does not
     *         fit
     */
    default NdArray diff(NdArray a, DiffOption... options) {
        return Differencing.diff(a, options);
    }

    /**
     * The differences of neighbours among all elements in C order.
     *
     * @return new, of {@code ary}'s type, 1-d
     * @throws io.arrayport.core.error.CastingException if what is put before or behind cannot become of that type
     */
    default NdArray ediff1d(NdArray ary, Ediff1dOption... options) {
        return Differencing.ediff1d(ary, options);
    }
}
