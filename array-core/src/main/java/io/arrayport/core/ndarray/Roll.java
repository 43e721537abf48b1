package io.arrayport.core.ndarray;

import java.util.Arrays;
import java.util.Locale;

import io.arrayport.core.dtype.Calendar;
import io.arrayport.core.dtype.TimeType;

/** What becomes of a date that is no business day; NumPy's {@code roll}. */
public enum Roll {
    /** It is an error. */
    RAISE,
    /** It is not a time. */
    NAT,
    /** It becomes the next business day. */
    FORWARD,
    /** {@link #FORWARD} by its other name. */
    FOLLOWING,
    /** It becomes the business day before it. */
    BACKWARD,
    /** {@link #BACKWARD} by its other name. */
    PRECEDING,
    /** It becomes the next business day, or if that is in another month the one before. */
    MODIFIEDFOLLOWING,
    /** It becomes the business day before it, or if that is in another month the next one. */
    MODIFIEDPRECEDING;

    /**
     * Reads NumPy's spelling.
     *
     * @throws IllegalArgumentException if {@code text} is none of it
     */
    public static Roll of(String text) {
        return Arrays.stream(values()).filter(roll -> roll.toString().equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("roll: '" + text + "' is none of "
                        + Arrays.toString(values())));
    }

    /** The business day that stands for {@code day}, or NaT. */
    long roll(Busdaycalendar calendar, long day) {
        boolean nat = day == TimeType.NAT;
        if (this == RAISE && (nat || !calendar.isBusday(day))) {
            throw new IllegalArgumentException("busdayOffset: " + (nat ? "a date is NaT" : "day " + day
                    + " after 1970-01-01 is no business day") + "; say with roll(...) what becomes of it");
        }
        if (nat || calendar.isBusday(day)) {
            return day;
        }
        return switch (this) {
            case RAISE, NAT -> TimeType.NAT;
            case FORWARD, FOLLOWING -> calendar.rolled(day, 1);
            case BACKWARD, PRECEDING -> calendar.rolled(day, -1);
            case MODIFIEDFOLLOWING -> sameMonth(calendar, day, 1);
            case MODIFIEDPRECEDING -> sameMonth(calendar, day, -1);
        };
    }

    private static long sameMonth(Busdaycalendar calendar, long day, int step) {
        long rolled = calendar.rolled(day, step);
        return Calendar.monthOfDay(rolled) == Calendar.monthOfDay(day) ? rolled : calendar.rolled(day, -step);
    }

    /** NumPy's spelling. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
