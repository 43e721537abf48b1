package io.arrayport.core;

import io.arrayport.core.ndarray.AssertionOption;
import io.arrayport.core.ndarray.CloseAssertionOption;
import io.arrayport.core.ndarray.DecimalAssertionOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.numeric.Agreement;

/**
 * {@code np.testing}: assertions about arrays, which throw {@link AssertionError} where they do not hold. Shapes have
 * to agree, but for an operand without axes, which stands for an array of such; NaN and infinity have to be at the
 * same places unless it says otherwise.
 */
public final class Testing {
    Testing() {}

    /** That elements are equal. */
    public void assertArrayEqual(NdArray actual, NdArray desired, AssertionOption... options) {
        Agreement.equal(actual, desired, options);
    }

    /**
     * That elements differ by at most {@code atol + rtol * abs(desired)}: by 1e-7 of what is desired unless told. NaN
     * is near NaN unless {@code equalNan(false)}.
     */
    public void assertAllclose(NdArray actual, NdArray desired, CloseAssertionOption... options) {
        Agreement.close(actual, desired, options);
    }

    /** That elements agree to 6 digits after the point, or to {@code decimal(...)}. */
    public void assertArrayAlmostEqual(NdArray actual, NdArray desired, DecimalAssertionOption... options) {
        Agreement.almostEqual(actual, desired, options);
    }

    /** That each element of {@code x} is less than that of {@code y}; infinity need not be at the same places. */
    public void assertArrayLess(NdArray x, NdArray y, AssertionOption... options) {
        Agreement.less(x, y, options);
    }

    /** That two texts are the same. */
    public void assertStringEqual(String actual, String desired) {
        if (!actual.equals(desired)) {
            throw new AssertionError("assertStringEqual: '" + actual + "', wanted '" + desired + "'");
        }
    }
}
