package io.arrayport.core;

import java.util.List;

import io.arrayport.core.creation.Blank;
import io.arrayport.core.ndarray.GradientOption;
import io.arrayport.core.ndarray.InterpOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.TrapezoidOption;
import io.arrayport.core.ndarray.UnwrapOption;
import io.arrayport.core.numeric.Gradient;
import io.arrayport.core.numeric.Interpolation;
import io.arrayport.core.numeric.Trapezoid;
import io.arrayport.core.numeric.Unwrap;

/** Functions of which samples are known: values between them, slopes, areas. */
public sealed interface Samples permits Np {
    /**
     * The values at {@code x} of lines through points.
     *
     * @param xp where the points lie, ascending unless a period is given
     * @param fp their values, as many
     * @return new, in the shape of {@code x}; float64, or complex128 if {@code fp} is complex
     * @throws io.arrayport.core.error.ShapeException unless {@code xp} and {@code fp} have one axis and one length
     * @throws io.arrayport.core.error.CastingException if {@code x} or {@code xp} is not of real numbers
     */
    default NdArray interp(NdArray x, NdArray xp, NdArray fp, InterpOption... options) {
        return Interpolation.interp(x, xp, fp, options);
    }

    /** As {@link #interp(NdArray, NdArray, NdArray, InterpOption...)}, at one place: without axes. */
    default NdArray interp(Number x, NdArray xp, NdArray fp, InterpOption... options) {
        try (NdArray one = Blank.on(xp.device(), Np.np.array(x))) {
            return Interpolation.interp(one, xp, fp, options);
        }
    }

    /**
     * The slopes along each axis that the options name, or each there is; neighbours are 1 apart.
     *
     * @return new, one in the shape of {@code f} for each axis; integers give float64, times spans of them
     * @throws io.arrayport.core.error.ShapeException if an axis is shorter than {@code edgeOrder} + 1
     */
    @OneOrMany
    default List<NdArray> gradient(NdArray f, GradientOption... options) {
        return Gradient.of(f, List.of(), options);
    }

    /**
     * As {@link #gradient(NdArray, GradientOption...)}.
     *
     * @param varargs the distance of neighbours for all axes, or for each axis its own: a Number, or an array of the
     *        places
     */
    @OneOrMany
    default List<NdArray> gradient(NdArray f, @Rest List<?> varargs, GradientOption... options) {
        return Gradient.of(f, varargs, options);
    }

    /**
     * The area under samples along an axis, by default the last.
     *
     * @return new, without that axis
     * @throws io.arrayport.core.error.ShapeException if the places do not fit
     */
    default NdArray trapezoid(NdArray y, TrapezoidOption... options) {
        return Trapezoid.of(y, options);
    }

    /**
     * Angles along an axis, by default the last, with periods (2 pi unless told) added where they jump by more than
     * half of one.
     *
     * @return new
     */
    default NdArray unwrap(NdArray p, UnwrapOption... options) {
        return Unwrap.of(p, options);
    }
}
