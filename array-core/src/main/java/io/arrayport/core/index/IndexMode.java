package io.arrayport.core.index;

/** What becomes of positions that are not inside an axis. */
public enum IndexMode {
    /** Negative ones count from the end; beyond either end is an error. */
    RAISE("raise"),
    /** They go round: the position after the last one is the first. */
    WRAP("wrap"),
    /** They stop at the ends; negative ones are the first. */
    CLIP("clip");

    private final String text;

    IndexMode(String text) {
        this.text = text;
    }

    /** NumPy's name. */
    @Override
    public String toString() {
        return text;
    }
}
