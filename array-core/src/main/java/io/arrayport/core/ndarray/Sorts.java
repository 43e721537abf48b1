package io.arrayport.core.ndarray;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.OrderOption;
import org.jspecify.annotations.Nullable;

/**
 * What the options of a sort say together.
 *
 * @param operation named in errors
 * @param axis null is all elements in C order
 * @param fields by which records are compared before all others
 */
record Sorts(String operation, @Nullable Integer axis, List<String> fields) {
    private static final int LAST = -1;

    static Sorts of(String operation, SortOption... options) {
        Option.requireDistinct(operation, options);
        Integer axis = LAST;
        boolean kind = false;
        boolean stable = false;
        List<String> fields = List.of();
        for (SortOption option : options) {
            switch (option) {
                case Axis named -> axis = one(operation, named);
                case SortOption.KindOption _ -> kind = true;
                case SortOption.FieldOrder(List<String> names) -> fields = names;
                case SortOption.Stable _ -> stable = true;
            }
        }
        if (kind && stable) {
            throw new IllegalArgumentException(operation + ": both kind and stable are given; they say the same, so"
                    + " give one of them");
        }
        return new Sorts(operation, axis, fields);
    }

    /** Returns the axis that is named, null for all of them. */
    static @Nullable Integer one(String operation, Axis axis) {
        List<Integer> axes = axis.axes();
        if (axes != null && axes.size() != 1) {
            throw new AxisException(operation + ": " + axes.size() + " axes are named; it goes along one");
        }
        return axes == null ? null : axes.getFirst();
    }

    /** What is done in place, along an axis. */
    interface Step {
        void run(Backend backend, Operand array, int axis);
    }

    /** What is written along an axis of a new array: positions, or elements on their way. */
    interface Into {
        void run(Backend backend, Operand array, int axis, Operand made);
    }

    void sort(NdArray array) {
        inPlace(array, Backend::sort);
    }

    NdArray sorted(NdArray array) {
        return copied(array, Backend::sort, Backend::sort);
    }

    /** Returns a copy of an array, or of all its elements in C order, after a step. */
    NdArray copied(NdArray array, Into into, Step step) {
        NdArray rows = axis == null ? array.reshape(-1) : array;
        Sorts along = axis == null ? new Sorts(operation, 0, fields) : this;
        if (rows.storage() != array.storage()) {
            return along.after(rows, step);
        }
        // Strings keep their characters elsewhere, and records by fields are compared as another type
        boolean isCopied = !fields.isEmpty() || array.dtype() instanceof StringType;
        return isCopied ? along.after(rows.copy(new OrderOption(Order.K)), step) : along.made(rows, into);
    }

    private NdArray made(NdArray array, Into into) {
        int along = Layout.axis(operation, axis == null ? 0 : axis, array.ndim());
        Layout layout = Orders.fresh(Order.K, array.shape(), array.itemsize(), array.layout(), array.itemsize());
        return Made.of(operation, array, array.dtype(), layout,
                (backend, made) -> into.run(backend, array.operand(), along, made));
    }

    /** Returns a copy after what is done in place. */
    NdArray after(NdArray copy, Step step) {
        boolean done = false;
        try {
            inPlace(copy, step);
            done = true;
            return copy;
        } finally {
            if (!done) {
                copy.close();
            }
        }
    }

    /**
     * Returns the same records, whose type has these fields before the others.
     *
     * @throws IllegalArgumentException if there are none, or none of such a name, or one is named twice
     */
    private NdArray ordered(NdArray array) {
        if (fields.isEmpty()) {
            return array;
        }
        if (!(array.dtype() instanceof StructType type)) {
            throw new IllegalArgumentException(operation + ": order names fields, and an array of " + array.dtype()
                    + " has none");
        }
        List<String> names = new ArrayList<>(fields);
        type.names().stream().filter(name -> !fields.contains(name)).forEach(names::add);
        return array.view(type.select(names), array.layout());
    }

    void inPlace(NdArray given, Step step) {
        NdArray array = ordered(given);
        if (axis == null) {
            throw new AxisException(operation + ": an array is sorted in place along one of its axes; name it, or sort"
                    + " a ravel() of the array");
        }
        int along = Layout.axis(operation, axis, array.ndim());
        array.operand().requireWriteable(operation, "this array");
        array.storage().acquire();
        try {
            step.run(Backend.of(operation, array.device()), array.operand(), along);
        } finally {
            array.storage().release();
        }
    }

    NdArray argsort(NdArray given) {
        return order(given, Backend::argsort);
    }

    NdArray order(NdArray given, Into order) {
        NdArray array = ordered(given);
        NdArray rows = axis == null || array.ndim() == 0 ? array.reshape(-1) : array;
        try {
            int along = axis == null ? 0 : Layout.axis(operation, axis, rows.ndim());
            return Made.of(operation, rows, DType.INT64, Layout.contiguous(rows.shape(), Long.BYTES),
                    (backend, made) -> order.run(backend, rows.operand(), along, made));
        } finally {
            if (rows.storage() != array.storage()) {
                rows.close();
            }
        }
    }
}
