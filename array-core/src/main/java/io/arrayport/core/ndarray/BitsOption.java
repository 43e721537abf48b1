package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.BitsOption.Bitorder;
import io.arrayport.core.ndarray.Option.Axis;

/** Options of {@code np.packbits}. */
public sealed interface BitsOption extends Option permits Axis, Bitorder {
    /**
     * Which bit of a byte comes first.
     *
     * @param order big takes the one of highest value
     */
    record Bitorder(BitOrder order) implements BitsOption, UnpackbitsOption {}
}
