package io.arrayport.core;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Permutations;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.manipulation.Ranks;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.Assignment;
import io.arrayport.core.ndarray.CopytoOption;
import io.arrayport.core.ndarray.JavaOnly;
import io.arrayport.core.ndarray.LayoutOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.ReshapeOption;

/** NumPy's chapter "array manipulation". Views share their bytes with the argument. */
public sealed interface Manipulation permits Np {
    /** Where arrays of numbers alone are made. */
    Device device();

    /** The elements under another shape, in C order: a view where strides can say it, else a copy. */
    default NdArray reshape(NdArray a, long... shape) {
        return a.reshape(shape);
    }

    /** As {@link #reshape(NdArray, long...)}. */
    @JavaOnly
    default NdArray reshape(NdArray a, Shape shape) {
        return a.reshape(shape);
    }

    /** As {@link #reshape(NdArray, long...)}, in another order, or never or always copied. */
    default NdArray reshape(NdArray a, long[] shape, ReshapeOption... options) {
        return a.reshape(shape, options);
    }

    /** All elements along one axis: a view where they lie contiguous, else a copy. */
    default NdArray ravel(NdArray a, LayoutOption... options) {
        return a.ravel(options);
    }

    /** The axes reversed. A view. */
    default NdArray transpose(NdArray a) {
        return a.T();
    }

    /** The axes permuted. A view. */
    default NdArray transpose(NdArray a, int... axes) {
        return a.transpose(axes);
    }

    /** {@link #transpose(NdArray)} by the array API's name. */
    default NdArray permuteDims(NdArray a) {
        return a.T();
    }

    /** {@link #transpose(NdArray, int...)} by the array API's name. */
    default NdArray permuteDims(NdArray a, int... axes) {
        return a.transpose(axes);
    }

    /** The last two axes exchanged. A view. */
    default NdArray matrixTranspose(NdArray x) {
        return x.mT();
    }

    /** Two axes exchanged. A view. */
    default NdArray swapaxes(NdArray a, int axis1, int axis2) {
        return a.swapaxes(axis1, axis2);
    }

    /** One axis moved to another place; the others keep their order. A view. */
    default NdArray moveaxis(NdArray a, int source, int destination) {
        return moveaxis(a, new int[]{source}, new int[]{destination});
    }

    /** Axes moved to other places, one by one; the others keep their order. A view. */
    default NdArray moveaxis(NdArray a, int[] source, int[] destination) {
        return a.transpose(Permutations.moved(a.ndim(), source, destination));
    }

    /** The axis moved to the front. A view. */
    default NdArray rollaxis(NdArray a, int axis) {
        return rollaxis(a, axis, 0);
    }

    /** The axis moved to before {@code start}. A view. */
    default NdArray rollaxis(NdArray a, int axis, int start) {
        int from = Layout.axis("rollaxis", axis, a.ndim());
        int before = Layout.axis("rollaxis: start", start < 0 ? start + a.ndim() : start, a.ndim() + 1);
        return moveaxis(a, from, from < before ? before - 1 : before);
    }

    /** All axes turned round. A view. */
    default NdArray flip(NdArray m) {
        return flip(m, IntStream.range(0, m.ndim()).toArray());
    }

    /** The named axes turned round. A view. */
    default NdArray flip(NdArray m, int... axis) {
        Index backwards = Index.slice(null, null, -1);
        Index[] indices = new Index[m.ndim()];
        Arrays.fill(indices, Index.all());
        for (int turned : Permutations.distinct("flip", axis, m.ndim())) {
            indices[turned] = backwards;
        }
        return m.get(indices);
    }

    /** The second axis turned round. A view. */
    default NdArray fliplr(NdArray m) {
        return flip(m, 1);
    }

    /** The first axis turned round. A view. */
    default NdArray flipud(NdArray m) {
        return flip(m, 0);
    }

    /** Turned by a quarter, from the first axis towards the second. A view. */
    default NdArray rot90(NdArray m) {
        return rot90(m, 1);
    }

    /** Turned by {@code k} quarters, from the first axis towards the second. A view. */
    default NdArray rot90(NdArray m, int k) {
        return rot90(m, k, new int[]{0, 1});
    }

    /** Turned by {@code k} quarters, from the first of two axes towards the second. A view. */
    default NdArray rot90(NdArray m, int k, int[] axes) {
        if (axes.length != 2) {
            throw new AxisException("rot90: " + axes.length + " axes are named; a plane has 2");
        }
        int[] plane = Permutations.distinct("rot90", axes, m.ndim());
        return switch (Math.floorMod(k, 4)) {
            case 1 -> flip(m, plane[1]).swapaxes(plane[0], plane[1]);
            case 2 -> flip(m, plane);
            case 3 -> flip(m.swapaxes(plane[0], plane[1]), plane[1]);
            default -> m.get();
        };
    }

    /** Axes of length 1 stretched to {@code shape}: a read-only view. */
    default NdArray broadcastTo(NdArray array, long... shape) {
        return array.broadcastTo(shape);
    }

    /** As {@link #broadcastTo(NdArray, long...)}. */
    @JavaOnly
    default NdArray broadcastTo(NdArray array, Shape shape) {
        return array.broadcastTo(shape);
    }

    /** All stretched to the shape that they broadcast to: read-only views. */
    default List<NdArray> broadcastArrays(NdArray... args) {
        long[] shape = broadcastShapes(Stream.of(args).map(NdArray::shape).toArray(Shape[]::new)).toArray();
        return Stream.of(args).map(array -> array.broadcastTo(shape)).toList();
    }

    /** The shape that all broadcast to. */
    default Shape broadcastShapes(Shape... args) {
        return Stream.of(args).reduce(Shape.of(), Shape::broadcast);
    }

    /** Axes of length 1 inserted, at these positions of the result. A view. */
    default NdArray expandDims(NdArray a, int... axis) {
        int[] places = Permutations.distinct("expandDims", axis, a.ndim() + axis.length);
        Arrays.sort(places);
        NdArray result = a;
        for (int place : places) {
            result = result.expandDims(place);
        }
        return result;
    }

    /** All axes of length 1 dropped. A view. */
    default NdArray squeeze(NdArray a) {
        return a.squeeze();
    }

    /** The named axes, of length 1, dropped. A view. */
    default NdArray squeeze(NdArray a, int... axis) {
        return a.squeeze(axis);
    }

    /** A view with at least one axis. */
    default NdArray atleast1d(NdArray array) {
        return Ranks.atleast1d(array);
    }

    /** Views with at least one axis each. */
    default List<NdArray> atleast1d(NdArray... arrays) {
        return Stream.of(arrays).map(Ranks::atleast1d).toList();
    }

    /** A view with at least two axes, new ones in front. */
    default NdArray atleast2d(NdArray array) {
        return Ranks.atleast2d(array);
    }

    /** Views with at least two axes each. */
    default List<NdArray> atleast2d(NdArray... arrays) {
        return Stream.of(arrays).map(Ranks::atleast2d).toList();
    }

    /** A view with at least three axes, one new one at the end, others in front. */
    default NdArray atleast3d(NdArray array) {
        return Ranks.atleast3d(array);
    }

    /** Views with at least three axes each. */
    default List<NdArray> atleast3d(NdArray... arrays) {
        return Stream.of(arrays).map(Ranks::atleast3d).toList();
    }

    /** A copy, its axes in the same order unless told. */
    default NdArray copy(NdArray a, LayoutOption... options) {
        return a.copy(options.length == 0 ? new LayoutOption[]{Options.order(Order.K)} : options);
    }

    /** {@code a} itself if it is C-contiguous, else a copy that is; with at least one axis. */
    default NdArray ascontiguousarray(NdArray a) {
        return ascontiguousarray(a, a.dtype());
    }

    /** As {@link #ascontiguousarray(NdArray)}, of another type. */
    default NdArray ascontiguousarray(NdArray a, DType dtype) {
        return atleast1d(a.astype(dtype, Options.order(Order.C), Options.copy(false)));
    }

    /** The numbers in lists as {@code np.array} reads them, C-contiguous and with at least one axis. */
    default NdArray ascontiguousarray(List<?> a, DType dtype) {
        return atleast1d(Nested.array(device(), a, dtype));
    }

    /** {@code a} itself if it is F-contiguous, else a copy that is; with at least one axis. */
    default NdArray asfortranarray(NdArray a) {
        return asfortranarray(a, a.dtype());
    }

    /** As {@link #asfortranarray(NdArray)}, of another type. */
    default NdArray asfortranarray(NdArray a, DType dtype) {
        return atleast1d(a.astype(dtype, Options.order(Order.F), Options.copy(false)));
    }

    /** The numbers in lists as {@code np.array} reads them, F-contiguous and with at least one axis. */
    default NdArray asfortranarray(List<?> a, DType dtype) {
        return asfortranarray(Nested.array(device(), a, dtype));
    }

    /**
     * Writes the elements of {@code src}, broadcast, to {@code dst}, within the rule same_kind unless another is given;
     * under a mask {@code where}, broadcast, only where that is true. As if {@code src} and the mask had been read
     * first.
     *
     * @throws CastingException if the rule does not allow the conversion, or the mask is not of bools
     * @throws io.arrayport.core.error.ShapeException if {@code src} or the mask does not stretch to {@code dst}
     * @throws io.arrayport.core.error.ReadOnlyException if {@code dst} may not be written to
     */
    default void copyto(NdArray dst, NdArray src, CopytoOption... options) {
        Assignment.copyto(dst, src, options);
    }

    /** Number of axes. */
    default int ndim(NdArray a) {
        return a.ndim();
    }

    /** Lengths along the axes. */
    default Shape shape(NdArray a) {
        return a.shape();
    }
}
