package io.arrayport.core.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.error.AxisException;

/** Orders of axes, to be given to {@link Layout#transpose}. */
public final class Permutations {
    private Permutations() {}

    /** The order in which two axes are exchanged; negative ones count from the end. */
    public static int[] swapped(int ndim, int axis1, int axis2) {
        int first = Layout.axis("swapaxes", axis1, ndim);
        int second = Layout.axis("swapaxes", axis2, ndim);
        int[] order = new int[ndim];
        Arrays.setAll(order, axis -> axis == first ? second : axis == second ? first : axis);
        return order;
    }

    /**
     * The order that moves the axes {@code source} to the positions {@code destination} of the result; the others keep
     * their order.
     *
     * @throws AxisException if one is named twice or is not there, or there are more of one than of the other
     */
    public static int[] moved(int ndim, int[] source, int[] destination) {
        int[] from = distinct("moveaxis: source", source, ndim);
        int[] to = distinct("moveaxis: destination", destination, ndim);
        if (from.length != to.length) {
            throw new AxisException("moveaxis: source names " + from.length + " axes, destination " + to.length
                    + "; each needs its place");
        }
        List<Integer> order = new ArrayList<>();
        for (int axis = 0; axis < ndim; axis++) {
            int wanted = axis;
            if (Arrays.stream(from).noneMatch(moved -> moved == wanted)) {
                order.add(axis);
            }
        }
        // From the front, so that each place counts those before it.
        for (int place = 0; place < ndim; place++) {
            for (int i = 0; i < to.length; i++) {
                if (to[i] == place) {
                    order.add(place, from[i]);
                }
            }
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The axes, counted from the front.
     *
     * @param operation named in errors
     * @throws AxisException if one is named twice or is not there
     */
    public static int[] distinct(String operation, int[] axes, int ndim) {
        int[] normal = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            normal[i] = Layout.axis(operation, axes[i], ndim);
        }
        boolean[] seen = new boolean[ndim];
        for (int axis : normal) {
            if (seen[axis]) {
                throw new AxisException(
                        operation + ": axis " + axis + " is named twice in " + Arrays.toString(axes));
            }
            seen[axis] = true;
        }
        return normal;
    }
}
