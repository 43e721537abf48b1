package io.arrayport.core.manipulation;

import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Lengths;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;

/**
 * Two numbers for each axis of an array that is padded.
 *
 * @param pairs before and behind, for each axis
 */
record Widths(long[][] pairs) {

    /** Takes one pair or number for all axes, or one for each. */
    static Widths of(int ndim, long[]... given) {
        long[][] pairs = new long[ndim][];
        for (int axis = 0; axis < ndim; axis++) {
            if (given.length != 1 && given.length != ndim) {
                throw new ShapeException("pad: padWidth has " + given.length + " pairs; give one for all, or one for"
                        + " each of " + ndim + " axes");
            }
            long[] pair = given[given.length == 1 ? 0 : axis];
            if (pair.length != 1 && pair.length != 2) {
                throw new ShapeException("pad: padWidth has " + pair.length + " numbers for axis " + axis
                        + "; give one, or two: before and behind");
            }
            pairs[axis] = new long[]{required("padWidth", pair[0]), required("padWidth", pair[pair.length - 1])};
        }
        return new Widths(pairs);
    }

    /** Reads a number for all, or what broadcasts to a pair for each axis. */
    static Widths of(String role, int ndim, Object given) {
        if (given instanceof Number number) {
            return of(ndim, new long[]{required(role, number.longValue())});
        }
        NdArray array = (NdArray) given;
        if ("iu".indexOf(array.dtype().kind()) < 0) {
            throw new DTypeException("pad: " + role + " is " + array.dtype() + ", it must be of integers");
        }
        NdArray values = values(role, ndim, array);
        long[][] pairs = new long[ndim][2];
        for (int axis = 0; axis < ndim; axis++) {
            pairs[axis][0] = required(role, values.getLong(axis, 0));
            pairs[axis][1] = required(role, values.getLong(axis, 1));
        }
        return new Widths(pairs);
    }

    private static long required(String role, long number) {
        if (number < 0) {
            throw new ShapeException("pad: " + role + " is " + number + ", it must be at least 0");
        }
        return number;
    }

    /** Values for each axis, before and behind: a view of shape (ndim, 2). */
    static NdArray values(String role, int ndim, NdArray given) {
        try {
            return given.broadcastTo(ndim, 2);
        } catch (ShapeException cause) {
            throw new ShapeException("pad: " + role + " has shape " + given.shape() + ", which is no pair for each of "
                    + ndim + " axes", cause);
        }
    }

    long before(int axis) {
        return pairs[axis][0];
    }

    long behind(int axis) {
        return pairs[axis][1];
    }

    /** What {@code shape} is with the borders. */
    Shape around(Shape shape) {
        long[] dims = shape.toArray();
        for (int axis = 0; axis < dims.length; axis++) {
            dims[axis] = Lengths.sum("pad", dims[axis], Lengths.sum("pad", before(axis), behind(axis)));
        }
        return Shape.of(dims);
    }
}
