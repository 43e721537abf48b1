package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.DiagonalOption.Offset;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.RecarrayOption.Aligned;
import io.arrayport.core.ndarray.RecarrayOption.Byteorder;
import io.arrayport.core.ndarray.RecarrayOption.Formats;
import io.arrayport.core.ndarray.RecarrayOption.Names;
import io.arrayport.core.ndarray.RecarrayOption.ShapeOption;
import io.arrayport.core.ndarray.RecarrayOption.Strides;
import io.arrayport.core.ndarray.RecarrayOption.Titles;

/** Options of {@code np.rec.array}. */
public sealed interface RecordArrayOption extends Option
        permits DtypeOption, ShapeOption, Offset, Strides, Formats, Names, Titles, Aligned, Byteorder, CopyOption {}
