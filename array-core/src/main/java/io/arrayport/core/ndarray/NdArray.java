package io.arrayport.core.ndarray;

import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Function;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.element.Element;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.index.Index;
import io.arrayport.core.index.IndexText;
import io.arrayport.core.index.Indexing;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.memory.Stored;
import io.arrayport.core.print.ArrayPrinter;
import io.arrayport.core.print.Elements;
import io.arrayport.core.print.StoredElements;
import io.arrayport.core.ufunc.Reducing;
import io.arrayport.core.ufunc.Reductions;
import io.arrayport.core.ufunc.UFunc;
import io.arrayport.core.ufunc.Ufuncs;

/**
 * An n-dimensional array with the semantics of NumPy's ndarray: an element type and a layout over a storage.
 *
 * <p>Views (slices, transposes, reshapes that need no copy) are arrays of the same type over the same storage: writing
 * through one is seen through all. {@link #close()} on any of them ends access through all of them.
 *
 * <p>{@code equals} is identity: arrays change, and whether elements are equal is a question for each of them.
 */
public final class NdArray implements Stored, AutoCloseable {
    private final Storage storage;
    private final DType dtype;
    private final Layout layout;
    private final boolean writeable;

    private NdArray(Storage storage, DType dtype, Layout layout, boolean writeable) {
        this.storage = storage;
        this.dtype = dtype;
        this.layout = layout;
        this.writeable = writeable;
    }

    /**
     * The array of {@code dtype} laid out as {@code layout} over {@code storage}; owns nothing further.
     *
     * @throws ShapeException if an element would lie outside the storage, or all of them take more bytes than a long
     *         counts
     */
    public static NdArray of(Storage storage, DType dtype, Layout layout) {
        return of(storage, dtype, layout, true);
    }

    /** As {@link #of(Storage, DType, Layout)}; {@code writeable} false makes it a read-only view. */
    public static NdArray of(Storage storage, DType dtype, Layout layout, boolean writeable) {
        if (layout.minByte() < 0 || layout.endByte(dtype.itemsize()) > storage.byteSize()) {
            throw new ShapeException("array: " + layout + " of " + dtype + " touches bytes " + layout.minByte() + " to "
                    + layout.endByte(dtype.itemsize()) + ", the storage has " + storage.byteSize());
        }
        requireCountable(layout.shape(), dtype);
        return new NdArray(storage, dtype, layout, writeable);
    }

    /** Element type. */
    public DType dtype() {
        return dtype;
    }

    /** Lengths along the axes. */
    public Shape shape() {
        return layout.shape();
    }

    /** Number of axes. */
    public int ndim() {
        return layout.ndim();
    }

    /** Number of elements. */
    public long size() {
        return layout.size();
    }

    /** Bytes of one element. */
    public int itemsize() {
        return dtype.itemsize();
    }

    /** Bytes of all elements: size times itemsize, whatever the strides. */
    public long nbytes() {
        return layout.size() * dtype.itemsize();
    }

    /** Shape, byte strides and offset. */
    public Layout layout() {
        return layout;
    }

    /** The owner of the bytes, shared by all views. */
    @Override
    public Storage storage() {
        return storage;
    }

    /** Where the bytes lie. */
    public Device device() {
        return storage.device();
    }

    /** Address of the element at index 0, 0, …: for proofs and for neighbours, to be followed only under a lease. */
    public long address() {
        return storage.address() + layout.offset();
    }

    /** Whether elements may be set now: the view allows it and so does the storage. */
    public boolean isWriteable() {
        return writeable && storage.isWriteable();
    }

    /** Whether elements lie row-major without gaps. */
    public boolean isCContiguous() {
        return layout.isCContiguous(itemsize());
    }

    /** A view of the same bytes that refuses to be written. */
    public NdArray asReadOnly() {
        return writeable ? new NdArray(storage, dtype, layout, false) : this;
    }

    /**
     * Basic indexing: a view, never a copy.
     *
     * @throws io.arrayport.core.error.IndexException if an index is out of bounds or one too many
     */
    public NdArray get(Index... indices) {
        return view(Indexing.apply(layout, List.of(indices)));
    }

    /** Basic indexing in Python's words: {@code get("1:, ::-1, ..., None")}; a view. */
    public NdArray get(String indices) {
        return view(Indexing.apply(layout, IndexText.parse(indices)));
    }

    /** Permutes the axes; no argument reverses them. A view. */
    public NdArray transpose(int... axes) {
        return view(layout.transpose(axes));
    }

    /** Stretches axes of length 1 to {@code shape}: a read-only view, as NumPy's {@code broadcast_to}. */
    public NdArray broadcastTo(long... shape) {
        Layout stretched = layout.broadcastTo(Shape.of(shape));
        requireCountable(stretched.shape(), dtype);
        return new NdArray(storage, dtype, stretched, false);
    }

    /** Inserts an axis of length 1 before position {@code axis} of the result. A view. */
    public NdArray expandDims(int axis) {
        return view(layout.expandDims(axis));
    }

    /** Drops axes of length 1: those named, or all. A view. */
    public NdArray squeeze(int... axes) {
        return view(layout.squeeze(axes));
    }

    /**
     * The elements in C order under another shape: a view where strides can say it, else a copy, as in NumPy. The copy
     * is a new array with its own storage; {@link #asShape} refuses instead.
     *
     * @param shape one length may be -1 and is worked out
     */
    public NdArray reshape(long... shape) {
        Shape target = Reshaping.target(layout.shape(), shape);
        return layout.reshape(target, itemsize()).map(this::view)
                .orElseGet(() -> copy().view(Layout.contiguous(target, itemsize())));
    }

    /**
     * As {@link #reshape}, but never a copy.
     *
     * @throws ZeroCopyException if no strides can express it
     */
    public NdArray asShape(long... shape) {
        Shape target = Reshaping.target(layout.shape(), shape);
        return layout.reshape(target, itemsize()).map(this::view).orElseThrow(() -> new ZeroCopyException(
                "asShape: " + layout + " cannot be seen as " + target + " without a copy; use reshape, which copies"));
    }

    /** {@code this + other}, broadcast; a new array. See {@link UFunc#call} for the errors. */
    public NdArray add(NdArray other) {
        return Arithmetic.call(Ufuncs.ADD, this, other);
    }

    /** {@code this + other}, the number taking this array's type (NEP 50's weak scalar); a new array. */
    public NdArray add(Number other) {
        return Arithmetic.call(Ufuncs.ADD, this, other);
    }

    /** {@code this + other} into this array, in place; returns it. */
    public NdArray addi(NdArray other) {
        return Arithmetic.into(Ufuncs.ADD, this, other);
    }

    /** {@code this + other} into this array, in place, the number taking its type; returns it. */
    public NdArray addi(Number other) {
        return Arithmetic.into(Ufuncs.ADD, this, other);
    }

    /** {@code this - other}, broadcast; a new array. See {@link UFunc#call} for the errors. */
    public NdArray subtract(NdArray other) {
        return Arithmetic.call(Ufuncs.SUBTRACT, this, other);
    }

    /** {@code this - other}, the number taking this array's type (NEP 50's weak scalar); a new array. */
    public NdArray subtract(Number other) {
        return Arithmetic.call(Ufuncs.SUBTRACT, this, other);
    }

    /** {@code this - other} into this array, in place; returns it. */
    public NdArray subtracti(NdArray other) {
        return Arithmetic.into(Ufuncs.SUBTRACT, this, other);
    }

    /** {@code this - other} into this array, in place, the number taking its type; returns it. */
    public NdArray subtracti(Number other) {
        return Arithmetic.into(Ufuncs.SUBTRACT, this, other);
    }

    /** {@code this * other}, broadcast; a new array. See {@link UFunc#call} for the errors. */
    public NdArray multiply(NdArray other) {
        return Arithmetic.call(Ufuncs.MULTIPLY, this, other);
    }

    /** {@code this * other}, the number taking this array's type (NEP 50's weak scalar); a new array. */
    public NdArray multiply(Number other) {
        return Arithmetic.call(Ufuncs.MULTIPLY, this, other);
    }

    /** {@code this * other} into this array, in place; returns it. */
    public NdArray multiplyi(NdArray other) {
        return Arithmetic.into(Ufuncs.MULTIPLY, this, other);
    }

    /** {@code this * other} into this array, in place, the number taking its type; returns it. */
    public NdArray multiplyi(Number other) {
        return Arithmetic.into(Ufuncs.MULTIPLY, this, other);
    }

    /** The sum along {@code axes}, or of all elements where none is named; int32 sums as int64. A new array. */
    public NdArray sum(int... axes) {
        return Arithmetic.wrap(Reductions.sum(operand(), Arithmetic.axes(axes), Reducing.NONE));
    }

    /** The mean along {@code axes}, or of all elements where none is named; integers give float64. A new array. */
    public NdArray mean(int... axes) {
        return Arithmetic.wrap(Reductions.mean(operand(), Arithmetic.axes(axes), Reducing.NONE));
    }

    /** What operations see of this array. */
    Operand operand() {
        return new Operand(dtype, layout, storage, writeable);
    }

    /** A new C-contiguous array with the same elements and element type, writeable, in its own storage. */
    public NdArray copy() {
        return copyAs(dtype);
    }

    /** A copy in native byte order; {@link #copy()} where it is native already. */
    public NdArray copyNative() {
        return copyAs(dtype.withOrder(ByteOrder.nativeOrder()));
    }

    /**
     * The elements converted to another type: a new C-contiguous array, writeable, in its own storage, also where the
     * type is this one's already. Converts as NumPy's {@code astype} with {@code casting="unsafe"}:
     *
     * <ul>
     * <li>integers wrap, two's complement; bool is 0 or 1;
     * <li>floating numbers become integers by dropping their fraction. What the integer type cannot hold, NaN
     * included, gives an unspecified number, as in NumPy;
     * <li>to floating types, rounding is to nearest, ties to even, and happens once; too large becomes infinite. NaN
     * stays NaN, with whatever payload;
     * <li>to bool, all but zero is true, NaN included;
     * <li>complex to real drops the imaginary part, without a warning; to bool it counts.
     * </ul>
     *
     * NumPy's default order {@code 'K'} keeps the order of axes in memory; this is its order {@code 'C'}.
     *
     * @param type any, in either byte order
     * @throws io.arrayport.core.error.ClosedException if this array is closed
     * @throws io.arrayport.core.error.DeviceException if its bytes are not in main memory
     * @throws ShapeException if the result has more bytes than a long counts
     * @throws io.arrayport.core.error.MemoryBudgetException if there is no room for it
     */
    public NdArray astype(DType type) {
        return copyAs(type);
    }

    private NdArray copyAs(DType type) {
        storage.acquireOnHost();
        try {
            Layout packed = Layout.contiguous(layout.shape(), type.itemsize());
            Backend backend = Backend.of("copy", device());
            Operand fresh = Operand.of(type, packed, backend.allocate(device(), packed.endByte(type.itemsize())));
            backend.copy(operand(), fresh);
            return Arithmetic.wrap(fresh);
        } finally {
            storage.release();
        }
    }

    /** The only element, as a Boolean, Long, BigInteger (uint64), Double or {@link Complex}. */
    public Object item() {
        return item(only("item"));
    }

    /** The element at {@code index}, one number per axis, as {@link #item()} gives it. */
    public Object item(long... index) {
        long at = layout.offsetOf(index);
        storage.acquireOnHost();
        try {
            return Element.item(dtype, storage.address() + at);
        } finally {
            storage.release();
        }
    }

    /** The only element as a double. */
    public double toDouble() {
        return getDouble(only("toDouble"));
    }

    /** The only element as a long; bool and integer types only. */
    public long toLong() {
        return getLong(only("toLong"));
    }

    /** The element at {@code index} as a double; complex types refuse. */
    public double getDouble(long... index) {
        long at = layout.offsetOf(index);
        storage.acquireOnHost();
        try {
            return Element.toDouble(dtype, storage.address() + at);
        } finally {
            storage.release();
        }
    }

    /** The element at {@code index} as a long, uint64 as its bits; floating and complex types refuse. */
    public long getLong(long... index) {
        long at = layout.offsetOf(index);
        storage.acquireOnHost();
        try {
            return Element.toLong(dtype, storage.address() + at);
        } finally {
            storage.release();
        }
    }

    /** Whether the element at {@code index} is not zero. */
    public boolean getBoolean(long... index) {
        Complex value = getComplex(index);
        return value.real() != 0 || value.imag() != 0;
    }

    /** The element at {@code index} as a complex number. */
    public Complex getComplex(long... index) {
        long at = layout.offsetOf(index);
        storage.acquireOnHost();
        try {
            return Element.toComplex(dtype, storage.address() + at);
        } finally {
            storage.release();
        }
    }

    /** Sets the element at {@code index}; integer types take the whole part, and refuse what they cannot hold. */
    public void setDouble(double value, long... index) {
        long at = layout.offsetOf(index);
        acquireForWriting();
        try {
            Element.set(dtype, storage.address() + at, value);
        } finally {
            storage.release();
        }
    }

    /** Sets the element at {@code index}; integer types refuse what they cannot hold. */
    public void setLong(long value, long... index) {
        long at = layout.offsetOf(index);
        acquireForWriting();
        try {
            Element.set(dtype, storage.address() + at, value);
        } finally {
            storage.release();
        }
    }

    /** Sets the element at {@code index} to 1 or 0. */
    public void setBoolean(boolean value, long... index) {
        setLong(value ? 1 : 0, index);
    }

    /** Sets the element at {@code index}; real types refuse a number with an imaginary part. */
    public void setComplex(Complex value, long... index) {
        long at = layout.offsetOf(index);
        acquireForWriting();
        try {
            Element.set(dtype, storage.address() + at, value);
        } finally {
            storage.release();
        }
    }

    /** Closes the storage: access through every view of it ends now, exports keep the bytes until given back. */
    @Override
    public void close() {
        storage.close();
    }

    /**
     * The elements as NumPy's {@code str} prints them; where they cannot be read or are too many, what the array is.
     */
    @Override
    public String toString() {
        try {
            return printed(new ArrayPrinter()::str);
        } catch (ArrayportException unreadable) {
            // toString is what debuggers and messages call: it must not fail.
            return "<array of " + dtype + ", shape " + shape() + (storage.isClosed() ? ", closed>"
                    : ", on " + storage.device() + ">");
        }
    }

    /** The array as NumPy's {@code repr} prints it, with its element type where the elements do not imply it. */
    public String repr() {
        return printed(new ArrayPrinter()::repr);
    }

    private String printed(Function<Elements, String> printer) {
        storage.acquireOnHost();
        try {
            return printer.apply(new StoredElements(dtype, layout, storage.address()));
        } finally {
            storage.release();
        }
    }

    /** Only axes of stride 0 can name more bytes than there are; NumPy draws the same line. */
    private static void requireCountable(Shape shape, DType dtype) {
        if (shape.size() > Long.MAX_VALUE / dtype.itemsize()) {
            throw new ShapeException("array: shape " + shape + " of " + dtype + " has more bytes than a long counts");
        }
    }

    private NdArray view(Layout other) {
        return new NdArray(storage, dtype, other, writeable);
    }

    private void acquireForWriting() {
        storage.acquireOnHost();
        try {
            operand().requireWriteable("set", "this array");
        } catch (ReadOnlyException refused) {
            storage.release();
            throw refused;
        }
    }

    private long[] only(String operation) {
        if (size() != 1) {
            throw new ShapeException(
                    operation + ": an array of shape " + shape() + " has " + size()
                            + " elements, not 1; give an index");
        }
        return new long[ndim()];
    }
}
