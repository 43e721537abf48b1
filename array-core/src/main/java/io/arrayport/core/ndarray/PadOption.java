package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.ConstantValues;
import io.arrayport.core.ndarray.Option.EndValues;
import io.arrayport.core.ndarray.Option.PadModeOption;
import io.arrayport.core.ndarray.Option.ReflectTypeOption;
import io.arrayport.core.ndarray.Option.StatLength;

/** Options of {@code np.pad}. */
@Positional(1)
public sealed interface PadOption extends Option
        permits PadModeOption, ConstantValues, EndValues, StatLength, ReflectTypeOption {}
