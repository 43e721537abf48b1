package io.arrayport.core;

import java.util.List;

import io.arrayport.core.layout.NdIndex;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.Broadcast;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.NdEnumerate;
import io.arrayport.core.ndarray.NdIterator;
import io.arrayport.core.ndarray.NditerOption;

/** Elements one by one. Whole arrays at once are faster; here is what has no such form. */
public sealed interface Iteration permits Np {
    /** As {@link #nditer(List, NditerOption...)}, of one array. */
    default NdIterator nditer(NdArray op, NditerOption... options) {
        return NdIterator.of(List.of(op), options);
    }

    /**
     * Walks over the elements of arrays that are broadcast together, as they lie in memory unless another order is
     * given.
     *
     * @throws io.arrayport.core.error.ShapeException if they do not broadcast, or there is no element and no leave for
     *         that
     */
    default NdIterator nditer(List<NdArray> op, NditerOption... options) {
        return NdIterator.of(op, options);
    }

    /** As {@link #nestedIters(List, int[][], NditerOption...)}, of one array. */
    default List<NdIterator> nestedIters(NdArray op, int[][] axes, NditerOption... options) {
        return NdIterator.nested(List.of(op), axes, options);
    }

    /**
     * Iterators for loops within loops, the outermost first: each goes through axes of its own, and begins anew
     * wherever the one around it goes. Closing one closes all.
     *
     * <pre>{@code
     * List<NdIterator> loops = np.nestedIters(a, new int[][]{{1}, {0, 2}});
     * for (Object _ : loops.getFirst()) {
     *     for (Object each : loops.getLast()) { … }
     * }
     * }</pre>
     *
     * @param axes for each iterator, counted from 0, of the shape that all broadcast to; at least two. Axes that none
     *        goes through stay at 0. {@code EXTERNAL_LOOP} is for the innermost
     * @throws io.arrayport.core.error.AxisException if there is no such axis, or one is named twice
     * @throws io.arrayport.core.error.ShapeException as {@link #nditer(List, NditerOption...)}
     */
    default List<NdIterator> nestedIters(List<NdArray> op, int[][] axes, NditerOption... options) {
        return NdIterator.nested(op, axes, options);
    }

    /** The elements in C order, each with its index. */
    default NdEnumerate ndenumerate(NdArray arr) {
        return new NdEnumerate(arr);
    }

    /** All indices of a shape, in C order. */
    default NdIndex ndindex(long... shape) {
        return new NdIndex(Shape.of(shape));
    }

    /** As {@link #ndindex(long...)}. */
    default NdIndex ndindex(Shape shape) {
        return new NdIndex(shape);
    }

    /**
     * What arrays are together when they broadcast, and their elements side by side.
     *
     * @throws io.arrayport.core.error.ShapeException if they do not broadcast
     */
    default Broadcast broadcast(NdArray... args) {
        return new Broadcast(args);
    }
}
