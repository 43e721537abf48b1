package io.arrayport.core;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * How an argument fits a parameter.
 *
 * @param distance 0 where it is of the parameter's own type; the nearest form of a function is called
 * @param value the argument converted; made only for the form that is called. Arrays that it makes on the way it adds
 *         to the list, for whoever calls to close
 */
record Fit(int distance, Function<List<NdArray>, @Nullable Object> value) {
    static Fit exact(@Nullable Object value) {
        return new Fit(0, _ -> value);
    }

    static Fit near(int distance, @Nullable Object value) {
        return new Fit(distance, _ -> value);
    }

    /** The argument converted, where it is known not to be null. */
    Object converted(List<NdArray> made) {
        return Objects.requireNonNull(value.apply(made));
    }
}
