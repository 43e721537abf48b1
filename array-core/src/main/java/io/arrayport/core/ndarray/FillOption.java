package io.arrayport.core.ndarray;

/** Options of functions that fill strings up. */
public sealed interface FillOption extends Option permits FillOption.Fillchar {
    /**
     * What they are filled with.
     *
     * @param characters a String, or an array of strings that broadcasts with the others; of one character each
     */
    record Fillchar(Object characters) implements FillOption {}
}
