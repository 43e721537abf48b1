package io.arrayport.core;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.creation.Blank;
import io.arrayport.core.creation.JavaArrays;
import io.arrayport.core.creation.RecordLists;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.ArrayOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import org.jspecify.annotations.Nullable;

/**
 * How {@code np.array} and {@code np.asarray} take what they are given.
 *
 * @param operation named in errors
 * @param dtype null keeps the type
 * @param copy null copies where it must
 * @param ndmin the least number of axes: further ones, of length 1, come in front
 * @param ndmax the greatest depth of lists
 */
record Taking(String operation, @Nullable DType dtype, Order order, @Nullable Boolean copy, int ndmin, int ndmax) {

    /** @param options of the families of the two functions */
    static Taking of(String operation, @Nullable Boolean usual, Option... options) {
        Option.requireDistinct(operation, options);
        DType dtype = null;
        Order order = Order.K;
        Boolean copy = usual;
        int ndmin = 0;
        int ndmax = Shape.MAX_NDIM;
        for (Option option : options) {
            switch (option) {
                case DtypeOption(DType given) -> dtype = given;
                case OrderOption(Order given) -> order = given;
                case CopyOption(Boolean given) -> copy = given;
                case ArrayOption.Ndmin(int least) -> ndmin = least;
                case ArrayOption.Ndmax(int most) -> ndmax = most;
                default -> throw new IllegalArgumentException(operation + ": it takes no " + option.keyword());
            }
        }
        if (ndmin > ndmax || ndmax > Shape.MAX_NDIM) {
            throw new ShapeException(operation + ": ndmin is " + ndmin + ", ndmax " + ndmax + "; give at most "
                    + Shape.MAX_NDIM + " axes, and no more for ndmin than for ndmax");
        }
        return new Taking(operation, dtype, order, copy, ndmin, ndmax);
    }

    /** What a number is by itself: as Java has it, but whole ones are not narrowed for being ints. */
    static DType type(Number number) {
        return switch (number) {
            case Float _ -> DType.FLOAT32;
            case Short _ -> DType.INT16;
            case Byte _ -> DType.INT8;
            default -> Nested.type(number);
        };
    }

    /** As {@code np.require} takes: copied where it must be. */
    static Taking required(@Nullable DType dtype, Order order) {
        return new Taking("require", dtype, order, null, 0, Shape.MAX_NDIM);
    }

    /** Shares or copies an array. */
    NdArray take(NdArray array) {
        return widened(shared(array));
    }

    private NdArray widened(NdArray array) {
        NdArray wide = array;
        while (wide.ndim() < ndmin) {
            wide = wide.expandDims(0);
        }
        return wide;
    }

    private NdArray shared(NdArray array) {
        DType type = dtype == null ? array.dtype() : dtype;
        boolean same = type.equals(array.dtype());
        if (copy != null && copy) {
            return array.astype(type, Options.order(same ? order : followed()));
        }
        boolean shared = same && Orders.holds(followed(), array.layout(), array.itemsize());
        if (!shared && copy != null) {
            throw new ZeroCopyException(operation + ": " + array.layout() + " of " + array.dtype()
                    + " cannot be shared as " + type + " in order " + order + "; leave out copy(false)");
        }
        return shared ? array : array.astype(type, Options.order(followed()));
    }

    /** Returns what was made in main memory where it should lie; what was made of arrays on a device lies there. */
    static NdArray on(Device device, NdArray made) {
        return made.device().equals(Device.CPU) ? Blank.on(device, made) : made;
    }

    /** Makes an array of a number, or of numbers in lists. */
    NdArray read(Object numbers) {
        if (copy != null && !copy) {
            throw new ZeroCopyException(operation + ": numbers have no memory to share; leave out copy(false)");
        }
        requireDepth(numbers);
        if (dtype != null && dtype.kind() == 'V') {
            return widened(ordered(RecordLists.of(Device.CPU, numbers, dtype)));
        }
        DType type = dtype == null && numbers instanceof Number one ? type(one) : dtype;
        return widened(ordered(type == null ? Nested.array(numbers) : Nested.array(numbers, type)));
    }

    private void requireDepth(Object numbers) {
        int depth = 0;
        Object at = numbers;
        while (depth <= ndmax && at instanceof List<?> items) { // which may hold itself
            depth++;
            at = items.isEmpty() ? "" : items.getFirst();
        }
        if (depth > ndmax) {
            throw new ShapeException(operation + ": lists are " + depth + " deep or deeper, ndmax is " + ndmax
                    + ", and there are no arrays of lists");
        }
    }

    /** Makes an array of Java's: nested ones, of primitive numbers or of what lists may hold. */
    NdArray take(Device device, Object[] numbers) {
        if (copy != null && !copy) {
            throw new ZeroCopyException(operation + ": Java's arrays lie on its heap, which cannot be shared; leave out"
                    + " copy(false)");
        }
        if (!JavaArrays.isPrimitive(numbers)) {
            return read(Arrays.asList(numbers));
        }
        NdArray made = JavaArrays.of(device, numbers);
        if (dtype == null || dtype.equals(made.dtype())) {
            return widened(ordered(made));
        }
        try (made) {
            return widened(made.astype(dtype, new Option.OrderOption(followed())));
        }
    }

    private NdArray ordered(NdArray made) {
        if (Orders.holds(followed(), made.layout(), made.itemsize())) {
            return made;
        }
        try (made) {
            return made.copy(Options.order(order));
        }
    }

    /** Of an array that is taken as it is, A asks nothing. */
    private Order followed() {
        return order == Order.A ? Order.K : order;
    }
}
