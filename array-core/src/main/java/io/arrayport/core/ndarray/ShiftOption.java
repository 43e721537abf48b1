package io.arrayport.core.ndarray;

/** Options of functions that put the middle of spectra to their front or back. */
public sealed interface ShiftOption extends Option permits FourierAxesOption.Axes {}
