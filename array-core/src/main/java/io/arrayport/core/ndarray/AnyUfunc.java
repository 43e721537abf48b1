package io.arrayport.core.ndarray;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A universal function: the fields of {@code np} that compute element by element. Their methods throw what
 * {@link io.arrayport.core.ufunc.UFunc} says.
 */
public sealed interface AnyUfunc permits UnaryUfunc, BinaryUfunc {
    /** NumPy's name. */
    String name();

    /** How many inputs it takes. */
    int nin();

    /** How many outputs it has. */
    int nout();

    /** What leaves any operand as it is, the value of an empty reduction; null if there is none. */
    @Nullable
    Number identity();

    /** The loops there are, in the order in which they are tried, in NumPy's letters: {@code "dd->d"}. */
    List<String> types();
}
