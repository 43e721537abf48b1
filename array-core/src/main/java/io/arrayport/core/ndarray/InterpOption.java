package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.InterpOption.Left;
import io.arrayport.core.ndarray.InterpOption.Period;
import io.arrayport.core.ndarray.InterpOption.Right;

/** Options of {@code np.interp}. */
public sealed interface InterpOption extends Option permits Left, Right, Period {
    /**
     * The value before the first point.
     *
     * @param value a Number or a Complex
     */
    record Left(Object value) implements InterpOption {}

    /**
     * The value behind the last point.
     *
     * @param value a Number or a Complex
     */
    record Right(Object value) implements InterpOption {}

    /**
     * After what length everything repeats.
     *
     * @param length not 0; its sign does not count
     */
    record Period(Number length) implements InterpOption, UnwrapOption {}
}
