package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.ufunc.UFunc;
import org.jspecify.annotations.Nullable;

/**
 * A universal function: the fields of {@code np} that compute element by element. Their methods throw what
 * {@link UFunc} says.
 */
public abstract sealed class AnyUfunc
        permits UnaryUfunc, BinaryUfunc, UnaryPairUfunc, BinaryPairUfunc, ProductUfunc, VecdotUfunc {
    final UFunc row;

    AnyUfunc(UFunc row) {
        this.row = row;
    }

    /** NumPy's name. */
    public String name() {
        return row.name();
    }

    /** How many inputs it takes. */
    public int nin() {
        return row.nin();
    }

    /** How many outputs it has. */
    public int nout() {
        return row.nout();
    }

    /** What leaves any operand as it is, the value of an empty reduction; null if there is none. */
    public @Nullable Number identity() {
        return row.identity().value();
    }

    /** The loops there are, in the order in which they are tried, in NumPy's letters: {@code "dd->d"}. */
    public List<String> types() {
        return row.types();
    }

    @Override
    public String toString() {
        return row.toString();
    }
}
