package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.index.Index;
import io.arrayport.core.index.IndexText;
import io.arrayport.core.layout.Permutations;
import io.arrayport.core.layout.Retyped;
import io.arrayport.core.layout.Shape;

/** Other sights of the same bytes: what is written through one is seen through all. */
public sealed interface ArrayViews permits NdArray {
    /**
     * NumPy's {@code a[indices]}: a view, or a copy if arrays are among the indices, or lists, or a truth.
     *
     * @throws io.arrayport.core.error.IndexException if an index is out of bounds or one too many, a mask has not the
     *             shape of the axes that it stands for, or index arrays do not broadcast
     */
    default NdArray get(Index... indices) {
        return Key.get((NdArray) this, List.of(indices));
    }

    /**
     * {@link #get(Index...)} in Python's words: {@code get("1:, ::-1, ..., None")}, {@code get("[0, 2], :")}. Of a
     * structured array, the field that has that name, as {@link NdArray#field(String)}.
     */
    default NdArray get(String indices) {
        if (Records.isField((NdArray) this, indices)) {
            return ((NdArray) this).field(indices);
        }
        return Key.get((NdArray) this, IndexText.parse(indices));
    }

    /** The element, or the subarray, at position {@code i} of the first axis: NumPy's {@code a[i]}; a view. */
    default NdArray get(long i) {
        return get(Index.at(i));
    }

    /** Another array over the same elements. */
    default NdArray view() {
        NdArray array = (NdArray) this;
        return array.view(array.layout());
    }

    /**
     * The same bytes as elements of another type. Where that is of another size, the last axis has as many more or
     * fewer of them; void without a size has that of the elements.
     *
     * @throws ShapeException if the last axis then has gaps, or its bytes are not a whole number of elements
     * @throws DTypeException if one of the two types is of strings of any length
     */
    default NdArray view(DType dtype) {
        NdArray array = (NdArray) this;
        DType type = asWide(dtype, array.itemsize());
        if (type instanceof StringType != array.dtype() instanceof StringType) {
            throw new DTypeException("view: elements of " + array.dtype() + " cannot be seen as " + type + ", because "
                    + "strings of any length have bytes beside their elements; convert with astype(...)");
        }
        return NdArray.of(array.storage(), type, Retyped.of(array.layout(), array.itemsize(), type.itemsize()),
                array.isWriteable());
    }

    /** A type without a width has that of the elements. */
    private static DType asWide(DType type, int itemsize) {
        return switch (type) {
            case TextType text when text.length() == 0 && itemsize % text.unit() == 0 -> text.withLength(itemsize
                    / text.unit());
            case VoidType bytes when bytes.itemsize() == 0 -> new VoidType(itemsize);
            default -> type;
        };
    }

    /** Reverses the axes. A view. */
    default NdArray transpose() {
        NdArray array = (NdArray) this;
        return array.view(array.layout().transpose());
    }

    /**
     * Permutes the axes. A view.
     *
     * @throws AxisException unless {@code axes} names each axis once
     */
    default NdArray transpose(int... axes) {
        NdArray array = (NdArray) this;
        if (axes.length == 0 && array.ndim() > 0) {
            throw new AxisException("transpose: 0 axes named for an array of " + array.ndim());
        }
        return array.view(array.layout().transpose(axes));
    }

    /** The axes reversed: NumPy's {@code a.T}. A view. */
    default NdArray T() {
        return transpose();
    }

    /**
     * The last two axes exchanged: NumPy's {@code a.mT}. A view.
     *
     * @throws ShapeException if there are fewer than two
     */
    default NdArray mT() {
        NdArray array = (NdArray) this;
        if (array.ndim() < 2) {
            throw new ShapeException("mT: an array of shape " + array.shape() + " has no two axes to exchange");
        }
        return swapaxes(-1, -2);
    }

    /** Exchanges two axes. A view. */
    default NdArray swapaxes(int axis1, int axis2) {
        return transpose(Permutations.swapped(((NdArray) this).ndim(), axis1, axis2));
    }

    /** Stretches axes of length 1 to {@code shape}: a read-only view, as NumPy's {@code broadcast_to}. */
    default NdArray broadcastTo(long... shape) {
        return broadcastTo(Shape.of(shape));
    }

    /** As {@link #broadcastTo(long...)}. */
    @JavaOnly
    default NdArray broadcastTo(Shape shape) {
        NdArray array = (NdArray) this;
        return array.view(array.layout().broadcastTo(shape)).asReadOnly();
    }

    /** Inserts an axis of length 1 before position {@code axis} of the result. A view. */
    default NdArray expandDims(int axis) {
        NdArray array = (NdArray) this;
        return array.view(array.layout().expandDims(axis));
    }

    /** Drops all axes of length 1. A view. */
    default NdArray squeeze() {
        NdArray array = (NdArray) this;
        return array.view(array.layout().squeeze());
    }

    /** Drops the named axes, which have length 1. A view. */
    default NdArray squeeze(int... axis) {
        NdArray array = (NdArray) this;
        return axis.length == 0 ? array.view(array.layout()) : array.view(array.layout().squeeze(axis));
    }

    /**
     * The elements in C order under another shape: a view where strides can say it, else a copy, as in NumPy. The copy
     * is a new array with its own storage; {@link #asShape} refuses instead.
     *
     * @param shape one length may be -1 and is worked out
     */
    default NdArray reshape(long... shape) {
        NdArray array = (NdArray) this;
        return Reshaping.reshape(array, Reshaping.target(array.shape(), shape));
    }

    /** As {@link #reshape(long...)}. */
    @JavaOnly
    default NdArray reshape(Shape shape) {
        return Reshaping.reshape((NdArray) this, Reshaping.target(((NdArray) this).shape(), shape.toArray()));
    }

    /**
     * As {@link #reshape(long...)}, with the elements read and placed in another order (C, F or A), or never or always
     * copied.
     *
     * @throws ZeroCopyException if {@code copy(false)} is given and no strides can express it
     */
    default NdArray reshape(long[] shape, ReshapeOption... options) {
        return Reshaping.reshape((NdArray) this, shape, options);
    }

    /**
     * As {@link #reshape(long...)}, but never a copy.
     *
     * @throws ZeroCopyException if no strides can express it
     */
    default NdArray asShape(long... shape) {
        NdArray array = (NdArray) this;
        Shape target = Reshaping.target(array.shape(), shape);
        return array.layout().reshape(target, array.itemsize()).map(array::view)
                .orElseThrow(() -> new ZeroCopyException("asShape: " + array.layout() + " cannot be seen as " + target
                        + " without a copy; use reshape, which copies"));
    }

    /**
     * All elements along one axis: a view where they lie contiguous in that order, else a copy. Reads in C order unless
     * told.
     */
    default NdArray ravel(LayoutOption... options) {
        return Reshaping.ravel((NdArray) this, Reshaping.order("ravel", Order.C, options));
    }

    /**
     * The elements whose positions along two axes are one, or differ by an offset, as the last axis: a read-only view,
     * as NumPy's.
     *
     * @throws ShapeException if there are fewer than two axes
     * @throws AxisException if the two are one, or are not there
     */
    default NdArray diagonal(DiagonalOption... options) {
        return Traces.of("diagonal", options).diagonal((NdArray) this).asReadOnly();
    }
}
