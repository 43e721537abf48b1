package io.arrayport.core.ndarray;

import java.util.List;

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

    /** Computes in place the elements at {@code indices} of the first axis; one that comes twice is computed twice. */
    public void at(NdArray a, NdArray indices) {
        row.at(a.operand(), indices.operand(), null);
    }
}
