package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.DtypeOption;

/** Options of {@code np.fromstring}. */
@Positional(2)
public sealed interface FromstringOption extends Option
        permits DtypeOption, FrombufferOption.Count, FromstringOption.Sep {
    /**
     * What stands between two numbers.
     *
     * @param text not empty; blanks match any number of blanks
     */
    record Sep(String text) implements FromstringOption, FromfileOption, TofileOption {}
}
