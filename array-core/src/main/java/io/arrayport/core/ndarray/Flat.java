package io.arrayport.core.ndarray;

import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.layout.Shape;

/**
 * The elements of an array as one row, in C order, wherever they lie: NumPy's {@code flat}. What is set is set in the
 * array; nothing is copied until asked.
 */
public final class Flat implements Iterable<Object> {
    private final NdArray array;

    Flat(NdArray array) {
        this.array = array;
    }

    /** The array. */
    public NdArray base() {
        return array;
    }

    /** How many elements there are. */
    public long size() {
        return array.size();
    }

    /** The i-th element, as {@link NdArray#item()} gives it; negative counts from the end. */
    public Object item(long i) {
        return array.item(index(i));
    }

    /** The i-th element as a double; negative counts from the end. */
    public double getDouble(long i) {
        return array.getDouble(index(i));
    }

    /** The i-th element as a long, of bool and integer types; negative counts from the end. */
    public long getLong(long i) {
        return array.getLong(index(i));
    }

    /** Sets the i-th element as {@link NdArray#setDouble} does; negative counts from the end. */
    public void setDouble(double value, long i) {
        array.setDouble(value, index(i));
    }

    /** Sets the i-th element as {@link NdArray#setLong} does; negative counts from the end. */
    public void setLong(long value, long i) {
        array.setLong(value, index(i));
    }

    private long[] index(long i) {
        Shape shape = array.shape();
        long rest = i < 0 ? i + shape.size() : i;
        if (rest < 0 || rest >= shape.size()) {
            throw new IndexException("flat: index " + i + " is out of bounds for " + shape.size() + " elements");
        }
        long[] index = new long[shape.ndim()];
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape.dim(axis);
            rest /= shape.dim(axis);
        }
        return index;
    }

    /** A copy of all elements: shape (n,). */
    public NdArray copy() {
        return array.flatten();
    }

    /** All elements as doubles; complex types refuse. */
    public DoubleStream doubles() {
        return LongStream.range(0, size()).mapToDouble(this::getDouble);
    }

    /** All elements as longs, of bool and integer types. */
    public LongStream longs() {
        return LongStream.range(0, size()).map(this::getLong);
    }

    /** The elements as {@link NdArray#item()} gives them. */
    @Override
    public Iterator<Object> iterator() {
        return NdIterator.of("flat", List.of(array), Order.C, false).iterator();
    }
}
