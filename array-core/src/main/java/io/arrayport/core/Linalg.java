package io.arrayport.core;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.linear.Chain;
import io.arrayport.core.linear.Cross;
import io.arrayport.core.linear.VectorNorm;
import io.arrayport.core.ndarray.CrossOption;
import io.arrayport.core.ndarray.DiagonalOption;
import io.arrayport.core.ndarray.DiagonalOption.Axis1;
import io.arrayport.core.ndarray.DiagonalOption.Axis2;
import io.arrayport.core.ndarray.DotOption;
import io.arrayport.core.ndarray.MatrixDiagonalOption;
import io.arrayport.core.ndarray.MatrixTraceOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.TraceOption;
import io.arrayport.core.ndarray.VecdotOption;
import io.arrayport.core.ndarray.VectorNormOption;
import io.arrayport.core.ndarray.VectorsOption;

/**
 * {@code np.linalg}: products and sizes of vectors and matrices as the array API words them. The last two axes are
 * matrices, the last one vectors; those before them are stacks of such.
 */
public final class Linalg {
    private static final int SPACE = 3;

    private final Np np;

    Linalg(Np np) {
        this.np = np;
    }

    /**
     * The cross product of vectors of 3 components, which lie along the last axis unless the options name another.
     *
     * @throws ShapeException if there are not 3
     */
    public NdArray cross(NdArray x1, NdArray x2, VectorsOption... options) {
        int axis = -1;
        for (VectorsOption option : options) {
            axis = switch (option) {
                case Axis(List<Integer> axes) when axes != null && axes.size() == 1 -> axes.getFirst();
                case Axis _ -> axis; // refused below
            };
        }
        requireSpace(x1, axis);
        requireSpace(x2, axis);
        return Cross.of(x1, x2, Arrays.copyOf(options, options.length, CrossOption[].class));
    }

    private static void requireSpace(NdArray vectors, int axis) {
        long components = vectors.shape().dim(Layout.axis("cross", axis, vectors.ndim()));
        if (components != SPACE) {
            throw new ShapeException("cross: vectors have " + components + " components along axis " + axis
                    + ", they must have 3; np.cross takes those of 2, too");
        }
    }

    /** The diagonals of matrices, a read-only view: the last axis goes along them. */
    public NdArray diagonal(NdArray x, MatrixDiagonalOption... options) {
        DiagonalOption[] all = Arrays.copyOf(options, options.length + 2, DiagonalOption[].class);
        all[options.length] = new Axis1(-2);
        all[options.length + 1] = new Axis2(-1);
        return x.diagonal(all);
    }

    /** See {@link Np#matmul}. */
    public NdArray matmul(NdArray x1, NdArray x2) {
        return np.matmul(x1, x2);
    }

    /** See {@link Np#matrixTranspose}. */
    public NdArray matrixTranspose(NdArray x) {
        return np.matrixTranspose(x);
    }

    /**
     * The product of two matrices or more, in the order that multiplies least: {@code dot} again and again. The first
     * and the last may be vectors. New, or {@code out}.
     *
     * @throws ShapeException if there are fewer than two, one is no matrix, or lengths do not meet
     */
    public NdArray multiDot(List<NdArray> arrays, DotOption... options) {
        return Chain.of(arrays, options);
    }

    /**
     * Each element of a vector times each of another: a matrix.
     *
     * @throws ShapeException if an operand is no vector; {@link Np#outer} takes every array for one
     */
    public NdArray outer(NdArray x1, NdArray x2) {
        if (x1.ndim() != 1 || x2.ndim() != 1) {
            throw new ShapeException("outer: operand 0 has shape " + x1.shape() + ", operand 1 has " + x2.shape()
                    + ": both must be vectors; np.outer takes every array for one");
        }
        return np.outer(x1, x2);
    }

    /** See {@link Np#tensordot(NdArray, NdArray)}. */
    public NdArray tensordot(NdArray x1, NdArray x2) {
        return np.tensordot(x1, x2);
    }

    /** See {@link Np#tensordot(NdArray, NdArray, int)}. */
    public NdArray tensordot(NdArray x1, NdArray x2, int axes) {
        return np.tensordot(x1, x2, axes);
    }

    /** See {@link Np#tensordot(NdArray, NdArray, int[][])}. */
    public NdArray tensordot(NdArray x1, NdArray x2, int[]... axes) {
        return np.tensordot(x1, x2, axes);
    }

    /** The sums along the diagonals of matrices: new. */
    public NdArray trace(NdArray x, MatrixTraceOption... options) {
        TraceOption[] all = Arrays.copyOf(options, options.length + 2, TraceOption[].class);
        all[options.length] = new Axis1(-2);
        all[options.length + 1] = new Axis2(-1);
        return x.trace(all);
    }

    /** The sums of products of vectors, those of {@code x1} conjugated: new. */
    public NdArray vecdot(NdArray x1, NdArray x2, VectorsOption... options) {
        return np.vecdot(x1, x2, Arrays.copyOf(options, options.length, VecdotOption[].class));
    }

    /**
     * The lengths of vectors, which lie along all axes unless the options name some: the root of the sum of squares, or
     * another norm by {@code ord(...)}. New, of real floats; whole numbers are taken for float64.
     */
    public NdArray vectorNorm(NdArray x, VectorNormOption... options) {
        return VectorNorm.of(x, options);
    }
}
