package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of {@code np.array}. */
@Positional(1)
public sealed interface ArrayOption extends Option
        permits DtypeOption, CopyOption, OrderOption, ArrayOption.Ndmin, ArrayOption.Ndmax {
    /**
     * The least number of axes.
     *
     * @param axes further ones, of length 1, come in front
     */
    record Ndmin(int axes) implements ArrayOption, LoadtxtOption, GenfromtxtOption {}

    /**
     * The greatest depth of lists.
     *
     * @param axes at most 64
     */
    record Ndmax(int axes) implements ArrayOption {}
}
