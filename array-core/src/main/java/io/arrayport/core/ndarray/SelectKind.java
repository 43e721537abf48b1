package io.arrayport.core.ndarray;

/** NumPy's name of the way to partition; there is one. */
public enum SelectKind {
    /** Selection in linear time. */
    INTROSELECT;

    /**
     * Reads NumPy's spelling: {@code "introselect"}.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    public static SelectKind of(String text) {
        if (!text.equals(INTROSELECT.toString())) {
            throw new IllegalArgumentException("kind: must be " + INTROSELECT + ", not '" + text + "'");
        }
        return INTROSELECT;
    }

    /** NumPy's spelling: {@code "introselect"}. */
    @Override
    public String toString() {
        return "introselect";
    }
}
