package io.arrayport.core.ndarray;

/** Options of {@code np.digitize}. */
public sealed interface DigitizeOption extends Option permits DigitizeOption.Right {
    /**
     * Whether a bin has its upper edge, not its lower one.
     *
     * @param closed whether it has
     */
    record Right(boolean closed) implements DigitizeOption {}
}
