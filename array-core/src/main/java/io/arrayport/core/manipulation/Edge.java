package io.arrayport.core.manipulation;

import io.arrayport.core.ndarray.NdArray;

/**
 * An array one axis of which has a border that is to be filled.
 *
 * @param region with its border
 * @param before how many elements at the front are border
 * @param behind how many at the end
 */
record Edge(NdArray region, int axis, long before, long behind) {

    /** How many elements along the axis are no border. */
    long length() {
        return region.shape().dim(axis) - before - behind;
    }

    /** Elements along the axis, counted from the first that is no border: a view. */
    NdArray inside(long start, long stop) {
        return Along.slice(region, axis, before + start, before + stop);
    }

    /** The border in front: a view. */
    NdArray front() {
        return Along.slice(region, axis, 0L, before);
    }

    /** The border at the end: a view. */
    NdArray back() {
        return Along.slice(region, axis, region.shape().dim(axis) - behind, null);
    }

    /** The element at the front, with the axis: a view. */
    NdArray first() {
        return inside(0, 1);
    }

    /** The element at the end, with the axis: a view. */
    NdArray last() {
        return inside(length() - 1, length());
    }

    /** The same after so many elements next to the inside have been filled. */
    Edge grown(long front, long back) {
        return new Edge(region, axis, before - front, behind - back);
    }

    boolean isFilled() {
        return before == 0 && behind == 0;
    }
}
