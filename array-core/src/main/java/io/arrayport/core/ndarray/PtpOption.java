package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Out;

/** Options of {@code np.ptp}. */
public sealed interface PtpOption extends Option permits Axis, Out, Keepdims {}
