package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.CloseOption.Atol;
import io.arrayport.core.ndarray.CloseOption.Rtol;
import io.arrayport.core.ndarray.UniqueOption.EqualNan;

/** Options of {@code np.isclose} and {@code np.allclose}. */
public sealed interface CloseOption extends Option permits Rtol, Atol, EqualNan {
    /**
     * How far apart numbers may be, as a part of the second one.
     *
     * @param tolerance a Number, or an array that is broadcast
     */
    record Rtol(Object tolerance) implements CloseOption, CloseAssertionOption {}

    /**
     * How far apart numbers may be.
     *
     * @param tolerance a Number, or an array that is broadcast
     */
    record Atol(Object tolerance) implements CloseOption, CloseAssertionOption {}
}
