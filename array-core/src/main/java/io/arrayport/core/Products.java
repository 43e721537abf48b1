package io.arrayport.core;

import io.arrayport.core.linear.Cross;
import io.arrayport.core.linear.Tensordot;
import io.arrayport.core.linear.VectorProducts;
import io.arrayport.core.ndarray.CrossOption;
import io.arrayport.core.ndarray.DotOption;
import io.arrayport.core.ndarray.NdArray;

/**
 * Products of vectors, matrices and tensors beside {@link Np#matmul}. Results are new arrays, row-major, of the type
 * that both operands promote to; integers wrap.
 */
public sealed interface Products permits Np {
    /**
     * The product of matrices; of arrays with more axes, along the last of {@code a} and the last but one of
     * {@code b}. A number multiplies all elements.
     *
     * @throws io.arrayport.core.error.ShapeException if the axes that are summed differ in length, or {@code out} has
     *         another shape
     * @throws IllegalArgumentException if {@code out} has another type than the result, or is not row-major
     */
    default NdArray dot(NdArray a, NdArray b, DotOption... options) {
        return a.dot(b, options);
    }

    /**
     * The sum of products of all elements, in C order, those of {@code a} conjugated. No axes are left.
     *
     * @throws io.arrayport.core.error.ShapeException if there are not as many elements
     */
    default NdArray vdot(NdArray a, NdArray b) {
        return VectorProducts.vdot(a, b);
    }

    /** The sums of products along the last axis of both. */
    default NdArray inner(NdArray a, NdArray b) {
        return VectorProducts.inner(a, b);
    }

    /** Each element of {@code a} times each of {@code b}, both taken for vectors: a matrix, or {@code out}. */
    default NdArray outer(NdArray a, NdArray b, DotOption... options) {
        return VectorProducts.outer(a, b, options);
    }

    /** The Kronecker product: each element of {@code a} replaced by itself times {@code b}. */
    default NdArray kron(NdArray a, NdArray b) {
        return VectorProducts.kron(a, b);
    }

    /** The sums of products along the last two axes of {@code a} and the first two of {@code b}. */
    default NdArray tensordot(NdArray a, NdArray b) {
        return Tensordot.of(a, b, 2);
    }

    /**
     * The sums of products along the last axes of {@code a} and the first of {@code b}.
     *
     * @param axes how many; none is the product of each element with each
     * @throws io.arrayport.core.error.AxisException if an operand has fewer
     */
    default NdArray tensordot(NdArray a, NdArray b, int axes) {
        return Tensordot.of(a, b, axes);
    }

    /**
     * The sums of products along pairs of axes: {@code tensordot(a, b, new int[]{1, 0}, new int[]{0, 1})}. The result
     * has the other axes of {@code a}, then those of {@code b}.
     *
     * @param axes of {@code a}, and as many of {@code b}; or two numbers, one axis of each
     */
    default NdArray tensordot(NdArray a, NdArray b, int[]... axes) {
        return Tensordot.of(a, b, axes);
    }

    /**
     * The cross product of vectors of 3 components, the last axis unless the options name others; a vector of 2 has no
     * third one. Of two vectors in the plane only the third component of the product is given, without an axis.
     *
     * @throws io.arrayport.core.error.ShapeException if the vectors have another number of components
     */
    default NdArray cross(NdArray a, NdArray b, CrossOption... options) {
        return Cross.of(a, b, options);
    }
}
