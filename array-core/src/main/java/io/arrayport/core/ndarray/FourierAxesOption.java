package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.ndarray.FourierAxesOption.Axes;
import io.arrayport.core.ndarray.FourierAxesOption.S;
import io.arrayport.core.ndarray.FourierOption.Norm;
import io.arrayport.core.ndarray.Option.Out;

/** Options of Fourier transforms along several axes. */
public sealed interface FourierAxesOption extends Option permits S, Axes, Norm, Out {
    /**
     * How many elements there are along each axis that is transformed.
     *
     * @param lengths -1 is as many as there are
     */
    record S(List<Integer> lengths) implements FourierAxesOption {}

    /**
     * Along which axes, the last one first; an axis that is there twice is transformed twice.
     *
     * @param axes negative ones count from the end
     */
    record Axes(List<Integer> axes) implements FourierAxesOption, ShiftOption {}
}
