package io.arrayport.core.ndarray;

import java.util.Arrays;
import java.util.Locale;

/** Rules for how many bins of equal width suit the data. */
public enum BinMethod {
    /** The narrower of {@link #FD}, which may not be too narrow, and {@link #STURGES}. */
    AUTO,
    /** Freedman and Diaconis: by the distance of the quartiles; outliers do not matter. */
    FD,
    /** As {@link #STURGES}, for data that are not normally distributed. */
    DOANE,
    /** By the standard deviation. */
    SCOTT,
    /** By an estimate of the squared error, from the data alone. */
    STONE,
    /** By the number of elements alone: twice its cube root. */
    RICE,
    /** By the number of elements alone: its logarithm and one. */
    STURGES,
    /** By the number of elements alone: its square root. */
    SQRT;

    /**
     * Reads NumPy's spelling: {@code "fd"}.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    public static BinMethod of(String text) {
        return Arrays.stream(values()).filter(method -> method.toString().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "bins: must be one of " + Arrays.toString(values()) + ", not '" + text + "'"));
    }

    /** NumPy's spelling: {@code "fd"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
