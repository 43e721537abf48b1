package io.arrayport.core;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * How an argument fits a parameter.
 *
 * @param distance 0 where it is of the parameter's own type; the nearest form of a function is called
 * @param value the argument converted; made only for the form that is called
 */
record Fit(int distance, Supplier<@Nullable Object> value) {
    static Fit exact(@Nullable Object value) {
        return new Fit(0, () -> value);
    }

    static Fit near(int distance, @Nullable Object value) {
        return new Fit(distance, () -> value);
    }
}
