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
