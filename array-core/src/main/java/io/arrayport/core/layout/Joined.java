package io.arrayport.core.layout;

import java.util.List;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ShapeException;

/** The geometry of arrays that are joined along an axis. */
public final class Joined {
    private Joined() {}

    /**
     * Returns the shape of {@code parts} one behind the other.
     *
     * @param operation named in errors
     * @param axis counted from the front
     * @throws ShapeException if they differ in more than the length along {@code axis}
     */
    public static Shape shape(String operation, List<Shape> parts, int axis) {
        Shape first = parts.getFirst();
        long[] dims = first.toArray();
        for (int part = 1; part < parts.size(); part++) {
            Shape shape = parts.get(part);
            if (shape.ndim() != dims.length) {
                throw new ShapeException(operation + ": operand " + part + " has shape " + shape
                        + ", operand 0 has " + first + "; they must have as many axes");
            }
            for (int i = 0; i < dims.length; i++) {
                if (i != axis && shape.dim(i) != dims[i]) {
                    throw new ShapeException(operation + ": operand " + part + " has shape " + shape
                            + ", operand 0 has " + first + ": axis " + i + " is " + shape.dim(i) + ", not " + dims[i]
                            + "; only axis " + axis + " may differ");
                }
            }
            dims[axis] = Lengths.sum(operation, dims[axis], shape.dim(axis));
        }
        return Shape.of(dims);
    }

    /**
     * Returns the layout of a fresh array of {@code shape} that has its axes in memory as {@code parts} have theirs:
     * where they disagree, or have none, as in C order.
     *
     * @param parts of as many axes as {@code shape}
     */
    public static Layout layout(List<Layout> parts, Shape shape, int itemsize) {
        int[] outermostFirst = new int[shape.ndim()];
        for (int axis = 0; axis < outermostFirst.length; axis++) {
            int place = place(parts, outermostFirst, axis);
            System.arraycopy(outermostFirst, place, outermostFirst, place + 1, axis - place);
            outermostFirst[place] = axis;
        }
        long[] dims = new long[outermostFirst.length];
        int[] back = new int[dims.length];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = shape.dim(outermostFirst[i]);
            back[outermostFirst[i]] = i;
        }
        Layout packed = Layout.contiguous(Shape.of(dims), itemsize);
        return dims.length == 0 ? packed : packed.transpose(back);
    }

    /** Where {@code axis} goes among those before it: further out than all whose strides are shorter in each part. */
    private static int place(List<Layout> parts, int[] outermostFirst, int axis) {
        int place = axis;
        for (int i = axis - 1; i >= 0; i--) {
            int longer = longer(parts, axis, outermostFirst[i]);
            if (longer < 0) {
                break;
            }
            place = longer > 0 ? i : place;
        }
        return place;
    }

    /** Returns 1 if all parts that can tell have longer strides along the first axis, 0 if none can tell, else -1. */
    private static int longer(List<Layout> parts, int axis, int other) {
        int result = 0;
        for (Layout part : parts) {
            if (part.dim(axis) != 1 && part.dim(other) != 1) {
                if (Math.abs(part.stride(axis)) <= Math.abs(part.stride(other))) {
                    return -1;
                }
                result = 1;
            }
        }
        return result;
    }

    /**
     * Checks an axis that parts are joined along.
     *
     * @return counted from the front
     * @throws ShapeException if there is no part, or the first one has no axis
     * @throws AxisException if it is out of bounds
     */
    public static int axis(String operation, List<Shape> parts, int axis) {
        if (parts.isEmpty()) {
            throw new ShapeException(operation + ": there is no array to join; give at least one");
        }
        if (parts.getFirst().ndim() == 0) {
            throw new ShapeException(operation + ": operand 0 has shape () and no axis to be joined along; use stack,"
                    + " or flatten with allAxes()");
        }
        return Layout.axis(operation, axis, parts.getFirst().ndim());
    }
}
