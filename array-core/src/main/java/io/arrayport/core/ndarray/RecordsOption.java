package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.RecarrayOption.Aligned;
import io.arrayport.core.ndarray.RecarrayOption.Byteorder;
import io.arrayport.core.ndarray.RecarrayOption.Formats;
import io.arrayport.core.ndarray.RecarrayOption.Names;
import io.arrayport.core.ndarray.RecarrayOption.ShapeOption;
import io.arrayport.core.ndarray.RecarrayOption.Titles;

/** Options of {@code np.rec.fromarrays} and {@code np.rec.fromrecords}. */
public sealed interface RecordsOption extends Option
        permits DtypeOption, ShapeOption, Formats, Names, Titles, Aligned, Byteorder {}
