package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.AssertionOption.ErrMsg;
import io.arrayport.core.ndarray.AssertionOption.Verbose;

/** Options of {@code np.testing.assert_array_almost_equal}. */
public sealed interface DecimalAssertionOption extends Option
        permits DecimalAssertionOption.Decimal, ErrMsg, Verbose {
    /**
     * How many digits after the point have to agree: numbers may be 1.5 units of that place apart.
     *
     * @param digits may be negative
     */
    record Decimal(int digits) implements DecimalAssertionOption {}
}
