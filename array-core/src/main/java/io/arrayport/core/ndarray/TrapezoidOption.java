package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.TrapezoidOption.Dx;
import io.arrayport.core.ndarray.TrapezoidOption.X;

/** Options of {@code np.trapezoid}. */
public sealed interface TrapezoidOption extends Option permits X, Dx, Axis {
    /**
     * Where the samples lie.
     *
     * @param places of one axis, or of the shape of the samples
     */
    record X(NdArray places) implements TrapezoidOption {}

    /**
     * How far apart the samples lie.
     *
     * @param distance a Number, or an array that is broadcast
     */
    record Dx(Object distance) implements TrapezoidOption {}
}
