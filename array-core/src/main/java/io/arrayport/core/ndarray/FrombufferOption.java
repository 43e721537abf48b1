package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.DiagonalOption.Offset;
import io.arrayport.core.ndarray.Option.DtypeOption;

/** Options of {@code np.frombuffer}. */
public sealed interface FrombufferOption extends Option permits DtypeOption, FrombufferOption.Count, Offset {
    /**
     * How many elements.
     *
     * @param elements -1 for as many as there are, or of replacements as are to be made; of bits, any negative number
     *        cuts so many off
     */
    record Count(long elements)
            implements FrombufferOption, FromstringOption, UnpackbitsOption, ReplaceOption, FromfileOption {}
}
