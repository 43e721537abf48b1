package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.Option.Axis;

/** Options of {@code np.cross}. */
public sealed interface CrossOption extends Option
        permits CrossOption.Axisa, CrossOption.Axisb, CrossOption.Axisc, Axis {
    /**
     * Which axis of the first operand is its vectors.
     *
     * @param axis a negative one counts from the end
     */
    record Axisa(int axis) implements CrossOption {}

    /**
     * Which axis of the second operand is its vectors.
     *
     * @param axis a negative one counts from the end
     */
    record Axisb(int axis) implements CrossOption {}

    /**
     * Which axis of the result is its vectors.
     *
     * @param axis a negative one counts from the end
     */
    record Axisc(int axis) implements CrossOption {}
}
