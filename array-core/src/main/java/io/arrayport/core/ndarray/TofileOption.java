package io.arrayport.core.ndarray;

/** Options of {@link NdArray#tofile}. */
public sealed interface TofileOption extends FileOption permits FromstringOption.Sep, TofileOption.Format {
    /**
     * How an element is written, as Python's {@code %} has it.
     *
     * @param text {@code "%s"} unless given
     */
    record Format(String text) implements TofileOption {}
}
