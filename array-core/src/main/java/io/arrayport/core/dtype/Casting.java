package io.arrayport.core.dtype;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How much a conversion between element types may lose: NumPy's {@code casting} keyword. Each constant allows what the
 * one before it does.
 */
public enum Casting {
    /** Nothing is converted: same type, same byte order. */
    NO,
    /** Only the byte order may change. */
    EQUIV,
    /** Values are kept; as in NumPy, 64-bit integers count as kept by float64. */
    SAFE,
    /** Also lossy within a kind or towards a higher one: float64 to float32, int64 to float16; no float to int. */
    SAME_KIND,
    /** Anything. */
    UNSAFE;

    /**
     * Reads NumPy's spelling: {@code "no"}, {@code "equiv"}, {@code "safe"}, {@code "same_kind"}, {@code "unsafe"}.
     *
     * @throws IllegalArgumentException if {@code text} is none of them
     */
    public static Casting of(String text) {
        return Arrays.stream(values()).filter(rule -> rule.toString().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("casting: must be one of "
                        + Arrays.stream(values()).map(Casting::toString).collect(Collectors.joining(", "))
                        + ", not '" + text + "'"));
    }

    /** NumPy's spelling: {@code "same_kind"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
