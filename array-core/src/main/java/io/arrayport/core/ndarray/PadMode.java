package io.arrayport.core.ndarray;

import java.util.Locale;

/** What {@code np.pad} fills a border with. */
public enum PadMode {
    /** What {@code constantValues} says, or 0. */
    CONSTANT,
    /** Whatever the memory holds. */
    EMPTY,
    /** The element at the edge. */
    EDGE,
    /** Numbers from the element at the edge to what {@code endValues} says, or 0. */
    LINEAR_RAMP,
    /** The greatest of {@code statLength} elements at the edge, or of all. */
    MAXIMUM,
    /** Their mean. */
    MEAN,
    /** Their median. */
    MEDIAN,
    /** The least of them. */
    MINIMUM,
    /** The elements reflected at the one at the edge. */
    REFLECT,
    /** The elements reflected at the edge, the one there twice. */
    SYMMETRIC,
    /** The elements from the other end. */
    WRAP;

    /** NumPy's spelling: {@code "linear_ramp"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
