package io.arrayport.core.ndarray;

/** Options of reductions. */
public sealed interface MeanOption extends Option
        permits Option.Axis, Option.DTypeOption, Option.Out, Option.KeepDims {}
