package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.element.Element;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.index.IndexText;
import io.arrayport.core.layout.Shape;

/**
 * One element at a time, and the assignment of many. An index has one number per axis, negative ones count from the
 * end. Of an array on a device, the bytes of that one element are copied, once its work is done.
 */
public sealed interface ArrayAccess permits NdArray {
    /** The only element, as a Boolean, Long, BigInteger (uint64), Double or {@link Complex}. */
    default Object item() {
        return item(only("item"));
    }

    /**
     * The element at {@code index}, as {@link #item()} gives it: one number per axis, or one that counts elements in C
     * order.
     *
     * @throws io.arrayport.core.error.IndexException if there is no such element
     * @throws ShapeException if there are neither so many numbers as axes nor one
     */
    default Object item(long... index) {
        NdArray array = (NdArray) this;
        if (index.length != array.ndim()) {
            return item(inCOrder(index));
        }
        long at = array.layout().offsetOf(index);
        if (!array.device().type().isHost()) {
            try (NdArray element = Transfers.element(array, at)) {
                return element.item();
            }
        }
        array.storage().acquireOnHost();
        try {
            return Element.item(array.dtype(), array.storage().address() + at);
        } finally {
            array.storage().release();
        }
    }

    /** The only element as a double. */
    default double toDouble() {
        return getDouble(only("toDouble"));
    }

    /** The only element as a long; bool and integer types only. */
    default long toLong() {
        return getLong(only("toLong"));
    }

    /** The element at {@code index} as a double; complex types refuse. */
    default double getDouble(long... index) {
        NdArray array = (NdArray) this;
        long at = array.layout().offsetOf(index);
        if (!array.device().type().isHost()) {
            try (NdArray element = Transfers.element(array, at)) {
                return element.getDouble();
            }
        }
        array.storage().acquireOnHost();
        try {
            return Element.toDouble(array.dtype(), array.storage().address() + at);
        } finally {
            array.storage().release();
        }
    }

    /** The element at {@code index} as a long, uint64 as its bits; floating and complex types refuse. */
    default long getLong(long... index) {
        NdArray array = (NdArray) this;
        long at = array.layout().offsetOf(index);
        if (!array.device().type().isHost()) {
            try (NdArray element = Transfers.element(array, at)) {
                return element.getLong();
            }
        }
        array.storage().acquireOnHost();
        try {
            return Element.toLong(array.dtype(), array.storage().address() + at);
        } finally {
            array.storage().release();
        }
    }

    /** Whether the element at {@code index} is not zero. */
    default boolean getBoolean(long... index) {
        Complex value = getComplex(index);
        return value.real() != 0 || value.imag() != 0;
    }

    /** The element at {@code index} as a complex number. */
    default Complex getComplex(long... index) {
        NdArray array = (NdArray) this;
        long at = array.layout().offsetOf(index);
        if (!array.device().type().isHost()) {
            try (NdArray element = Transfers.element(array, at)) {
                return element.getComplex();
            }
        }
        array.storage().acquireOnHost();
        try {
            return Element.toComplex(array.dtype(), array.storage().address() + at);
        } finally {
            array.storage().release();
        }
    }

    /** Sets the element at {@code index}; integer types take the whole part, and refuse what they cannot hold. */
    default void setDouble(double value, long... index) {
        NdArray array = (NdArray) this;
        if (!array.device().type().isHost()) {
            Transfers.write(array, array.layout().offsetOf(index), element -> element.setDouble(value));
            return;
        }
        long at = acquireForWriting(array, index);
        try {
            Element.set(array.dtype(), at, value);
        } finally {
            array.storage().release();
        }
    }

    /** Sets the element at {@code index}; integer types refuse what they cannot hold. */
    default void setLong(long value, long... index) {
        NdArray array = (NdArray) this;
        if (!array.device().type().isHost()) {
            Transfers.write(array, array.layout().offsetOf(index), element -> element.setLong(value));
            return;
        }
        long at = acquireForWriting(array, index);
        try {
            Element.set(array.dtype(), at, value);
        } finally {
            array.storage().release();
        }
    }

    /** Sets the element at {@code index} to 1 or 0. */
    default void setBoolean(boolean value, long... index) {
        setLong(value ? 1 : 0, index);
    }

    /** Sets the element at {@code index}; real types refuse a number with an imaginary part. */
    default void setComplex(Complex value, long... index) {
        NdArray array = (NdArray) this;
        if (!array.device().type().isHost()) {
            Transfers.write(array, array.layout().offsetOf(index), element -> element.setComplex(value));
            return;
        }
        long at = acquireForWriting(array, index);
        try {
            Element.set(array.dtype(), at, value);
        } finally {
            array.storage().release();
        }
    }

    /**
     * Sets all elements that {@code indices} select: NumPy's {@code a[indices] = value}.
     *
     * @param value broadcast to what is selected, and converted as {@link NdArray#astype} converts; may be a view of
     *        this array
     * @param indices of positions that come twice the last one counts
     * @throws ShapeException if it does not broadcast
     * @throws IndexException as {@link NdArray#get(Index...)}; nothing has been written then
     * @throws ReadOnlyException if this array may not be written
     */
    default void set(NdArray value, Index... indices) {
        Key.set((NdArray) this, List.of(indices), value);
    }

    /**
     * Sets all elements that {@code indices} select to a number, as {@link #setDouble} and {@link #setLong} convert it.
     *
     * @throws io.arrayport.core.error.CastingException if an integer type cannot hold it
     * @throws ReadOnlyException if this array may not be written
     */
    default void set(Number value, Index... indices) {
        Key.set((NdArray) this, List.of(indices), value);
    }

    /**
     * Sets all elements that {@code indices} select to a complex number.
     *
     * @throws io.arrayport.core.error.CastingException if the type is not complex
     * @throws ReadOnlyException if this array may not be written
     */
    default void set(Complex value, Index... indices) {
        Key.set((NdArray) this, List.of(indices), value);
    }

    /** {@link #set(Complex, Index...)} in Python's words. */
    default void set(Complex value, String indices) {
        Key.set((NdArray) this, IndexText.parse(indices), value);
    }

    /** Sets all elements to a number, as {@link #set(Number, Index...)} does. */
    default void fill(Number value) {
        Assignment.fill("fill", (NdArray) this, value);
    }

    /** Sets all elements to a complex number, as {@link #set(Complex, Index...)} does. */
    default void fill(Complex value) {
        Assignment.fill("fill", (NdArray) this, value);
    }

    /**
     * Sets all elements to the only one of another array.
     *
     * @throws ShapeException if there are several
     */
    default void fill(NdArray value) {
        if (value.size() != 1) {
            throw new ShapeException("fill: the value has shape " + value.shape() + "; give one element, or use set");
        }
        Assignment.assign("fill", (NdArray) this, value);
    }

    private long[] inCOrder(long[] index) {
        Shape shape = ((NdArray) this).shape();
        if (index.length != 1) {
            throw new ShapeException("item: " + index.length + " numbers for an array of shape " + shape
                    + "; give one per axis, or one that counts all elements");
        }
        long rest = index[0] < 0 ? index[0] + shape.size() : index[0];
        if (rest < 0 || rest >= shape.size()) {
            throw new IndexException("item: index " + index[0] + " is out of bounds for " + shape.size() + " elements");
        }
        long[] at = new long[shape.ndim()];
        for (int axis = at.length - 1; axis >= 0; axis--) {
            at[axis] = rest % shape.dim(axis);
            rest /= shape.dim(axis);
        }
        return at;
    }

    /** The address of the element; its storage is held. */
    private static long acquireForWriting(NdArray array, long[] index) {
        long at = array.layout().offsetOf(index);
        array.storage().acquireOnHost();
        try {
            array.operand().requireWriteable("set", "this array");
        } catch (ReadOnlyException refused) {
            array.storage().release();
            throw refused;
        }
        return array.storage().address() + at;
    }

    private long[] only(String operation) {
        NdArray array = (NdArray) this;
        if (array.size() != 1) {
            throw new ShapeException(operation + ": an array of shape " + array.shape() + " has " + array.size()
                    + " elements, not 1; give an index");
        }
        return new long[array.ndim()];
    }
}
