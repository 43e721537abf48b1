package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.FourierOption.Norm;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.N;
import io.arrayport.core.ndarray.Option.Out;

/** Options of Fourier transforms along one axis. */
public sealed interface FourierOption extends Option permits N, Axis, Norm, Out {
    /**
     * What is divided by the number of elements.
     *
     * @param norm which way
     */
    record Norm(FourierNorm norm) implements FourierOption, FourierAxesOption {}
}
