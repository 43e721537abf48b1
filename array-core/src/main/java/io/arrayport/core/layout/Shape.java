package io.arrayport.core.layout;

import java.util.Arrays;

import io.arrayport.core.error.ShapeException;

/**
 * Lengths along the axes: a value, compared by {@code equals}, printed as NumPy prints a shape ({@code (3, 4)},
 * {@code (3,)}, {@code ()}). At most {@value #MAX_NDIM} axes, every length at least 0, and the number of elements fits
 * a {@code long}.
 */
public final class Shape {
    /** NumPy's limit since 2.0. */
    public static final int MAX_NDIM = 64;

    private static final Shape SCALAR = new Shape(new long[0], 1);

    private final long[] dims;
    private final long size;

    private Shape(long[] dims, long size) {
        this.dims = dims;
        this.size = size;
    }

    /**
     * The shape with these lengths; none is the shape of a scalar.
     *
     * @throws ShapeException if a length is negative, there are too many axes, or the element count overflows
     */
    public static Shape of(long... dims) {
        if (dims.length == 0) {
            return SCALAR;
        }
        // Counted from the copy: the caller's array may change under another thread's hands.
        return own(copy(dims));
    }

    /** The shape with lengths that nobody else has. */
    static Shape own(long[] dims) {
        return dims.length == 0 ? SCALAR : new Shape(dims, count(dims));
    }

    private static long count(long[] dims) {
        if (dims.length > MAX_NDIM) {
            throw new ShapeException("shape: " + dims.length + " axes, at most " + MAX_NDIM + " are possible");
        }
        long size = 1;
        boolean empty = false;
        boolean countable = true;
        for (int axis = 0; axis < dims.length; axis++) {
            if (dims[axis] < 0) {
                throw new ShapeException("shape: axis " + axis + " of " + text(dims) + " has a negative length");
            }
            empty |= dims[axis] == 0;
            // As NumPy: an axis of length 0 does not excuse the others from a countable product.
            long dim = Math.max(dims[axis], 1);
            countable &= Math.multiplyHigh(size, dim) == 0 && size * dim > 0;
            size *= dim;
        }
        if (!countable) {
            throw new ShapeException("shape: " + text(dims) + " has more elements than a long counts");
        }
        return empty ? 0 : size;
    }

    /** Number of axes. */
    public int ndim() {
        return dims.length;
    }

    /** Length along {@code axis}, 0-based; negative axes are not taken here. */
    public long dim(int axis) {
        return dims[axis];
    }

    /** Number of elements: the product of the lengths, 1 for a scalar. */
    public long size() {
        return size;
    }

    /** A copy of the lengths. */
    public long[] toArray() {
        return copy(dims);
    }

    /** The lengths themselves: to be read. */
    long[] dims() {
        return dims;
    }

    /** Of one or two numbers a loop takes less time than what copies arrays of any length. */
    static long[] copy(long[] values) {
        long[] copy = new long[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }

    /**
     * NumPy's broadcasting of shapes: aligned at the last axis, a length of 1 stretches.
     *
     * @throws ShapeException naming the first axis, from the last, that does not fit
     */
    public static Shape broadcast(Shape... shapes) {
        return broadcast("broadcast", shapes);
    }

    /**
     * As {@link #broadcast(Shape...)}.
     *
     * @param operation named in the error, which counts operands in the order of {@code shapes}
     */
    public static Shape broadcast(String operation, Shape... shapes) {
        int ndim = 0;
        for (Shape shape : shapes) {
            ndim = Math.max(ndim, shape.ndim());
        }
        long[] dims = new long[ndim];
        Arrays.fill(dims, 1);
        for (int operand = 0; operand < shapes.length; operand++) {
            long[] own = shapes[operand].dims;
            for (int k = 1; k <= own.length; k++) {
                long mine = own[own.length - k];
                if (mine == 1 || mine == dims[ndim - k]) {
                    continue;
                }
                if (dims[ndim - k] != 1) {
                    throw clash(operation, shapes, operand, k, dims[ndim - k]);
                }
                dims[ndim - k] = mine;
            }
        }
        for (Shape shape : shapes) {
            if (areEqual(shape.dims, dims)) {
                return shape; // nearly always one of them
            }
        }
        return own(dims);
    }

    private static ShapeException clash(String operation, Shape[] shapes, int operand, int fromEnd,
            long expected) {
        int other = 0;
        while (shapes[other].ndim() < fromEnd || shapes[other].dims[shapes[other].ndim() - fromEnd] != expected) {
            other++;
        }
        Shape mine = shapes[operand];
        int axis = mine.ndim() - fromEnd;
        return new ShapeException(operation + ": operand " + operand + " has shape " + mine + ", operand " + other
                + " has " + shapes[other] + ": axis " + axis + " is " + mine.dims[axis] + ", not " + expected
                + "; only axes of length 1 stretch");
    }

    /** Returns whether an array of this shape broadcasts to {@code other} as it is. */
    public boolean stretchesTo(Shape other) {
        int more = other.ndim() - ndim();
        for (int axis = 0; more >= 0 && axis < dims.length; axis++) {
            if (dims[axis] != 1 && dims[axis] != other.dims[axis + more]) {
                return false;
            }
        }
        return more >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Shape shape && size == shape.size && areEqual(dims, shape.dims);
    }

    /** As for {@link #copy}, by a loop. */
    private static boolean areEqual(long[] a, long[] b) {
        if (a.length != b.length) {
            return false;
        }
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    @Override
    public String toString() {
        return text(dims);
    }

    static String text(long[] dims) {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < dims.length; i++) {
            text.append(i == 0 ? "" : ", ").append(dims[i]);
        }
        return text.append(dims.length == 1 ? ",)" : ")").toString();
    }
}
