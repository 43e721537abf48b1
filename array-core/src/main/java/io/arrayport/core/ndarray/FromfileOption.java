package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.DtypeOption;

/** Options of {@code np.fromfile}. */
public sealed interface FromfileOption extends FileOption
        permits DtypeOption, FrombufferOption.Count, FromstringOption.Sep, DiagonalOption.Offset {}
