package io.arrayport.core.ndarray;

import io.arrayport.core.ndarray.SeriesMakeOption.Domain;
import io.arrayport.core.ndarray.SeriesMakeOption.Symbol;
import io.arrayport.core.ndarray.SeriesMakeOption.Window;

/** Options of what makes series. */
public sealed interface SeriesMakeOption extends Option permits Domain, Window, Symbol {
    /**
     * Where the series is looked at; the home of its basis unless told.
     *
     * @param ends two numbers
     */
    record Domain(NdArray ends) implements SeriesMakeOption, SeriesFitOption {}

    /**
     * Where the domain is mapped to; the home of its basis unless told.
     *
     * @param ends two numbers
     */
    record Window(NdArray ends) implements SeriesMakeOption, SeriesFitOption {}

    /**
     * What texts call the variable.
     *
     * @param name x unless told
     */
    record Symbol(String name) implements SeriesMakeOption, SeriesFitOption {}
}
