package io.arrayport.core.manipulation;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.ndarray.AlongOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Temporaries;

/**
 * An axis along which elements come in or go: without one that is named, that of all elements in C order.
 *
 * @param operation named in errors
 * @param array a view or a copy of {@code own}
 * @param axis counted from the front
 */
record Line(String operation, NdArray array, int axis, NdArray own) implements AutoCloseable {

    static Line of(String operation, NdArray array, AlongOption... options) {
        Integer axis = Along.axis(operation, null, options);
        return axis == null ? new Line(operation, array.ndim() == 1 ? array : array.reshape(-1), 0, array)
                : new Line(operation, array, Layout.axis(operation, axis, array.ndim()), array);
    }

    long length() {
        return array.shape().dim(axis);
    }

    /** A position counted from the front. */
    long inside(long position) {
        if (position < -length() || position >= length()) {
            throw new IndexException(operation + ": " + position + " is out of bounds for axis " + axis + " with size "
                    + length());
        }
        return position < 0 ? position + length() : position;
    }

    /** The order of a result: column-major only where the array is nothing else. */
    Order order() {
        return array.layout().isFContiguous(array.itemsize()) && !array.isCContiguous() ? Order.F : Order.C;
    }

    /** A new array of another length along the axis. */
    NdArray empty(long length) {
        long[] dims = array.shape().toArray();
        dims[axis] = length;
        return Temporaries.empty(array, array.dtype(), Orders.fresh(order(), Shape.of(dims), array.itemsize()));
    }

    @Override
    public void close() {
        Temporaries.closeUnless(own, array);
    }
}
