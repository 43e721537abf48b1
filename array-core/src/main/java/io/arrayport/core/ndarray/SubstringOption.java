package io.arrayport.core.ndarray;

/** Options of functions that look for strings in strings. */
public sealed interface SubstringOption extends Option permits SubstringOption.Start, SubstringOption.End {
    /**
     * From where on.
     *
     * @param places a Long, or an array of integers that broadcasts with the strings; negative ones count from the end
     */
    record Start(Object places) implements SubstringOption {}

    /**
     * Up to where.
     *
     * @param places as for {@link Start}
     */
    record End(Object places) implements SubstringOption {}
}
