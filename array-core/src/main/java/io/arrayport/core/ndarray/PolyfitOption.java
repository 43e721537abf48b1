package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.PolyfitOption.Rcond;
import io.arrayport.core.ndarray.PolyfitOption.W;

/** Options of {@code np.polyfit}. */
public sealed interface PolyfitOption extends Option permits Rcond, W {
    /**
     * What part of the greatest singular value counts as 0.
     *
     * @param part the precision of x times the number of points unless told
     */
    record Rcond(double part) implements PolyfitOption, SeriesFitOption {}

    /**
     * How much each point counts.
     *
     * @param weights what its distance is multiplied by, before it is squared
     */
    record W(NdArray weights) implements PolyfitOption, SeriesFitOption {}

    /** That all that was computed is wanted; a parameter of its own, because the result is another. */
    record Full() implements Option {}

    /** That it is wanted how coefficients vary; a parameter of its own, because the result is another. */
    record Cov() implements Option {}

    /** By what it is scaled how coefficients vary. */
    enum CovScale {
        /** By nothing: weights tell how far off points are. */
        UNSCALED;

        /** NumPy's spelling. */
        @Override
        public String toString() {
            return "unscaled";
        }
    }
}
