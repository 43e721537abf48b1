package io.arrayport.core.ndarray;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a quantile that falls between two elements is made of them: the nine methods that Hyndman and Fan (1996) number,
 * and four older ones. All but the discrete ones interpolate.
 */
public enum QuantileMethod {
    /** Number 1: the least element with at least this part of all at or below it. Discrete. */
    INVERTED_CDF,
    /** Number 2: as 1, but the mean of two where both would do. */
    AVERAGED_INVERTED_CDF,
    /** Number 3: the nearest, of two equally near ones that of even rank. Discrete. */
    CLOSEST_OBSERVATION,
    /** Number 4: linear between the steps of 1. */
    INTERPOLATED_INVERTED_CDF,
    /** Number 5: linear between the middles of these steps. */
    HAZEN,
    /** Number 6: linear, such that n elements cut what they come from into n + 1 equal parts. */
    WEIBULL,
    /** Number 7, the usual one: linear from the least element at 0 to the greatest at 1. */
    LINEAR,
    /** Number 8: about unbiased for the median, whatever the distribution. */
    MEDIAN_UNBIASED,
    /** Number 9: about unbiased if the distribution is normal. */
    NORMAL_UNBIASED,
    /** The lower one of the two that {@link #LINEAR} lies between. Discrete. */
    LOWER,
    /** The higher one of the two. Discrete. */
    HIGHER,
    /** The mean of the two. */
    MIDPOINT,
    /** The nearer one of the two, of equally near ones that of even position. Discrete. */
    NEAREST;

    /**
     * Reads NumPy's spelling: {@code "median_unbiased"}.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    public static QuantileMethod of(String text) {
        return Arrays.stream(values()).filter(method -> method.toString().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("method: must be one of "
                        + Arrays.stream(values()).map(QuantileMethod::toString).collect(Collectors.joining(", "))
                        + ", not '" + text + "'"));
    }

    /** NumPy's spelling: {@code "median_unbiased"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
