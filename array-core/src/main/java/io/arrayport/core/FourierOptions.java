package io.arrayport.core;

import java.util.Arrays;

import io.arrayport.core.ndarray.FourierAxesOption;
import io.arrayport.core.ndarray.FourierNorm;
import io.arrayport.core.ndarray.FourierOption;

/** The keyword arguments of Fourier transforms; import them with all others from {@link Options}. */
public abstract sealed class FourierOptions extends SeriesOptions permits TextOptions {
    FourierOptions() {}

    /** Which way a transform is divided by the number of its elements. */
    public static FourierOption.Norm norm(FourierNorm norm) {
        return new FourierOption.Norm(norm);
    }

    /** So many elements along each axis that is transformed; -1 is as many as there are. */
    public static FourierAxesOption.S s(int... lengths) {
        return new FourierAxesOption.S(Arrays.stream(lengths).boxed().toList());
    }

    /** Transform along these axes, the last one first; negative ones count from the end. */
    public static FourierAxesOption.Axes axes(int... axes) {
        return new FourierAxesOption.Axes(Arrays.stream(axes).boxed().toList());
    }
}
