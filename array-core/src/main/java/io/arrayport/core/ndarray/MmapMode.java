package io.arrayport.core.ndarray;

import java.util.Arrays;

/** What becomes of what is written to an array that is a file. */
public enum MmapMode {
    /** Nothing may be written. */
    READ("r", "readonly"),
    /** The file changes. */
    READ_WRITE("r+", "readwrite"),
    /** The file is made, or made anew, of zeros, and changes. */
    WRITE("w+", "write"),
    /** The array changes, the file does not: pages that are written become copies. */
    COPY("c", "copyonwrite");

    private final String letters;
    private final String word;

    MmapMode(String letters, String word) {
        this.letters = letters;
        this.word = word;
    }

    /**
     * Reads NumPy's spelling: {@code "r+"} or {@code "readwrite"}.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    public static MmapMode of(String text) {
        return Arrays.stream(values()).filter(mode -> mode.letters.equals(text) || mode.word.equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "mode: must be one of " + Arrays.toString(values()) + ", not '" + text + "'"));
    }

    /** NumPy's spelling: {@code "r+"}. */
    @Override
    public String toString() {
        return letters;
    }
}
