package io.arrayport.core;

import java.math.BigInteger;
import java.util.function.Consumer;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.CreationOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** What a new array is to be. */
record Blank(DType dtype, Order order) {

    /**
     * What the options say of an array made after no other.
     *
     * @throws IllegalArgumentException if the order is A or K, which need another
     */
    static Blank of(String operation, DType usual, CreationOption... options) {
        Blank blank = like(operation, usual, Order.C, options);
        if (blank.order == Order.A || blank.order == Order.K) {
            throw new IllegalArgumentException(operation + ": the order " + blank.order
                    + " follows that of another array, and there is none; give C or F");
        }
        return blank;
    }

    /** What the options say of an array made after another of type {@code usual}. */
    static Blank like(String operation, DType usual, Order order, CreationOption... options) {
        Option.requireDistinct(operation, options);
        Blank blank = new Blank(usual, order);
        for (CreationOption option : options) {
            blank = switch (option) {
                case DtypeOption(DType type) -> new Blank(type, blank.order);
                case OrderOption(Order given) -> new Blank(blank.dtype, given);
            };
        }
        return blank;
    }

    /** What NumPy makes of a Python number. */
    static DType typeOf(Number number) {
        return switch (number) {
            case Byte _,Short _,Integer _,Long _ -> DType.INT64;
            case BigInteger big -> {
                if (big.bitLength() > Long.SIZE - (big.signum() < 0 ? 1 : 0)) {
                    throw new CastingException("full: the integer " + big + " needs more than 64 bits");
                }
                yield big.bitLength() < Long.SIZE ? DType.INT64 : DType.UINT64;
            }
            default -> DType.FLOAT64;
        };
    }

    NdArray empty(Device device, Shape shape) {
        return make(device, Orders.fresh(order, shape, dtype.itemsize()));
    }

    NdArray emptyLike(Device device, NdArray like, Shape shape) {
        return make(device, Orders.fresh(order, shape, dtype.itemsize(), like.layout(), like.itemsize()));
    }

    NdArray zeros(Device device, Shape shape) {
        if (!device.equals(Device.CPU)) {
            return full(device, shape, 0L);
        }
        Layout layout = Orders.fresh(order, shape, dtype.itemsize());
        return NdArray.of(Storage.allocateZeroed(layout.endByte(dtype.itemsize())), dtype, layout);
    }

    NdArray full(Device device, Shape shape, Number value) {
        return filled(empty(device, shape), made -> made.fill(value));
    }

    NdArray full(Device device, Shape shape, NdArray value) {
        return filled(empty(device, shape), made -> made.set(value));
    }

    private NdArray make(Device device, Layout layout) {
        long bytes = layout.endByte(dtype.itemsize());
        Storage storage = device.equals(Device.CPU) ? Storage.allocate(bytes)
                : Backend.of("on", device).allocate(device, bytes);
        return NdArray.of(storage, dtype, layout);
    }

    /** Gives back at once what could not be filled. */
    static NdArray filled(NdArray fresh, Consumer<NdArray> fill) {
        boolean done = false;
        try {
            fill.accept(fresh);
            done = true;
            return fresh;
        } finally {
            if (!done) {
                fresh.close();
            }
        }
    }

    /** @param zeros C-contiguous, of shape (n, n) */
    static NdArray identity(NdArray zeros) {
        zeros.reshape(-1).get(Index.slice(null, null, zeros.shape().dim(0) + 1)).fill(1);
        return zeros;
    }
}
