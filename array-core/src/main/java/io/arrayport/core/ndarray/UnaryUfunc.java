package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.index.Index;
import io.arrayport.core.ufunc.Input;
import io.arrayport.core.ufunc.UFunc;

/** A universal function of one input: {@code np.sqrt}. */
public final class UnaryUfunc extends AnyUfunc {
    /** @param row of one input */
    public UnaryUfunc(UFunc row) {
        super(row);
    }

    /** Computes element by element: a new array, or {@code out}. */
    public NdArray call(NdArray a, UfuncOption... options) {
        return options.length == 0 ? Arithmetic.wrap(row.call(a.operand()))
                : Arithmetic.call(row, List.of(Input.of(a.operand())), options);
    }

    /** The same of what stands for an array: see {@code np.fuse}. */
    public Expr call(Expr a) {
        return Expr.of(row, a);
    }

    /** Computes in place the elements that {@code indices} selects; one that comes twice is computed twice. */
    public void at(NdArray a, Index indices) {
        Key.at(row, a, List.of(indices), null);
    }

    /** As {@link #at(NdArray, Index)}, with an index of several parts. */
    public void at(NdArray a, List<? extends Index> indices) {
        Key.at(row, a, indices, null);
    }
}
