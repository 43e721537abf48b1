package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.ufunc.Input;
import io.arrayport.core.ufunc.UFunc;

/** A universal function of two inputs and two outputs: {@code np.divmod}. Numbers are weak. */
public final class BinaryPairUfunc extends AnyUfunc {
    /** @param row of two inputs and two outputs */
    public BinaryPairUfunc(UFunc row) {
        super(row);
    }

    /** Computes element by element, broadcast: two new arrays, or {@code out}. */
    public ArrayPair call(NdArray a, NdArray b, PairOption... options) {
        return Arithmetic.both(row, List.of(Input.of(a.operand()), Input.of(b.operand())), options);
    }

    /** Computes element by element with a weak number: two new arrays, or {@code out}. */
    public ArrayPair call(NdArray a, Number b, PairOption... options) {
        return Arithmetic.both(row, List.of(Input.of(a.operand()), Input.of(b)), options);
    }

    /** Computes element by element with a weak number: two new arrays, or {@code out}. */
    public ArrayPair call(Number a, NdArray b, PairOption... options) {
        return Arithmetic.both(row, List.of(Input.of(a), Input.of(b.operand())), options);
    }

    /** Computes each element of {@code A} with each of {@code B}: the axes of the one, then those of the other. */
    public ArrayPair outer(NdArray A, NdArray B, PairOption... options) {
        return Arithmetic.bothOuter(row, A, B, options);
    }

    /** The same of what stands for arrays, see {@code np.fuse}: both results. */
    public ExprPair call(Expr a, Expr b) {
        return new ExprPair(Expr.of(row, 0, a, b), Expr.of(row, 1, a, b));
    }

    /** As {@link #call(Expr, Expr)} with a weak number. */
    public ExprPair call(Expr a, Number b) {
        return call(a, Expr.number(b));
    }

    /** As {@link #call(Expr, Expr)} with a weak number. */
    public ExprPair call(Number a, Expr b) {
        return call(Expr.number(a), b);
    }
}
