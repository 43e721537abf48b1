package io.arrayport.core.print;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.layout.Shape;

/**
 * The elements that get printed: all of them, or those near the ends of every axis that is shortened.
 *
 * @param shape of the array, no axis empty
 * @param leading elements kept at the start of a shortened axis
 * @param trailing elements kept at its end, at least 1
 * @param longest an axis longer than this is shortened; at least {@code leading + trailing - 1}
 * @param whole so many axes at the end are not shortened
 */
record Corners(Shape shape, int leading, int trailing, long longest, int whole) {
    private static final int MAX_COUNT = Integer.MAX_VALUE / 8;

    /** Takes one element; {@code index} is reused. */
    interface Visitor {
        void visit(int position, long[] index);
    }

    static Corners all(Shape shape) {
        return new Corners(shape, 0, 1, Long.MAX_VALUE, 0);
    }

    /** The elements with further axes behind, all along these. */
    Corners with(Shape longer) {
        return new Corners(longer, leading, trailing, longest, whole + longer.ndim() - shape.ndim());
    }

    boolean isShortened(int axis) {
        return axis < shape.ndim() - whole && shape.dim(axis) > longest;
    }

    /** Elements printed along {@code axis}. */
    long length(int axis) {
        return isShortened(axis) ? (long) leading + trailing : shape.dim(axis);
    }

    /**
     * Number of elements printed.
     *
     * @throws ArrayportException if their text cannot fit in a string
     */
    int count() {
        long count = 1;
        for (int axis = 0; axis < shape.ndim(); axis++) {
            long length = length(axis);
            if (length > MAX_COUNT / count) {
                throw new ArrayportException("print: the text of more than " + MAX_COUNT
                        + " elements does not fit in a string; lower threshold or edgeitems of the PrintOptions");
            }
            count *= length;
        }
        return (int) count;
    }

    /** Visits the printed elements in C order. */
    void forEach(Visitor visitor) {
        int count = count();
        long[] index = new long[shape.ndim()];
        for (int axis = 0; axis < shape.ndim(); axis++) {
            index[axis] = first(axis);
        }
        for (int position = 0; position < count; position++) {
            visitor.visit(position, index);
            advance(index);
        }
    }

    private void advance(long[] index) {
        for (int axis = shape.ndim() - 1; axis >= 0; axis--) {
            index[axis]++;
            if (isShortened(axis) && index[axis] == leading) {
                index[axis] = shape.dim(axis) - trailing;
            }
            if (index[axis] < shape.dim(axis)) {
                return;
            }
            index[axis] = first(axis);
        }
    }

    private long first(int axis) {
        return isShortened(axis) && leading == 0 ? shape.dim(axis) - trailing : 0;
    }
}
