package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.ndarray.Option.DtypeOption;

/** Options of {@code np.lib.format.open_memmap}. */
@Positional(2)
public sealed interface OpenMemmapOption extends FileOption
        permits MemmapOption.Mode, DtypeOption, OpenMemmapOption.FortranOrder, OpenMemmapOption.Version,
        FileOption.MaxHeaderSize {
    /**
     * Whether the first axis is contiguous.
     *
     * @param columns whether it is
     */
    record FortranOrder(boolean columns) implements OpenMemmapOption {}

    /**
     * The version of the format.
     *
     * @param numbers two, (1, 0), (2, 0) or (3, 0)
     */
    record Version(List<Integer> numbers) implements OpenMemmapOption {}
}
