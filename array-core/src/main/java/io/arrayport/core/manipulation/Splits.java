package io.arrayport.core.manipulation;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.ndarray.AlongOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Axis;

/** Arrays cut into views. */
public final class Splits {
    /** A part is an object: empty ones without number would fill the heap. */
    private static final long MOST_EMPTY = 1 << 20;

    private Splits() {}

    /** {@code np.split} into parts of one length. */
    public static List<NdArray> equal(String operation, NdArray array, long sections, AlongOption... options) {
        int axis = axis(operation, array, options);
        long length = array.shape().dim(axis);
        if (sections == 0) {
            throw none(operation);
        }
        if (length % sections != 0) {
            throw new ShapeException(operation + ": axis " + axis + " of " + array.shape() + " does not divide into "
                    + sections + " parts of one length; use arraySplit, or give the places to cut at");
        }
        return sections(operation, array, axis, sections);
    }

    /** {@code np.array_split} into parts that differ by at most one. */
    public static List<NdArray> sections(String operation, NdArray array, long sections, AlongOption... options) {
        return sections(operation, array, axis(operation, array, options), sections);
    }

    private static List<NdArray> sections(String operation, NdArray array, int axis, long sections) {
        if (sections <= 0) {
            throw sections == 0 ? none(operation) : new ShapeException(operation + ": there cannot be " + sections
                    + " parts; give at least 1");
        }
        long length = array.shape().dim(axis);
        if (sections > Math.max(length, MOST_EMPTY)) {
            throw new ShapeException(operation + ": " + sections + " parts of an axis of length " + length
                    + " are nearly all empty; give at most " + MOST_EMPTY);
        }
        long longer = length % sections;
        List<NdArray> parts = new ArrayList<>();
        long at = 0;
        for (long part = 0; part < sections; part++) {
            long next = at + length / sections + (part < longer ? 1 : 0);
            parts.add(Along.slice(array, axis, at, next));
            at = next;
        }
        return parts;
    }

    private static ShapeException none(String operation) {
        return new ShapeException(operation + ": there cannot be 0 parts; give at least 1");
    }

    /** {@code np.split} at places, which Python's rules of slices clip. */
    public static List<NdArray> at(String operation, NdArray array, long[] places, AlongOption... options) {
        int axis = axis(operation, array, options);
        List<NdArray> parts = new ArrayList<>(places.length + 1);
        long at = 0;
        for (long place : places) {
            parts.add(Along.slice(array, axis, at, place));
            at = place;
        }
        parts.add(Along.slice(array, axis, at, null));
        return parts;
    }

    private static int axis(String operation, NdArray array, AlongOption... options) {
        return Along.required(operation, array.ndim(), options);
    }

    /** {@code np.unstack}. */
    public static List<NdArray> unstack(NdArray array, AlongOption... options) {
        if (array.ndim() == 0) {
            throw new ShapeException("unstack: an array of shape () has no axis to be unstacked along");
        }
        int axis = axis("unstack", array, options);
        List<NdArray> parts = new ArrayList<>();
        for (long i = 0; i < array.shape().dim(axis); i++) {
            parts.add(Along.at(array, axis, Index.at(i)));
        }
        return parts;
    }

    /**
     * The axis that {@code hsplit} and the like are named after.
     *
     * @throws ShapeException if there are fewer axes than the operation needs
     */
    public static AlongOption named(String operation, NdArray array, int ndim, int axis) {
        if (array.ndim() < ndim) {
            throw new ShapeException(operation + ": an array of shape " + array.shape() + " has fewer than " + ndim
                    + (ndim == 1 ? " axis" : " axes"));
        }
        return new Axis(List.of(axis));
    }
}
