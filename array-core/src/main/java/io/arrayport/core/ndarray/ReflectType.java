package io.arrayport.core.ndarray;

import java.util.Locale;

/** How {@code np.pad} reflects. */
public enum ReflectType {
    /** Elements as they are. */
    EVEN,
    /** Twice the element at the edge minus them, so that slopes go on. */
    ODD;

    /** NumPy's spelling: {@code "even"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
