package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.ufunc.Input;
import io.arrayport.core.ufunc.UFunc;

/** A universal function of one input and two outputs: {@code np.modf}. */
public final class UnaryPairUfunc extends AnyUfunc {
    /** @param row of one input and two outputs */
    public UnaryPairUfunc(UFunc row) {
        super(row);
    }

    /** Computes element by element: two new arrays, or {@code out}. */
    public ArrayPair call(NdArray a, PairOption... options) {
        return Arithmetic.both(row, List.of(Input.of(a.operand())), options);
    }

    /** The same of what stands for an array, see {@code np.fuse}: both results. */
    public ExprPair call(Expr a) {
        return new ExprPair(Expr.of(row, 0, a), Expr.of(row, 1, a));
    }
}
