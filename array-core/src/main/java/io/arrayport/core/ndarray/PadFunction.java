package io.arrayport.core.ndarray;

/** Fills the border of one row of an array that is padded. */
@FunctionalInterface
public interface PadFunction {
    /**
     * Writes to the ends of {@code row}.
     *
     * @param row a view of the padded array along {@code axis}; its border is 0, or what was written along the axes
     *        before
     * @param before how many elements at its front are border
     * @param behind how many at its end
     */
    void fill(NdArray row, long before, long behind, int axis);
}
