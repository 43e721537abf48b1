package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.index.Index;
import io.arrayport.core.ufunc.Input;
import io.arrayport.core.ufunc.UFunc;

/**
 * A universal function of two inputs: {@code np.add}. Numbers are weak, as NEP 50 has Python's: they take the width of
 * the array they meet. 0-d arrays are not.
 */
public final class BinaryUfunc extends AnyUfunc {
    /** @param row of two inputs */
    public BinaryUfunc(UFunc row) {
        super(row);
    }

    /** Computes element by element, broadcast: a new array, or {@code out}. */
    public NdArray call(NdArray a, NdArray b, UfuncOption... options) {
        return Arithmetic.call(row, a, b, options);
    }

    /** Computes element by element with a weak number: a new array, or {@code out}. */
    public NdArray call(NdArray a, Number b, UfuncOption... options) {
        return options.length == 0 ? Arithmetic.call(row, a, b)
                : Arithmetic.call(row, List.of(Input.of(a.operand()), Input.of(b)), options);
    }

    /** Computes element by element with a weak number: a new array, or {@code out}. */
    public NdArray call(Number a, NdArray b, UfuncOption... options) {
        return options.length == 0 ? Arithmetic.call(row, a, b)
                : Arithmetic.call(row, List.of(Input.of(a), Input.of(b.operand())), options);
    }

    /** Computes element by element with a weak complex number: a new array, or {@code out}. */
    public NdArray call(NdArray a, Complex b, UfuncOption... options) {
        return Arithmetic.call(row, List.of(Input.of(a.operand()), Input.of(b)), options);
    }

    /** Computes element by element with a weak complex number: a new array, or {@code out}. */
    public NdArray call(Complex a, NdArray b, UfuncOption... options) {
        return Arithmetic.call(row, List.of(Input.of(a), Input.of(b.operand())), options);
    }

    /** The same of what stands for arrays: see {@code np.fuse}. */
    public Expr call(Expr a, Expr b) {
        return Expr.of(row, a, b);
    }

    /** As {@link #call(Expr, Expr)} with a weak number. */
    public Expr call(Expr a, Number b) {
        return Expr.of(row, a, Expr.number(b));
    }

    /** As {@link #call(Expr, Expr)} with a weak number. */
    public Expr call(Number a, Expr b) {
        return Expr.of(row, Expr.number(a), b);
    }

    /** Computes along axes, by default the first, until one element is left of each: of add, sums. */
    public NdArray reduce(NdArray array, ReduceOption... options) {
        return Reduction.of(row.method() + ".reduce", Reduction.FIRST_AXIS, options).reduce(row, array);
    }

    /** All partial results along an axis, by default the first: of add, running sums. */
    public NdArray accumulate(NdArray array, AccumulateOption... options) {
        return Accumulation.of(row.method() + ".accumulate", options).accumulate(row, array);
    }

    /**
     * Reduces slices of an axis, by default the first: the i-th goes from {@code indices[i]} up to
     * {@code indices[i + 1]}, the last to the end; where the next index is not greater, it is the element at
     * {@code indices[i]}.
     */
    public NdArray reduceat(NdArray array, NdArray indices, AccumulateOption... options) {
        return Accumulation.of(row.method() + ".reduceat", options).reduceat(row, array, indices);
    }

    /** Computes each element of {@code A} with each of {@code B}: the axes of the one, then those of the other. */
    public NdArray outer(NdArray A, NdArray B, UfuncOption... options) {
        return Arithmetic.outer(row, A, B, options);
    }

    /**
     * Computes in place the elements that {@code indices} selects with {@code b}, broadcast; a position that comes
     * twice counts twice.
     */
    public void at(NdArray a, Index indices, NdArray b) {
        Key.at(row, a, List.of(indices), Input.of(b.operand()));
    }

    /** As {@link #at(NdArray, Index, NdArray)} with a weak number. */
    public void at(NdArray a, Index indices, Number b) {
        Key.at(row, a, List.of(indices), Input.of(b));
    }

    /** As {@link #at(NdArray, Index, NdArray)}, with an index of several parts. */
    public void at(NdArray a, List<? extends Index> indices, NdArray b) {
        Key.at(row, a, indices, Input.of(b.operand()));
    }

    /** As {@link #at(NdArray, Index, NdArray)}, with an index of several parts and a weak number. */
    public void at(NdArray a, List<? extends Index> indices, Number b) {
        Key.at(row, a, indices, Input.of(b));
    }
}
