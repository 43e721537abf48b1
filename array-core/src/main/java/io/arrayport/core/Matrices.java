package io.arrayport.core;

import io.arrayport.core.creation.Diagonals;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.DiagonalOption;
import io.arrayport.core.ndarray.EyeOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.TraceOption;
import io.arrayport.core.ndarray.TriOption;
import io.arrayport.core.ndarray.VanderOption;

/**
 * Matrices of diagonals and triangles, and what lies on them. Diagonals are counted from the main one, 0, upwards; of
 * more than two axes, the last two are rows and columns unless told.
 */
public sealed interface Matrices permits Np {
    /** Where arrays are made. */
    Device device();

    /** 1 on a diagonal, 0 elsewhere: shape (N, N), or (N, M) with {@code M(...)}. New, float64 unless told. */
    default NdArray eye(long N, EyeOption... options) {
        return Diagonals.eye(device(), N, options);
    }

    /** 1 on a diagonal and below, 0 above: shape (N, N), or (N, M) with {@code M(...)}. New, float64 unless told. */
    default NdArray tri(long N, TriOption... options) {
        return Diagonals.tri(device(), N, options);
    }

    /** The main diagonal of a matrix, a read-only view; of a row a new matrix of zeros with it as its diagonal. */
    default NdArray diag(NdArray v) {
        return diag(v, 0);
    }

    /**
     * As {@link #diag(NdArray)}, of the k-th diagonal.
     *
     * @throws io.arrayport.core.error.ShapeException if {@code v} has neither one axis nor two
     */
    default NdArray diag(NdArray v, long k) {
        return Diagonals.diag(v, k);
    }

    /** A new matrix of zeros with all elements of {@code v}, in C order, as its diagonal. */
    default NdArray diagflat(NdArray v) {
        return diagflat(v, 0);
    }

    /** As {@link #diagflat(NdArray)}, of the k-th diagonal. */
    default NdArray diagflat(NdArray v, long k) {
        return Diagonals.diagflat(v, k);
    }

    /** A new array with zeros above the main diagonal; a row stands for a matrix of such rows. */
    default NdArray tril(NdArray m) {
        return tril(m, 0);
    }

    /** As {@link #tril(NdArray)}, of the k-th diagonal. */
    default NdArray tril(NdArray m, long k) {
        return Diagonals.tril(m, k);
    }

    /** A new array with zeros below the main diagonal; a row stands for a matrix of such rows. */
    default NdArray triu(NdArray m) {
        return triu(m, 0);
    }

    /** As {@link #triu(NdArray)}, of the k-th diagonal. */
    default NdArray triu(NdArray m, long k) {
        return Diagonals.triu(m, k);
    }

    /**
     * The powers of each number along a row, the highest first: shape (n, n), or (n, N) with {@code N(...)}. New, at
     * least int64.
     *
     * @throws io.arrayport.core.error.ShapeException if {@code x} has not one axis
     */
    default NdArray vander(NdArray x, VanderOption... options) {
        return Diagonals.vander(x, options);
    }

    /** See {@link NdArray#diagonal}. */
    default NdArray diagonal(NdArray a, DiagonalOption... options) {
        return a.diagonal(options);
    }

    /** See {@link NdArray#trace}. */
    default NdArray trace(NdArray a, TraceOption... options) {
        return a.trace(options);
    }

    /** As {@link #fillDiagonal(NdArray, Number, boolean)}, one diagonal. */
    default void fillDiagonal(@ArrayOnly NdArray a, Number val) {
        fillDiagonal(a, val, false);
    }

    /** As {@link #fillDiagonal(NdArray, NdArray, boolean)}, one diagonal. */
    default void fillDiagonal(@ArrayOnly NdArray a, NdArray val) {
        fillDiagonal(a, val, false);
    }

    /**
     * Sets the main diagonal of {@code a}, the elements whose positions along all axes are one.
     *
     * @param wrap whether a matrix with more rows than columns has further diagonals below, a row apart
     * @throws io.arrayport.core.error.ShapeException if there are fewer than two axes, or more, of different lengths
     * @throws io.arrayport.core.error.ReadOnlyException if {@code a} may not be written to
     */
    default void fillDiagonal(@ArrayOnly NdArray a, Number val, boolean wrap) {
        try (NdArray value = Nested.array(a.device(), val)) {
            Diagonals.fill(a, value, wrap);
        }
    }

    /** As {@link #fillDiagonal(NdArray, Number, boolean)}, with values in C order, again and again. */
    default void fillDiagonal(@ArrayOnly NdArray a, NdArray val, boolean wrap) {
        Diagonals.fill(a, val, wrap);
    }
}
