package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.CharAsarrayOption.Itemsize;
import io.arrayport.core.ndarray.CharAsarrayOption.Unicode;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** Options of {@code np.char_.array}. */
public sealed interface CharArrayOption extends Option permits Itemsize, CopyOption, Unicode, OrderOption {}
