package io.arrayport.core;

import java.lang.foreign.MemorySegment;
import java.util.List;

import io.arrayport.core.creation.Blank;
import io.arrayport.core.creation.Diagonals;
import io.arrayport.core.creation.JavaArrays;
import io.arrayport.core.creation.Ranges;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.ArrayOption;
import io.arrayport.core.ndarray.AsarrayOption;
import io.arrayport.core.ndarray.CreationOption;
import io.arrayport.core.ndarray.JavaOnly;
import io.arrayport.core.ndarray.NdArray;

/**
 * NumPy's chapter "array creation". What is made is writeable, owns its storage, lies on the namespace's device, and is
 * float64 and C-contiguous unless told otherwise.
 */
public sealed interface Creation extends LikeCreation permits Np {
    /** Elements are whatever was in memory: fill before reading. */
    default NdArray empty(Shape shape, CreationOption... options) {
        return Blank.of("empty", DType.FLOAT64, options).empty(device(), shape);
    }

    /** As {@code empty(shape, dtype(dtype))}. */
    default NdArray empty(Shape shape, DType dtype) {
        return new Blank(dtype, Order.C).empty(device(), shape);
    }

    /** All zero. */
    default NdArray zeros(Shape shape, CreationOption... options) {
        return Blank.of("zeros", DType.FLOAT64, options).zeros(device(), shape);
    }

    /** As {@code zeros(shape, dtype(dtype))}. */
    default NdArray zeros(Shape shape, DType dtype) {
        return new Blank(dtype, Order.C).zeros(device(), shape);
    }

    /** All one. */
    default NdArray ones(Shape shape, CreationOption... options) {
        return Blank.of("ones", DType.FLOAT64, options).full(device(), shape, 1L);
    }

    /** As {@code ones(shape, dtype(dtype))}. */
    default NdArray ones(Shape shape, DType dtype) {
        return new Blank(dtype, Order.C).full(device(), shape, 1L);
    }

    /**
     * All {@code fillValue}; int64 or float64 by its class unless told.
     *
     * @throws io.arrayport.core.error.CastingException if an integer type cannot hold it
     */
    default NdArray full(Shape shape, Number fillValue, CreationOption... options) {
        return Blank.of("full", Blank.typeOf(fillValue), options).full(device(), shape, fillValue);
    }

    /** As {@code full(shape, fillValue, dtype(dtype))}. */
    default NdArray full(Shape shape, Number fillValue, DType dtype) {
        return new Blank(dtype, Order.C).full(device(), shape, fillValue);
    }

    /** {@code fillValue} repeated, broadcast to {@code shape}; of its type unless told. */
    default NdArray full(Shape shape, NdArray fillValue, CreationOption... options) {
        return Blank.of("full", fillValue.dtype(), options).full(device(), shape, fillValue);
    }

    /** 0, 1, …, short of {@code stop}: shape (n,), int64 or float64 by the class of the number. */
    default NdArray arange(Number stop) {
        return arange(0, stop, 1);
    }

    /** As {@link #arange(Number)}, of another type. */
    default NdArray arange(Number stop, DType dtype) {
        return arange(0, stop, 1, dtype);
    }

    /** {@code start}, {@code start + 1}, …, short of {@code stop}; int64, or float64 if a number is one. */
    default NdArray arange(Number start, Number stop) {
        return arange(start, stop, 1);
    }

    /** As {@link #arange(Number, Number)}, of another type. */
    default NdArray arange(Number start, Number stop, DType dtype) {
        return arange(start, stop, 1, dtype);
    }

    /** {@code start + i * step} for as long as it stays short of {@code stop}; int64, or float64 if a number is one. */
    default NdArray arange(Number start, Number stop, Number step) {
        return Ranges.arange(device(), start, stop, step);
    }

    /**
     * {@code start + i * step} for as long as it stays short of {@code stop}, exact where all three are integers. As
     * NumPy, only the first two are checked against the element type: the others follow from these in its own
     * arithmetic, where integers wrap.
     *
     * @throws io.arrayport.core.error.ShapeException if the range has no end or more elements than can be held
     * @throws io.arrayport.core.error.CastingException if the type cannot hold one of the first two, or is bool and
     *         there are more than two
     */
    default NdArray arange(Number start, Number stop, Number step, DType dtype) {
        return Ranges.arange(device(), start, stop, step, dtype);
    }

    /** A copy of {@code values}, float64, shape (n,). */
    @JavaOnly
    default NdArray array(double... values) {
        return copyOf(MemorySegment.ofArray(values), values.length, DType.FLOAT64);
    }

    /** A copy of {@code values}, float32, shape (n,). */
    @JavaOnly
    default NdArray array(float... values) {
        return copyOf(MemorySegment.ofArray(values), values.length, DType.FLOAT32);
    }

    /** A copy of {@code values}, int64, shape (n,). */
    @JavaOnly
    default NdArray array(long... values) {
        return copyOf(MemorySegment.ofArray(values), values.length, DType.INT64);
    }

    /**
     * A copy of {@code values}, int32, shape (n,). Of whole numbers that stand one by one, {@code array(1, 2)}, the
     * type is int64, as it is of {@code arange}, {@code full} and lists.
     */
    @JavaOnly
    default NdArray array(int[] values) {
        return copyOf(MemorySegment.ofArray(values), values.length, DType.INT32);
    }

    /** A copy of {@code values}, int16, shape (n,). */
    @JavaOnly
    default NdArray array(short... values) {
        return copyOf(MemorySegment.ofArray(values), values.length, DType.INT16);
    }

    /** A copy of {@code values}, int8, shape (n,). */
    @JavaOnly
    default NdArray array(byte... values) {
        return copyOf(MemorySegment.ofArray(values), values.length, DType.INT8);
    }

    /** A copy of {@code values}, bool, shape (n,). */
    @JavaOnly
    default NdArray array(boolean... values) {
        return JavaArrays.of(device(), values);
    }

    /**
     * One number, without axes. As for several, its type is float64 or float32, int64, int16 or int8 by its class
     * unless told; beyond int64 it is uint64.
     *
     * @throws io.arrayport.core.error.CastingException if an integer type cannot hold it
     */
    default NdArray array(Number object, ArrayOption... options) {
        return Taking.on(device(), Taking.of("array", true, options).read(object));
    }

    /** As {@link #array(Number, ArrayOption...)}: np.array(5) is one number, and not a row of one. */
    default NdArray array(Number object) {
        return new Blank(Taking.type(object), Order.C).full(device(), Shape.of(), object);
    }

    /** A truth value, without axes. */
    default NdArray array(Boolean object, ArrayOption... options) {
        return Taking.on(device(), Taking.of("array", true, options).read(object));
    }

    /** As {@link #array(Boolean, ArrayOption...)}. */
    default NdArray array(Boolean object) {
        return Taking.on(device(), Taking.of("array", true).read(object));
    }

    /** A complex number, without axes; complex128 unless told. */
    default NdArray array(Complex object, ArrayOption... options) {
        return Taking.on(device(), Taking.of("array", true, options).read(object));
    }

    /**
     * A copy of nested arrays, {@code double[][]} and so on, of any depth: a depth is an axis. The type is that of the
     * primitive, chars giving uint16, unless told; of Number and the like it is as for lists.
     *
     * @throws io.arrayport.core.error.ShapeException if arrays of one depth differ in length
     * @throws io.arrayport.core.error.DTypeException if no type holds all, or an element is not a number
     */
    default NdArray array(Object[] object, ArrayOption... options) {
        return Taking.on(device(), Taking.of("array", true, options).take(device(), object));
    }

    /**
     * The numbers in a list, in a list of lists, and so on; a depth is an axis. Bool, int64 (uint64 where one needs
     * it), float64 or complex128, by the widest kind of number in it, unless told.
     *
     * @param object of Boolean, Number, {@link Complex}, times ({@code LocalDate} counts days, {@code LocalDateTime}
     *        and {@code Duration} microseconds) and arrays, Java's own too
     * @throws io.arrayport.core.error.ShapeException if lists of one depth differ in length
     * @throws io.arrayport.core.error.DTypeException if no type holds all, or an element is not a number
     */
    default NdArray array(List<?> object, ArrayOption... options) {
        return Taking.on(device(), Taking.of("array", true, options).read(object));
    }

    /**
     * A copy of {@code object}, its axes in the same order unless told; itself with {@code copy(false)} where it may
     * be.
     */
    default NdArray array(NdArray object, ArrayOption... options) {
        return Taking.of("array", true, options).take(object);
    }

    /** {@code a} itself, or a copy of another type or order where one is asked for. */
    default NdArray asarray(NdArray a, AsarrayOption... options) {
        return Taking.of("asarray", null, options).take(a);
    }

    /** As {@link #array(List, ArrayOption...)}. */
    default NdArray asarray(List<?> a, AsarrayOption... options) {
        return Taking.on(device(), Taking.of("asarray", null, options).read(a));
    }

    /** {@link #asarray(NdArray, AsarrayOption...)}: there are no other kinds of arrays. */
    default NdArray asanyarray(NdArray a, AsarrayOption... options) {
        return Taking.of("asanyarray", null, options).take(a);
    }

    /** As {@link #array(List, ArrayOption...)}. */
    default NdArray asanyarray(List<?> a, AsarrayOption... options) {
        return Taking.on(device(), Taking.of("asanyarray", null, options).read(a));
    }

    /** 1 on the diagonal, 0 elsewhere: shape (n, n). */
    default NdArray identity(long n, DType dtype) {
        return Diagonals.eye(device(), n, Options.dtype(dtype));
    }

    /** As {@link #identity(long, DType)}, float64. */
    default NdArray identity(long n) {
        return identity(n, DType.FLOAT64);
    }

    /** Closes at its end what this thread made in it, except what was kept. */
    default Scope scope() {
        return Scope.open();
    }

    private NdArray copyOf(MemorySegment values, long count, DType dtype) {
        NdArray result = new Blank(dtype, Order.C).empty(Device.CPU, Shape.of(count));
        result.storage().acquireOnHost();
        try {
            Memory.copy(values, 0, Memory.RAW, result.address(), values.byteSize());
        } finally {
            result.storage().release();
        }
        return Taking.on(device(), result);
    }
}
