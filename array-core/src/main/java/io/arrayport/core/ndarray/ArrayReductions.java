package io.arrayport.core.ndarray;

import io.arrayport.core.ufunc.Reductions;

/** Many elements to one, along axes. */
public sealed interface ArrayReductions permits NdArray {
    /** The sum along {@code axes}, or of all elements where none is named; int32 sums as int64. A new array. */
    default NdArray sum(int... axes) {
        return Arithmetic.wrap(Reductions.sum(((NdArray) this).operand(), Arithmetic.axes(axes), false));
    }

    /** The mean along {@code axes}, or of all elements where none is named; integers give float64. A new array. */
    default NdArray mean(int... axes) {
        return Arithmetic.wrap(Reductions.mean(((NdArray) this).operand(), Arithmetic.axes(axes), false));
    }
}
