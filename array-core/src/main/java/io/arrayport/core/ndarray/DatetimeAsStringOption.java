package io.arrayport.core.ndarray;

import java.time.ZoneId;

import io.arrayport.core.ndarray.Option.CastingOption;
import org.jspecify.annotations.Nullable;

/** Options of {@code np.datetimeAsString}. */
public sealed interface DatetimeAsStringOption extends Option
        permits DatetimeAsStringOption.Unit, DatetimeAsStringOption.Timezone, CastingOption {
    /**
     * How far texts go.
     *
     * @param symbol NumPy's of a unit, or {@code auto}: as far as each time needs, a day at least
     */
    record Unit(String symbol) implements DatetimeAsStringOption {}

    /**
     * What stands behind times of day.
     *
     * @param zone in which they are written, with the distance from UTC; null for none of that
     * @param utc whether a Z says that they are in UTC
     */
    record Timezone(@Nullable ZoneId zone, boolean utc) implements DatetimeAsStringOption {}
}
