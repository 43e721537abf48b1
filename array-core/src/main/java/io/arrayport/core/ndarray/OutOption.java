package io.arrayport.core.ndarray;

import java.util.Arrays;

import io.arrayport.core.ndarray.Option.Out;

/** Options of functions that take {@code out} and nothing else. */
public sealed interface OutOption extends Option permits Out {
    /**
     * The same options for a ufunc.
     *
     * @param operation named in errors
     */
    static UfuncOption[] of(String operation, OutOption... options) {
        Option.requireDistinct(operation, options);
        return Arrays.stream(options).map(UfuncOption.class::cast).toArray(UfuncOption[]::new);
    }
}
