package io.arrayport.core.manipulation;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.ndarray.AlongOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import org.jspecify.annotations.Nullable;

/** One axis, and parts of arrays along it. */
final class Along {
    private Along() {}

    /**
     * The one axis that is named.
     *
     * @param usual what is meant by nothing; null is all elements in C order
     */
    static @Nullable Integer axis(String operation, @Nullable Integer usual, AlongOption... options) {
        Option.requireDistinct(operation, options);
        Integer axis = usual;
        for (AlongOption option : options) {
            axis = switch (option) {
                case Axis(List<Integer> axes) -> axes == null ? null : one(operation, axes);
            };
        }
        return axis;
    }

    /** As {@link #axis}, counted from the front, for what knows no other way than along one. */
    static int required(String operation, int ndim, AlongOption... options) {
        Integer axis = axis(operation, 0, options);
        if (axis == null) {
            throw new AxisException(operation + ": it goes along one axis; name it with axis(...)");
        }
        return Layout.axis(operation, axis, ndim);
    }

    static int one(String operation, List<Integer> axes) {
        if (axes.size() != 1) {
            throw new AxisException(operation + ": " + axes.size() + " axes are named; it goes along one");
        }
        return axes.getFirst();
    }

    /** A part of one axis, counted from the front: a view. */
    static NdArray slice(NdArray array, int axis, @Nullable Long start, @Nullable Long stop) {
        return slice(array, axis, start, stop, null);
    }

    static NdArray slice(NdArray array, int axis, @Nullable Long start, @Nullable Long stop, @Nullable Long step) {
        return at(array, axis, Index.slice(start, stop, step));
    }

    /** What an index selects along one axis, counted from the front: a view, unless it has an array. */
    static NdArray at(NdArray array, int axis, Index index) {
        return array.get(index(axis, index));
    }

    /** All of the axes before. */
    static Index[] index(int axis, Index index) {
        Index[] indices = new Index[axis + 1];
        Arrays.fill(indices, Index.all());
        indices[axis] = index;
        return indices;
    }
}
