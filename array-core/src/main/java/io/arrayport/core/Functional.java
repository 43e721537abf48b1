package io.arrayport.core;

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
}
