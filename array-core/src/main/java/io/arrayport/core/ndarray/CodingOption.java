package io.arrayport.core.ndarray;

/** Options of functions between bytes and unicode. */
public sealed interface CodingOption extends Option permits CodingOption.Encoding, CodingOption.Errors {
    /**
     * How characters are bytes.
     *
     * @param name Java's or Python's
     */
    record Encoding(String name) implements CodingOption {}

    /**
     * What becomes of what cannot be converted.
     *
     * @param handling {@code strict} refuses it, {@code ignore} leaves it out, {@code replace} puts a mark in its place
     */
    record Errors(String handling) implements CodingOption {}
}
