package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;

/** Options of functions that go along an axis and have no other option. */
public sealed interface AlongOption extends Option permits Axis {}
