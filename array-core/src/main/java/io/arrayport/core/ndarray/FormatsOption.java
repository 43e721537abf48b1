package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.RecarrayOption.Aligned;
import io.arrayport.core.ndarray.RecarrayOption.Byteorder;

/** Options of {@code np.rec.format_parser}. */
public sealed interface FormatsOption extends Option
        permits Aligned, Byteorder {}
