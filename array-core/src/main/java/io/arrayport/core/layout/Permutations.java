package io.arrayport.core.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.error.AxisException;

/** Views that move or turn round whole axes, as functions from layout to layout. */
public final class Permutations {
    private Permutations() {}

    /** Exchanges two axes; negative ones count from the end. */
    public static Layout swapaxes(Layout layout, int axis1, int axis2) {
        int ndim = layout.ndim();
        int first = Layout.axis("swapaxes", axis1, ndim);
        int second = Layout.axis("swapaxes", axis2, ndim);
        int[] order = new int[ndim];
        Arrays.setAll(order, axis -> axis == first ? second : axis == second ? first : axis);
        return layout.transpose(order);
    }

    /**
     * Moves the axes {@code source} to the positions {@code destination} of the result; the others keep their order.
     *
     * @throws AxisException if one is named twice or is not there, or there are more of one than of the other
     */
    public static Layout moveaxis(Layout layout, int[] source, int[] destination) {
        int ndim = layout.ndim();
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
        return layout.transpose(order.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Turns the named axes round: the last element comes first. */
    public static Layout flip(Layout layout, int... axes) {
        Layout flipped = layout;
        for (int axis : distinct("flip", axes, layout.ndim())) {
            flipped = flipped.slice(axis, null, null, -1L);
        }
        return flipped;
    }

    private static int[] distinct(String operation, int[] axes, int ndim) {
        int[] normal = Arrays.stream(axes).map(axis -> Layout.axis(operation, axis, ndim)).toArray();
        if (Arrays.stream(normal).distinct().count() < normal.length) {
            throw new AxisException(operation + ": an axis is named twice in " + Arrays.toString(axes));
        }
        return normal;
    }
}
