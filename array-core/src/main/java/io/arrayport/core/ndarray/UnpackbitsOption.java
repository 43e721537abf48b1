package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.BitsOption.Bitorder;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.UnpackbitsOption.Count;

/** Options of {@code np.unpackbits}. */
public sealed interface UnpackbitsOption extends Option permits Axis, Count, Bitorder {
    /**
     * How many bits are wanted.
     *
     * @param bits zeros follow where there are not as many; of negative ones so many are cut off
     */
    record Count(long bits) implements UnpackbitsOption {}
}
