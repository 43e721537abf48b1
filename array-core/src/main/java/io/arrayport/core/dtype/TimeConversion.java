package io.arrayport.core.dtype;

import java.util.function.LongUnaryOperator;

/**
 * Counts of one unit as counts of another: what is left over is dropped towards the past, what is too large wraps.
 * Points go by the calendar, spans by the mean length of years and months. NaT is for the caller to leave alone.
 */
public final class TimeConversion {
    private TimeConversion() {}

    /** Returns whether counts do not change: they have one unit, or no unit tells what they mean. */
    public static boolean keepsCounts(TimeType from, TimeType to) {
        return from.span() != to.span() || from.hasUnitOf(to) || from.unit() == TimeUnit.GENERIC
                || to.unit() == TimeUnit.GENERIC;
    }

    /**
     * Returns how counts are converted: a {@link TimeRatio} where no calendar is asked.
     *
     * @param from of {@code to}'s kind; neither is of the generic unit
     * @throws io.arrayport.core.error.CastingException if the two units are too far apart
     */
    public static LongUnaryOperator of(TimeType from, TimeType to) {
        if (from.span() || from.unit().isCalendar() == to.unit().isCalendar()) {
            return TimeRatio.of(from, to);
        }
        return from.unit().isCalendar() ? toDays(from, to) : toMonths(from, to);
    }

    private static LongUnaryOperator toDays(TimeType from, TimeType to) {
        TimeRatio ratio = TimeRatio.of(TimeType.datetime64(TimeUnit.DAY), unitOf(to));
        boolean years = from.unit() == TimeUnit.YEAR;
        return count -> {
            long units = count * from.multiple();
            long day = years ? Calendar.dayOfMonth(units, 0)
                    : Calendar.dayOfMonth(Math.floorDiv(units, 12L), Math.floorMod(units, 12L));
            return Math.floorDiv(ratio.convert(day), (long) to.multiple());
        };
    }

    private static LongUnaryOperator toMonths(TimeType from, TimeType to) {
        TimeRatio ratio = TimeRatio.of(unitOf(from), TimeType.datetime64(TimeUnit.DAY));
        long months = to.unit() == TimeUnit.YEAR ? 12 : 1;
        return count -> Math.floorDiv(
                Math.floorDiv(Calendar.monthOfDay(ratio.convert(count * from.multiple())), months),
                (long) to.multiple());
    }

    private static TimeType unitOf(TimeType type) {
        return TimeType.datetime64(type.unit());
    }
}
