package io.arrayport.core.ndarray;

import java.util.Arrays;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** The same elements under another shape, in the orders that NumPy knows. */
final class Reshaping {
    private Reshaping() {}

    static NdArray reshape(NdArray array, long[] lengths, ReshapeOption... options) {
        Option.requireDistinct("reshape", options);
        Order order = Order.C;
        boolean never = false;
        boolean always = false;
        for (ReshapeOption option : options) {
            switch (option) {
                case OrderOption(Order given) -> order = given;
                case CopyOption(Boolean copy) -> {
                    always = copy != null && copy;
                    never = copy != null && !copy;
                }
            }
        }
        if (order == Order.K) {
            throw new IllegalArgumentException("reshape: the order K has no meaning here; give C, F or A");
        }
        Shape target = target(array.shape(), lengths);
        if (target.size() != array.size()) {
            array.layout().reshape(target, array.itemsize()); // says so, before anything is copied
        }
        NdArray result = reshape(always ? Assignment.converted(array, array.dtype(), order) : array, target, order);
        if (never && result.storage() != array.storage()) {
            result.close();
            throw new ZeroCopyException("reshape: " + array.layout() + " cannot be seen as " + target
                    + " without a copy; leave out copy(false)");
        }
        return result;
    }

    /** In C order. */
    static NdArray reshape(NdArray array, Shape target) {
        return array.layout().reshape(target, array.itemsize()).map(array::view).orElseGet(() -> Assignment
                .converted(array, array.dtype(), Order.C).view(Layout.contiguous(target, array.itemsize())));
    }

    private static NdArray reshape(NdArray array, Shape target, Order order) {
        if (!Orders.isColumns(order, array.layout(), array.itemsize())) {
            return reshape(array, target);
        }
        // Column-major order is row-major order with the axes reversed, before and after.
        long[] reversed = new long[target.ndim()];
        Arrays.setAll(reversed, axis -> target.dim(reversed.length - 1 - axis));
        return reshape(array.transpose(), Shape.of(reversed)).transpose();
    }

    static NdArray ravel(NdArray array, Order order) {
        NdArray rows = order == Order.K ? array.transpose(Orders.byStride(array.layout())) : rows(array, order);
        return rows.isCContiguous() ? reshape(rows, Shape.of(rows.size())) : flattened(array, order);
    }

    /** A copy of all elements along one axis, read in this order. */
    static NdArray flattened(NdArray array, Order order) {
        NdArray rows = order == Order.K ? array.transpose(Orders.walked(array.layout(), array.itemsize()))
                : rows(array, order);
        NdArray copy = Assignment.converted(rows, rows.dtype(), Order.C);
        return copy.view(Layout.contiguous(Shape.of(rows.size()), rows.itemsize()));
    }

    /** The view whose C order is {@code array}'s {@code order}, which is not K. */
    private static NdArray rows(NdArray array, Order order) {
        return Orders.isColumns(order, array.layout(), array.itemsize()) ? array.T() : array;
    }

    static Order order(String operation, Order usual, LayoutOption... options) {
        Option.requireDistinct(operation, options);
        Order order = usual;
        for (LayoutOption option : options) {
            order = switch (option) {
                case OrderOption(Order given) -> given;
            };
        }
        return order;
    }

    /** Works out the one length that the caller left open. */
    static Shape target(Shape from, long[] lengths) {
        long[] dims = lengths.clone();
        int open = -1;
        for (int axis = 0; axis < dims.length; axis++) {
            if (dims[axis] < 0) {
                if (open >= 0) {
                    throw new ShapeException(
                            "reshape: lengths " + open + " and " + axis + " are both left open; only one can be");
                }
                open = axis;
            }
        }
        if (open >= 0) {
            dims[open] = 1;
            long known = Shape.of(dims).size();
            if (known == 0 || from.size() % known != 0) {
                throw new ShapeException("reshape: " + from.size()
                        + (from.size() == 1 ? " element" : " elements") + " of shape " + from
                        + (from.size() == 1 ? " does" : " do") + " not divide by the " + known + " of the other axes");
            }
            dims[open] = from.size() / known;
        }
        return Shape.of(dims);
    }
}
