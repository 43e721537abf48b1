package io.arrayport.core;

import io.arrayport.core.creation.Blank;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.CreationOption;
import io.arrayport.core.ndarray.NdArray;

/** Arrays made after the pattern of others: of their shape, type and order of axes, unless told otherwise. */
public sealed interface LikeCreation permits Creation {
    /** Where arrays are made. */
    Device device();

    /** Elements are whatever was in memory: fill before reading. */
    default NdArray emptyLike(NdArray prototype, CreationOption... options) {
        return emptyLike(prototype, prototype.shape(), options);
    }

    /** As {@link #emptyLike(NdArray, CreationOption...)}, of another shape. */
    default NdArray emptyLike(NdArray prototype, Shape shape, CreationOption... options) {
        return like("emptyLike", prototype, options).emptyLike(device(), prototype, shape);
    }

    /** All zero. */
    default NdArray zerosLike(NdArray a, CreationOption... options) {
        return zerosLike(a, a.shape(), options);
    }

    /** As {@link #zerosLike(NdArray, CreationOption...)}, of another shape. */
    default NdArray zerosLike(NdArray a, Shape shape, CreationOption... options) {
        return like("zerosLike", a, options).zerosLike(device(), a, shape);
    }

    /** All one. */
    default NdArray onesLike(NdArray a, CreationOption... options) {
        return onesLike(a, a.shape(), options);
    }

    /** As {@link #onesLike(NdArray, CreationOption...)}, of another shape. */
    default NdArray onesLike(NdArray a, Shape shape, CreationOption... options) {
        return fullLike("onesLike", a, 1L, shape, options);
    }

    /**
     * All {@code fillValue}.
     *
     * @throws io.arrayport.core.error.CastingException if an integer type cannot hold it
     */
    default NdArray fullLike(NdArray a, Number fillValue, CreationOption... options) {
        return fullLike(a, fillValue, a.shape(), options);
    }

    /** As {@link #fullLike(NdArray, Number, CreationOption...)}, of another shape. */
    default NdArray fullLike(NdArray a, Number fillValue, Shape shape, CreationOption... options) {
        return fullLike("fullLike", a, fillValue, shape, options);
    }

    /** {@code fillValue} repeated, broadcast to the shape. */
    default NdArray fullLike(NdArray a, NdArray fillValue, CreationOption... options) {
        return fullLike(a, fillValue, a.shape(), options);
    }

    /** As {@link #fullLike(NdArray, NdArray, CreationOption...)}, of another shape. */
    default NdArray fullLike(NdArray a, NdArray fillValue, Shape shape, CreationOption... options) {
        return Blank.filled(like("fullLike", a, options).emptyLike(device(), a, shape), made -> made.set(fillValue));
    }

    private NdArray fullLike(String operation, NdArray a, Number value, Shape shape, CreationOption... options) {
        return Blank.filled(like(operation, a, options).emptyLike(device(), a, shape), made -> made.fill(value));
    }

    private static Blank like(String operation, NdArray a, CreationOption... options) {
        return Blank.like(operation, a.dtype(), Order.K, options);
    }
}
