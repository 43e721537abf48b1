package io.arrayport.core.layout;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import org.jspecify.annotations.Nullable;

/**
 * Where the elements of an array lie, relative to its storage: lengths, byte strides and the byte offset of the first
 * element. A value and pure: each view is a function from one layout to another, and memory arrives last.
 *
 * <p>Strides are in bytes, as NumPy's; they may be zero (broadcast) or negative (reversed). All arithmetic is checked:
 * a layout that exists does not overflow a {@code long} at either end.
 */
public final class Layout {
    private final Shape shape;
    private final long[] strides;
    private final long offset;

    private Layout(Shape shape, long[] strides, long offset) {
        this.shape = shape;
        this.strides = strides;
        this.offset = offset;
    }

    /**
     * A layout from its parts.
     *
     * @param shape lengths
     * @param strides bytes from one element to the next, one per axis
     * @param offset bytes from the storage's address to the first element
     * @throws ShapeException if the counts differ or the extent overflows
     */
    public static Layout of(Shape shape, long[] strides, long offset) {
        if (strides.length != shape.ndim()) {
            throw new ShapeException("layout: shape length (" + shape.ndim() + ") does not match strides length ("
                    + strides.length + ")");
        }
        Layout layout = new Layout(shape, Shape.copy(strides), offset);
        layout.checkExtent();
        return layout;
    }

    /** Row-major from offset 0: the last axis varies fastest. */
    public static Layout contiguous(Shape shape, int itemsize) {
        long[] strides = contiguousStrides(shape, itemsize);
        Layout layout = new Layout(shape, strides, 0);
        layout.checkExtent();
        return layout;
    }

    private static long[] contiguousStrides(Shape shape, int itemsize) {
        long[] strides = new long[shape.ndim()];
        long stride = itemsize;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride = multiply(stride, Math.max(1, shape.dim(axis)), shape);
        }
        return strides;
    }

    /** Lengths. */
    public Shape shape() {
        return shape;
    }

    /** Number of axes. */
    public int ndim() {
        return strides.length;
    }

    /** Length along {@code axis}, 0-based. */
    public long dim(int axis) {
        return shape.dim(axis);
    }

    /** Bytes from one element to the next along {@code axis}. */
    public long stride(int axis) {
        return strides[axis];
    }

    /** A copy of the byte strides. */
    public long[] strides() {
        return Shape.copy(strides);
    }

    /** Bytes from the storage's address to the element at index 0, 0, …. */
    public long offset() {
        return offset;
    }

    /** Number of elements. */
    public long size() {
        return shape.size();
    }

    /** Lowest byte any element touches, relative to the storage's address; {@code offset} for an empty layout. */
    public long minByte() {
        long min = offset;
        for (int axis = 0; size() > 0 && axis < strides.length; axis++) {
            min += Math.min(0, strides[axis] * (dim(axis) - 1));
        }
        return min;
    }

    /** One past the highest byte any element touches; {@code offset} for an empty layout. */
    public long endByte(int itemsize) {
        if (size() == 0) {
            return offset;
        }
        long end = offset + itemsize;
        for (int axis = 0; axis < strides.length; axis++) {
            end += Math.max(0, strides[axis] * (dim(axis) - 1));
        }
        return end;
    }

    /**
     * Whether elements lie row-major without gaps. Axes of length 1, and empty layouts, never break it, as in NumPy.
     */
    public boolean isCContiguous(int itemsize) {
        return size() == 0 || packed(itemsize, strides.length - 1, -1);
    }

    /** Whether elements lie column-major without gaps. */
    public boolean isFContiguous(int itemsize) {
        return size() == 0 || packed(itemsize, 0, 1);
    }

    /** Whether this is {@link #contiguous} of its shape: elements lie row-major from offset 0. */
    public boolean isPacked(int itemsize) {
        long expected = itemsize;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            if (strides[axis] != expected) {
                return false;
            }
            expected *= Math.max(1, dim(axis));
        }
        return offset == 0;
    }

    private boolean packed(long expected, int first, int step) {
        for (int axis = first; axis >= 0 && axis < strides.length; axis += step) {
            if (dim(axis) != 1) {
                if (strides[axis] != expected) {
                    return false;
                }
                expected *= dim(axis);
            }
        }
        return true;
    }

    /** Bytes from the storage's address to the element at {@code index}, one number per axis, negative from the end. */
    public long offsetOf(long... index) {
        if (index.length != strides.length) {
            throw new IndexException("index: " + counted(index.length, "number", "numbers")
                    + " for an array of " + counted(ndim(), "axis", "axes") + "; give one per axis");
        }
        long at = offset;
        for (int axis = 0; axis < index.length; axis++) {
            at += strides[axis] * normalised(index[axis], axis);
        }
        return at;
    }

    private long normalised(long index, int axis) {
        long dim = dim(axis);
        if (index < -dim || index >= dim) {
            throw new IndexException(
                    "index: " + index + " is out of bounds for axis " + axis + " with size " + dim);
        }
        return index < 0 ? index + dim : index;
    }

    /** Drops {@code axis} at position {@code index}; negative ones count from the end. */
    public Layout index(int axis, long index) {
        int at = axis("index", axis, ndim());
        long first = moved(at, normalised(index, at));
        return new Layout(Shape.own(without(shape.dims(), at)), without(strides, at), first);
    }

    /** The offset {@code steps} further along {@code axis}. Only an empty layout can overflow there: it stays put. */
    private long moved(int axis, long steps) {
        long by = strides[axis] * steps;
        long to = offset + by;
        boolean fits = Math.multiplyHigh(strides[axis], steps) == by >> 63 && ((offset ^ to) & (by ^ to)) >= 0;
        return fits ? to : offset;
    }

    /**
     * Python's slice of one axis, bounds clipped as Python clips them.
     *
     * @param axis negative counts from the end
     * @param start first position; null is the natural end for the sign of {@code step}
     * @param stop one past the last; null likewise
     * @param step not 0; null is 1
     */
    public Layout slice(int axis, @Nullable Long start,
            @Nullable Long stop, @Nullable Long step) {
        int at = axis("slice", axis, ndim());
        long by = step == null ? 1 : step;
        if (by == 0) {
            throw new IllegalArgumentException("slice: step of axis " + at + " is 0; it must be positive or negative");
        }
        long dim = dim(at);
        long low = by > 0 ? 0 : -1;
        long high = by > 0 ? dim : dim - 1;
        long from = start == null ? (by > 0 ? low : high) : clip(start, dim, low, high);
        long to = stop == null ? (by > 0 ? high : low) : clip(stop, dim, low, high);
        long span = by > 0 ? to - from : from - to;
        long count = span <= 0 ? 0 : by == Long.MIN_VALUE ? 1 : (span - 1) / Math.abs(by) + 1;
        long[] dims = shape.toArray();
        long[] newStrides = Shape.copy(strides);
        dims[at] = count;
        // A slice of at most one element never steps, nor does an empty layout: keep the stride representable.
        newStrides[at] = count == 0 ? strides[at] : wrapSafe(strides[at], by);
        return new Layout(Shape.own(dims), newStrides, count == 0 ? offset : moved(at, from));
    }

    private static long clip(long position, long dim, long low, long high) {
        long fromStart = position < 0 ? position + dim : position;
        return Math.max(low, Math.min(high, fromStart));
    }

    private static long wrapSafe(long stride, long by) {
        return Math.multiplyHigh(stride, by) == stride * by >> 63 ? stride * by : stride;
    }

    /**
     * Permutes the axes; no argument reverses them.
     *
     * @throws AxisException unless {@code axes} names each axis once
     */
    public Layout transpose(int... axes) {
        int[] order = axes.length == 0 && ndim() > 0 ? reversed() : axes;
        if (order.length != ndim()) {
            throw new AxisException("transpose: " + counted(order.length, "axis", "axes")
                    + " named for an array of " + ndim());
        }
        long[] dims = new long[order.length];
        long[] newStrides = new long[order.length];
        boolean[] seen = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            int axis = axis("transpose", order[i], ndim());
            if (seen[axis]) {
                throw new AxisException("transpose: axis " + axis + " is named twice in " + Arrays.toString(order));
            }
            seen[axis] = true;
            dims[i] = dim(axis);
            newStrides[i] = strides[axis];
        }
        return new Layout(Shape.own(dims), newStrides, offset);
    }

    private int[] reversed() {
        int[] order = new int[ndim()];
        for (int i = 0; i < order.length; i++) {
            order[i] = order.length - 1 - i;
        }
        return order;
    }

    /** Stretches axes of length 1, and adds axes in front, with stride 0: several indices then name one element. */
    public Layout broadcastTo(Shape target) {
        if (target.equals(shape)) {
            return this;
        }
        int added = target.ndim() - ndim();
        long[] newStrides = new long[target.ndim()];
        for (int axis = 0; axis < ndim(); axis++) {
            long wanted = added < 0 ? -1 : target.dim(axis + added);
            if (dim(axis) == wanted) {
                newStrides[axis + added] = strides[axis];
            } else if (dim(axis) != 1 || added < 0) {
                throw new ShapeException("broadcastTo: shape " + shape + " does not stretch to " + target
                        + (added < 0 ? ": it has more axes"
                                : ": axis " + axis + " is " + dim(axis) + ", not " + wanted));
            }
        }
        return new Layout(target, newStrides, offset);
    }

    /** Inserts an axis of length 1 before position {@code axis} of the result. */
    public Layout expandDims(int axis) {
        int at = axis("expandDims", axis, ndim() + 1);
        return new Layout(Shape.own(with(shape.dims(), at, 1)), with(strides, at, 0), offset);
    }

    /**
     * Drops axes of length 1: those named, or all.
     *
     * @throws ShapeException if a named axis has another length
     * @throws AxisException if an axis is named twice or is not there
     */
    public Layout squeeze(int... axes) {
        int[] named = Permutations.distinct("squeeze", axes, Math.max(1, ndim())); // NumPy lets 0 be named of no axis
        boolean[] drop = new boolean[Math.max(1, ndim())];
        for (int at : named) {
            if (ndim() > 0 && dim(at) != 1) {
                throw new ShapeException("squeeze: axis " + at + " of " + shape + " has length " + dim(at) + ", not 1");
            }
            drop[at] = true;
        }
        Layout result = this;
        for (int axis = ndim() - 1; axis >= 0; axis--) {
            if (axes.length == 0 ? dim(axis) == 1 : drop[axis]) {
                result = result.index(axis, 0);
            }
        }
        return result;
    }

    /**
     * The same elements in C order under another shape, without moving them.
     *
     * @param target its size must be this size
     * @return empty if no strides can express it, so that it would take a copy
     */
    public Optional<Layout> reshape(Shape target, int itemsize) {
        if (target.size() != size()) {
            throw new ShapeException("reshape: shape " + shape + " has "
                    + counted(size(), "element", "elements") + ", " + target + " has "
                    + target.size());
        }
        if (size() == 0 || isCContiguous(itemsize)) {
            return Optional.of(new Layout(target, contiguousStrides(target, itemsize), offset));
        }
        return Reshape.strides(this, target, itemsize).map(newStrides -> new Layout(target, newStrides, offset));
    }

    /**
     * One axis as two: {@code outer} times {@code inner} positions, which are all that it has.
     *
     * @throws ShapeException if they are not
     */
    public Layout unjoined(int axis, long outer, long inner) {
        int at = axis("unjoined", axis, ndim());
        if (outer < 0 || inner < 0 || Math.multiplyHigh(outer, inner) != 0 || outer * inner != dim(at)) {
            throw new ShapeException("unjoined: axis " + at + " of " + shape + " is not " + outer + " times " + inner);
        }
        long[] dims = with(shape.dims(), at, outer);
        long[] newStrides = with(strides, at, wrapSafe(strides[at], inner));
        dims[at + 1] = inner;
        return new Layout(Shape.own(dims), newStrides, offset);
    }

    /** Moves the first element by {@code bytes}, everything with it. */
    public Layout shifted(long bytes) {
        return of(shape, strides, Math.addExact(offset, bytes));
    }

    /**
     * Normalises an axis number.
     *
     * @param operation named in the error
     * @param axis negative counts from the end
     * @throws AxisException unless {@code -ndim <= axis < ndim}
     */
    public static int axis(String operation, int axis, int ndim) {
        if (axis < -ndim || axis >= ndim) {
            throw new AxisException(operation + ": axis " + axis + " is out of bounds for an array of "
                    + counted(ndim, "axis", "axes")
                    + (ndim == 0 ? "" : "; give one from " + -ndim + " to " + (ndim - 1)));
        }
        return axis < 0 ? axis + ndim : axis;
    }

    private void checkExtent() {
        long low = offset;
        long high = offset;
        for (int axis = 0; size() > 0 && axis < strides.length; axis++) {
            long reach = multiply(strides[axis], dim(axis) - 1, shape);
            low = add(low, Math.min(0, reach));
            high = add(high, Math.max(0, reach));
        }
        add(high, 16); // the widest element: what endByte adds must not overflow either
    }

    private static long multiply(long a, long b, Shape shape) {
        if (Math.multiplyHigh(a, b) != a * b >> 63) {
            throw new ShapeException("layout: shape " + shape + " spans more bytes than a long counts");
        }
        return a * b;
    }

    private long add(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw new ShapeException("layout: " + this + " spans more bytes than a long counts");
        }
        return sum;
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static long[] without(long[] values, int at) {
        long[] rest = new long[values.length - 1];
        for (int i = 0; i < at; i++) { // few: copying begins later
            rest[i] = values[i];
        }
        for (int i = at; i < rest.length; i++) {
            rest[i] = values[i + 1];
        }
        return rest;
    }

    private static long[] with(long[] values, int at, long value) {
        long[] more = new long[values.length + 1];
        for (int i = 0; i < at; i++) {
            more[i] = values[i];
        }
        more[at] = value;
        for (int i = at; i < values.length; i++) {
            more[i + 1] = values[i];
        }
        return more;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Layout layout && shape.equals(layout.shape) && offset == layout.offset
                && Arrays.equals(strides, layout.strides);
    }

    @Override
    public int hashCode() {
        return Objects.hash(shape, offset, Arrays.hashCode(strides));
    }

    @Override
    public String toString() {
        return "shape " + shape + ", strides " + Shape.text(strides) + ", offset " + offset;
    }
}
