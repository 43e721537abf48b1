package io.arrayport.core;

import io.arrayport.core.manipulation.Applying;
import io.arrayport.core.ndarray.ArrayFunction;
import io.arrayport.core.ndarray.AxisFunction;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Vectorized;
import io.arrayport.core.ufunc.Lambda;

/** Functions made of functions. */
public sealed interface Functional permits Np {
    /**
     * Makes a function of arrays of one of elements: {@code np.vectorize(Lambda.doubles(x -> x * x)).call(a)}. The
     * element types of its inputs and results are the lambda's own.
     */
    default Vectorized vectorize(Lambda lambda) {
        return new Vectorized(lambda);
    }

    /**
     * The results of a function for each row along an axis, each in that axis' place.
     *
     * @param func1d is given views; what it makes has the shape and the type of the first result
     * @return new
     * @throws io.arrayport.core.error.ShapeException if there is no row
     */
    default NdArray applyAlongAxis(ArrayFunction func1d, int axis, NdArray arr) {
        return Applying.alongAxis(func1d, axis, arr);
    }

    /**
     * What a function makes of an array along one axis after the other; axes that it drops stay, with length 1.
     *
     * @return {@code a} itself if there are no axes
     * @throws io.arrayport.core.error.ShapeException if the function drops more than one axis, or adds one
     */
    default NdArray applyOverAxes(AxisFunction func, NdArray a, int... axes) {
        return Applying.overAxes(func, a, axes);
    }
}
