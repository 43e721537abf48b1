package io.arrayport.core;

import java.util.Arrays;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** {@code np.lib.array_utils}: axes as arguments of functions, and where arrays lie. */
public final class ArrayUtils {
    ArrayUtils() {}

    /**
     * The address of the lowest byte of an array's elements, and of what follows the highest one. Without elements both
     * are the same.
     */
    public long[] byteBounds(NdArray a) {
        long start = a.storage().address();
        return a.size() == 0 ? new long[]{start + a.layout().offset(), start + a.layout().offset()}
                : new long[]{start + a.layout().minByte(), start + a.layout().endByte(a.itemsize())};
    }

    /** As {@link #normalizeAxisIndex(int, int, String)}, without a prefix. */
    public int normalizeAxisIndex(int axis, int ndim) {
        return normalizeAxisIndex(axis, ndim, null);
    }

    /**
     * An axis counted from the front.
     *
     * @param axis a negative one counts from the end
     * @param msgPrefix what an error begins with
     * @throws AxisException if there is no such axis
     */
    public int normalizeAxisIndex(int axis, int ndim, @Nullable String msgPrefix) {
        return Layout.axis(msgPrefix == null ? "normalizeAxisIndex" : msgPrefix, axis, ndim);
    }

    /** As {@link #normalizeAxisTuple(int[], int, String, boolean)}, without a name, no axis twice. */
    public int[] normalizeAxisTuple(int[] axis, int ndim) {
        return normalizeAxisTuple(axis, ndim, null, false);
    }

    /** As {@link #normalizeAxisTuple(int[], int, String, boolean)}, without a name. */
    public int[] normalizeAxisTuple(int[] axis, int ndim, boolean allowDuplicate) {
        return normalizeAxisTuple(axis, ndim, null, allowDuplicate);
    }

    /** As {@link #normalizeAxisTuple(int[], int, String, boolean)}, no axis twice. */
    public int[] normalizeAxisTuple(int[] axis, int ndim, @Nullable String argname) {
        return normalizeAxisTuple(axis, ndim, argname, false);
    }

    /**
     * Axes counted from the front.
     *
     * @param axis negative ones count from the end
     * @param argname what the axes are called in errors
     * @param allowDuplicate whether one may be named twice
     * @throws AxisException if there is no such axis, or one is named twice
     */
    public int[] normalizeAxisTuple(int[] axis, int ndim, @Nullable String argname, boolean allowDuplicate) {
        String name = argname == null ? "axis" : argname;
        int[] axes = Arrays.stream(axis).map(one -> Layout.axis(name, one, ndim)).toArray();
        if (!allowDuplicate && Arrays.stream(axes).distinct().count() < axes.length) {
            throw new AxisException(name + ": " + Arrays.toString(axis) + " names an axis of " + ndim + " twice; name"
                    + " each once");
        }
        return axes;
    }
}
