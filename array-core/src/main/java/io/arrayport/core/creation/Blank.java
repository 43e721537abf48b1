package io.arrayport.core.creation;

import java.math.BigInteger;
import java.util.function.Consumer;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
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
public record Blank(DType dtype, Order order) {

    /**
     * What the options say of an array made after no other.
     *
     * @throws IllegalArgumentException if the order is A or K, which need another
     */
    public static Blank of(String operation, DType usual, CreationOption... options) {
        Blank blank = like(operation, usual, Order.C, options);
        if (blank.order == Order.A || blank.order == Order.K) {
            throw new IllegalArgumentException(operation + ": the order " + blank.order
                    + " follows that of another array, and there is none; give C or F");
        }
        return blank;
    }

    /** What the options say of an array made after another of type {@code usual}. */
    public static Blank like(String operation, DType usual, Order order, CreationOption... options) {
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
    public static DType typeOf(Number number) {
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

    /** Elements are whatever was in memory; strings of any length are empty. */
    public NdArray empty(Device device, Shape shape) {
        DType type = Promotion.sized(dtype);
        return make(device, type, Orders.fresh(order, shape, type.itemsize()));
    }

    /** As {@link #empty}, its axes in memory ordered after those of {@code like}. */
    public NdArray emptyLike(Device device, NdArray like, Shape shape) {
        DType type = Promotion.sized(dtype);
        return make(device, type, Orders.fresh(order, shape, type.itemsize(), like.layout(), like.itemsize()));
    }

    /** All zero, its axes in memory ordered after those of {@code like}. */
    public NdArray zerosLike(Device device, NdArray like, Shape shape) {
        DType type = Promotion.sized(dtype);
        return zeros(device, type, Orders.fresh(order, shape, type.itemsize(), like.layout(), like.itemsize()));
    }

    /** All zero. */
    public NdArray zeros(Device device, Shape shape) {
        DType type = Promotion.sized(dtype);
        return zeros(device, type, Orders.fresh(order, shape, type.itemsize()));
    }

    /** All zero, of a layout that begins at offset 0. */
    static NdArray zeros(Device device, DType dtype, Layout layout) {
        if (dtype instanceof StringType && !device.equals(Device.CPU)) {
            throw new DTypeException(
                    "array: " + dtype + " is of the host only, whose memory has bytes beside elements");
        }
        if (device.equals(Device.CPU)) {
            return NdArray.of(Storage.allocateZeroed(layout.endByte(dtype.itemsize())), dtype, layout);
        }
        // A text that is filled with 0 says so; it is to be empty
        return "SUV".indexOf(dtype.kind()) >= 0 ? on(device, zeros(Device.CPU, dtype, layout))
                : filled(make(device, dtype, layout), made -> made.fill(0L));
    }

    /** All {@code value}. */
    public NdArray full(Device device, Shape shape, Number value) {
        return filled(empty(device, shape), made -> made.fill(value));
    }

    /** {@code value}, broadcast. */
    public NdArray full(Device device, Shape shape, NdArray value) {
        return filled(empty(device, shape), made -> made.set(value));
    }

    /** Brings what was made in main memory to where it was asked for. */
    public static NdArray on(Device device, NdArray made) {
        if (made.device().equals(device)) {
            return made;
        }
        try (made) {
            return made.toDevice(device);
        }
    }

    private static NdArray make(Device device, DType dtype, Layout layout) {
        long bytes = layout.endByte(dtype.itemsize());
        if (dtype instanceof StringType) {
            // What was in memory would be no strings
            return zeros(device, dtype, layout);
        }
        Storage storage = device.equals(Device.CPU) ? Storage.allocate(bytes)
                : Backend.of("on", device).allocate(device, bytes);
        return NdArray.of(storage, dtype, layout);
    }

    /** Gives back at once what could not be filled. */
    public static NdArray filled(NdArray fresh, Consumer<NdArray> fill) {
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
}
