package io.arrayport.core.ndarray;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.ufunc.ReduceAxes;
import io.arrayport.core.ufunc.UFunc;

/** Between arrays and the operands that operations see. */
final class Arithmetic {
    private Arithmetic() {}

    static NdArray wrap(Operand result) {
        return NdArray.of(result.storage(), result.dtype(), result.layout());
    }

    static NdArray call(UFunc ufunc, NdArray a, NdArray b) {
        return wrap(ufunc.call(a.operand(), b.operand()));
    }

    static NdArray call(UFunc ufunc, NdArray a, Number b) {
        return wrap(ufunc.call(a.operand(), b));
    }

    static NdArray into(UFunc ufunc, NdArray a, NdArray b) {
        ufunc.inPlace(a.operand(), b.operand());
        return a;
    }

    static NdArray into(UFunc ufunc, NdArray a, Number b) {
        ufunc.inPlace(a.operand(), b);
        return a;
    }

    static ReduceAxes axes(int[] axes) {
        return axes.length == 0 ? ReduceAxes.all() : ReduceAxes.of(axes);
    }
}
