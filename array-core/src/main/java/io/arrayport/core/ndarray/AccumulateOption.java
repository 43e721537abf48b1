package io.arrayport.core.ndarray;

/** Options of reductions. */
public sealed interface AccumulateOption extends Option permits Option.Axis, Option.DTypeOption, Option.Out {}
