package io.arrayport.core;

import java.util.List;

import io.arrayport.core.creation.Triangles;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.MaskFunction;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.TriangleOption;

/**
 * Where the elements of triangles and diagonals stand: for each axis their positions along it, new, int64, in C order,
 * to be given to an index.
 */
public sealed interface Triangular permits Np {
    /** Where arrays are made. */
    Device device();

    /** Those on and below the k-th diagonal, the main one unless told, of n rows and as many columns unless told. */
    default List<NdArray> trilIndices(long n, TriangleOption... options) {
        return Triangles.of(device(), "trilIndices", true, n, options);
    }

    /** Those on and above the k-th diagonal, the main one unless told, of n rows and as many columns unless told. */
    default List<NdArray> triuIndices(long n, TriangleOption... options) {
        return Triangles.of(device(), "triuIndices", false, n, options);
    }

    /** As {@link #trilIndicesFrom(NdArray, long)}, of the main diagonal. */
    default List<NdArray> trilIndicesFrom(NdArray arr) {
        return trilIndicesFrom(arr, 0);
    }

    /**
     * Those of a matrix on and below its k-th diagonal.
     *
     * @throws io.arrayport.core.error.ShapeException unless it has two axes
     */
    default List<NdArray> trilIndicesFrom(NdArray arr, long k) {
        return Triangles.from("trilIndicesFrom", true, arr, k);
    }

    /** As {@link #triuIndicesFrom(NdArray, long)}, of the main diagonal. */
    default List<NdArray> triuIndicesFrom(NdArray arr) {
        return triuIndicesFrom(arr, 0);
    }

    /**
     * Those of a matrix on and above its k-th diagonal.
     *
     * @throws io.arrayport.core.error.ShapeException unless it has two axes
     */
    default List<NdArray> triuIndicesFrom(NdArray arr, long k) {
        return Triangles.from("triuIndicesFrom", false, arr, k);
    }

    /** As {@link #maskIndices(long, MaskFunction, long)}, of the main diagonal. */
    default List<NdArray> maskIndices(long n, MaskFunction maskFunc) {
        return maskIndices(n, maskFunc, 0);
    }

    /** Those of n rows and columns that {@code maskFunc}, such as {@code np::triu}, leaves other than 0. */
    default List<NdArray> maskIndices(long n, MaskFunction maskFunc, long k) {
        return Triangles.mask(device(), n, maskFunc, k);
    }

    /** As {@link #diagIndices(long, int)}, of two axes. */
    default List<NdArray> diagIndices(long n) {
        return diagIndices(n, 2);
    }

    /** Those on the main diagonal of so many axes of length n: one array, given as often as there are axes. */
    default List<NdArray> diagIndices(long n, int ndim) {
        return Triangles.diagonal(device(), n, ndim);
    }

    /**
     * Those on an array's main diagonal: one array, given as often as there are axes.
     *
     * @throws io.arrayport.core.error.ShapeException if there are fewer than two axes, or they differ in length
     */
    default List<NdArray> diagIndicesFrom(NdArray arr) {
        return Triangles.diagonal(arr);
    }
}
