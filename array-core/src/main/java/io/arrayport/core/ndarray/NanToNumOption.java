package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.NanToNumOption.Nan;
import io.arrayport.core.ndarray.NanToNumOption.Neginf;
import io.arrayport.core.ndarray.NanToNumOption.Posinf;
import io.arrayport.core.ndarray.Option.CopyOption;

/** Options of {@code np.nanToNum}. */
public sealed interface NanToNumOption extends Option permits CopyOption, Nan, Posinf, Neginf {
    /**
     * What stands in the place of NaN.
     *
     * @param value a Number, or an array that is broadcast
     */
    record Nan(Object value) implements NanToNumOption {}

    /**
     * What stands in the place of infinity.
     *
     * @param value a Number, or an array that is broadcast
     */
    record Posinf(Object value) implements NanToNumOption {}

    /**
     * What stands in the place of negative infinity.
     *
     * @param value a Number, or an array that is broadcast
     */
    record Neginf(Object value) implements NanToNumOption {}
}
