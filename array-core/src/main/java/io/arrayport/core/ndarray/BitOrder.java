package io.arrayport.core.ndarray;

import java.util.Locale;

/** Which bit of a byte comes first. */
public enum BitOrder {
    /** The one of highest value. */
    BIG,
    /** The one of lowest value. */
    LITTLE;

    /** NumPy's spelling. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
