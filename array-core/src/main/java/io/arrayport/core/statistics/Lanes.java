package io.arrayport.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Axis;
import org.jspecify.annotations.Nullable;

/**
 * An array as rows of what goes into one result each.
 *
 * @param rows of shape (results, elements of one): a view, or a copy where strides cannot say it
 * @param kept the lengths of the other axes
 * @param all the same, with length 1 where an axis is reduced
 * @param reduced the axes that are reduced
 * @param own the array that the rows are of
 */
record Lanes(NdArray rows, Shape kept, Shape all, int[] reduced, NdArray own) implements AutoCloseable {

    /** @param axis null is all of them */
    static Lanes of(String operation, NdArray a, @Nullable Axis axis) {
        if (axis == null || axis.axes() == null) {
            long[] ones = new long[a.ndim()];
            Arrays.fill(ones, 1);
            return new Lanes(a.reshape(1, a.size()), Shape.of(), Shape.of(ones), axes(operation, axis, a.ndim()), a);
        }
        int[] reduced = axes(operation, axis, a.ndim());
        List<Integer> order = new ArrayList<>();
        long[] all = a.shape().toArray();
        long results = 1;
        for (int i = 0; i < a.ndim(); i++) {
            int at = i;
            if (Arrays.stream(reduced).noneMatch(one -> one == at)) {
                order.add(i);
                results *= all[i];
            } else {
                all[i] = 1;
            }
        }
        Shape kept = Shape.of(order.stream().mapToLong(i -> a.shape().dim(i)).toArray());
        long elements = 1;
        for (int one : reduced) {
            elements *= a.shape().dim(one);
        }
        // In the order of the axes, as elements of one result are alike
        Arrays.stream(reduced).sorted().forEach(order::add);
        NdArray turned = a.ndim() == 0 ? a : a.transpose(order.stream().mapToInt(Integer::intValue).toArray());
        return new Lanes(turned.reshape(results, elements), kept, Shape.of(all), reduced, a);
    }

    /** The axes that are named, counted from the front. */
    static int[] axes(String operation, @Nullable Axis axis, int ndim) {
        if (axis == null || axis.axes() == null) {
            return IntStream.range(0, ndim).toArray();
        }
        int[] axes = axis.axes().stream().mapToInt(one -> Layout.axis(operation, one, ndim)).toArray();
        if (Arrays.stream(axes).distinct().count() < axes.length) {
            throw new AxisException(operation + ": an axis is named twice in " + axis.axes());
        }
        return axes;
    }

    /** The one axis that is named, counted from the front. */
    static int one(String operation, Axis axis, int ndim) {
        int[] axes = axes(operation, axis, ndim);
        if (axes.length != 1) {
            throw new AxisException(operation + ": " + axes.length + " axes are named; it goes along one");
        }
        return axes[0];
    }

    /** A part of one axis: a view. */
    static NdArray slice(NdArray array, int axis, @Nullable Long start, @Nullable Long stop) {
        Index[] indices = new Index[axis + 1];
        Arrays.fill(indices, Index.all());
        indices[axis] = Index.slice(start, stop);
        return array.get(indices);
    }

    /** One element of each row: a view of shape (results). */
    static NdArray column(NdArray rows, long index) {
        return rows.get(Index.all(), Index.at(index));
    }

    @Override
    public void close() {
        Compute.closeUnless(own, rows);
    }
}
