package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.DtypeOption;
import org.jspecify.annotations.Nullable;

/** Options of {@code np.loadtxt}. */
@Positional(3)
public sealed interface LoadtxtOption extends FileOption
        permits DtypeOption, FileOption.Comments, FileOption.Delimiter, LoadtxtOption.Skiprows, FileOption.Usecols,
        FileOption.Unpack, ArrayOption.Ndmin, FileOption.MaxRows, LoadtxtOption.Quotechar {
    /**
     * How many lines are left out at the beginning, whatever is in them.
     *
     * @param lines at least 0
     */
    record Skiprows(long lines) implements LoadtxtOption {}

    /**
     * What stands around a field in which delimiters and comments are text; twice in it, it is itself.
     *
     * @param mark one character; null for none
     */
    record Quotechar(@Nullable String mark) implements LoadtxtOption {}
}
