package io.arrayport.core.ndarray;

import java.util.Iterator;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.LongStream;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.memory.Stored;
import io.arrayport.core.print.ArrayPrinter;
import io.arrayport.core.print.Elements;
import io.arrayport.core.print.PrintOptions;
import io.arrayport.core.print.StoredElements;

/**
 * An n-dimensional array with the semantics of NumPy's ndarray: an element type and a layout over a storage.
 *
 * <p>Views (slices, transposes, reshapes that need no copy) are arrays of the same type over the same storage: writing
 * through one is seen through all. {@link #close()} on any of them ends access through all of them.
 *
 * <p>An array of integers or bools is an index as well: {@code a.get(mask)}, {@code a.get(rows, all())}.
 *
 * <p>{@code equals} is identity: arrays change, and whether elements are equal is a question for each of them.
 */
public final class NdArray
        implements
            ArrayAccess,
            ArrayArithmetic,
            ArrayCopies,
            ArrayNumbers,
            ArrayOperators,
            ArrayExports,
            ArrayFields,
            ArrayFiles,
            ArrayReductions,
            ArraySelection,
            ArraySorting,
            ArrayTexts,
            ArrayViews,
            Index.Array,
            Stored,
            Iterable<NdArray>,
            AutoCloseable {
    private final Storage storage;
    private final DType dtype;
    private final Layout layout;
    private final boolean writeable;

    private NdArray(Storage storage, DType dtype, Layout layout, boolean writeable) {
        this.storage = storage;
        this.dtype = dtype instanceof StringType strings ? strings.over(storage.sideBuffers()) : dtype;
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

    /** The array that an operation has made: what there is to check, it has seen to. */
    static NdArray fresh(Operand operand) {
        return new NdArray(operand.storage(), operand.dtype(), operand.layout(), true);
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

    /** Bytes from one element to the next along each axis: NumPy's {@code strides}. */
    public long[] strides() {
        return layout.strides();
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

    /** What operations see of this array. */
    Operand operand() {
        return new Operand(dtype, layout, storage, writeable);
    }

    /** Closes the storage: access through every view of it ends now, exports keep the bytes until given back. */
    @Override
    public void close() {
        storage.close();
    }

    /**
     * Goes through the first axis: an element, or subarray, after the other, as views without that axis. Of many
     * elements, whole arrays at once are faster.
     *
     * @throws ShapeException if there is no axis
     */
    @Override
    public Iterator<NdArray> iterator() {
        if (ndim() == 0) {
            throw new ShapeException("iterator: an array of shape () has no axis to go through; take its item()");
        }
        return LongStream.range(0, shape().dim(0)).mapToObj(this::get).iterator();
    }

    /**
     * The elements as NumPy's {@code str} prints them; where they cannot be read or are too many, what the array is.
     */
    @Override
    public String toString() {
        try {
            return str();
        } catch (ArrayportException unreadable) {
            // toString is what debuggers and messages call: it must not fail.
            return "<array of " + dtype + ", shape " + shape() + (storage.isClosed() ? ", closed>"
                    : ", on " + storage.device() + ">");
        }
    }

    /** The array as NumPy's {@code repr} prints it, with its element type where the elements do not imply it. */
    public String repr() {
        PrintState state = PrintState.current();
        Function<NdArray, String> writer = state.overrideRepr();
        return writer != null ? writer.apply(this) : printed(state.options(), ArrayPrinter::repr);
    }

    /** As {@link #repr()}, otherwise than usual. */
    public String repr(PrintOption... options) {
        return printed(Print.of("repr", options).options(), ArrayPrinter::repr);
    }

    /**
     * The elements as NumPy's {@code str} prints them.
     *
     * @throws io.arrayport.core.error.ClosedException if this array is closed
     */
    public String str(PrintOption... options) {
        return printed(Print.of("str", options).options(), ArrayPrinter::str);
    }

    /** The elements as NumPy's {@code array2string} prints them: 0-d arrays as an element of others. */
    public String array2string(Array2stringOption... options) {
        Print print = Print.of("array2string", options);
        return printed(print.options(), (printer, elements) -> printer.array2string(elements, print.separator(),
                print.prefix(), print.suffix()));
    }

    private String printed(PrintOptions options, BiFunction<ArrayPrinter, Elements, String> print) {
        boolean isHere = device().type().isHost();
        if (!isHere && size() <= options.threshold()) { // all of it is shown
            try (NdArray here = toDevice(Device.CPU)) {
                return here.printed(options, print);
            }
        }
        storage.acquire();
        try (Storage element = Storage.allocate(isHere ? 0 : dtype.itemsize())) {
            return print.apply(new ArrayPrinter(options), isHere ? new StoredElements(dtype, layout, storage.address())
                    : new FetchedElements(dtype, layout, storage, element));
        } finally {
            storage.release();
        }
    }

    /** Only axes of stride 0 can name more bytes than there are; NumPy draws the same line. */
    private static void requireCountable(Shape shape, DType dtype) {
        int itemsize = dtype.itemsize();
        if (Math.multiplyHigh(shape.size(), itemsize) != 0 || shape.size() * itemsize < 0) {
            throw new ShapeException("array: shape " + shape + " of " + dtype + " has more bytes than a long counts");
        }
    }

    /** The same bytes laid out otherwise, inside of what this array touches or with stride 0. */
    NdArray view(Layout other) {
        requireCountable(other.shape(), dtype);
        return view(dtype, other);
    }

    /** As {@link #view(Layout)}, as elements of another type. */
    NdArray view(DType type, Layout other) {
        return new NdArray(storage, type, other, writeable);
    }
}
