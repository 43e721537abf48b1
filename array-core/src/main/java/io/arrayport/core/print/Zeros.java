package io.arrayport.core.print;

/** What becomes of trailing zeros after the point; NumPy's {@code trim}. */
public enum Zeros {
    /** They stay, and are filled up to the number of digits asked for: NumPy's {@code 'k'}. */
    KEEP,
    /** They go, the point stays, {@code 1.}: NumPy's {@code '.'}. */
    TO_POINT,
    /** They go but for one directly after the point, {@code 1.0}: NumPy's {@code '0'}. */
    TO_ONE,
    /** They go, and so does a point with nothing after it, {@code 1}: NumPy's {@code '-'}. */
    TO_INTEGER;

    /**
     * Reads NumPy's {@code 'k'}, {@code '.'}, {@code '0'} or {@code '-'}.
     *
     * @throws IllegalArgumentException if {@code text} is none of these
     */
    public static Zeros of(String text) {
        return switch (text) {
            case "k" -> KEEP;
            case "." -> TO_POINT;
            case "0" -> TO_ONE;
            case "-" -> TO_INTEGER;
            default -> throw new IllegalArgumentException("trim: '" + text + "' is none of 'k', '.', '0' and '-'");
        };
    }
}
