package io.arrayport.core;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.loop.Orders;
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
 */
record Taking(String operation, @Nullable DType dtype, Order order, @Nullable Boolean copy) {

    /** @param options of the families of the two functions */
    static Taking of(String operation, @Nullable Boolean usual, Option... options) {
        Option.requireDistinct(operation, options);
        DType dtype = null;
        Order order = Order.K;
        Boolean copy = usual;
        for (Option option : options) {
            switch (option) {
                case DtypeOption(DType given) -> dtype = given;
                case OrderOption(Order given) -> order = given;
                case CopyOption(Boolean given) -> copy = given;
                default -> throw new IllegalArgumentException(operation + ": it takes no " + option.keyword());
            }
        }
        return new Taking(operation, dtype, order, copy);
    }

    /** Shares or copies an array. */
    NdArray take(NdArray array) {
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

    /** Makes an array of numbers in lists. */
    NdArray take(List<?> numbers) {
        if (copy != null && !copy) {
            throw new ZeroCopyException(operation + ": lists have no memory to share; leave out copy(false)");
        }
        NdArray made = dtype == null ? Nested.array(numbers) : Nested.array(numbers, dtype);
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
