package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.BitsOption.Bitorder;
import io.arrayport.core.ndarray.FrombufferOption.Count;
import io.arrayport.core.ndarray.Option.Axis;

/** Options of {@code np.unpackbits}; a negative count says how many bits are not wanted. */
public sealed interface UnpackbitsOption extends Option permits Axis, Count, Bitorder {}
