package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of {@code np.memmap}. */
@Positional(3)
public sealed interface MemmapOption extends FileOption
        permits DtypeOption, MemmapOption.Mode, DiagonalOption.Offset, OrderOption {
    /**
     * Who may write.
     *
     * @param mode READ_WRITE unless given
     */
    record Mode(MmapMode mode) implements MemmapOption, OpenMemmapOption {}
}
