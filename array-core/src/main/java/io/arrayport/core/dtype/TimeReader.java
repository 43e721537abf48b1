package io.arrayport.core.dtype;

import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Reads points in time as ISO 8601 writes them, as far as they go: {@code 2026}, {@code 2026-11-21T09:30:00.25}. */
final class TimeReader {
    private static final Pattern POINT = Pattern.compile("([+-]?\\d{4,18})(?:-(\\d\\d)(?:-(\\d\\d)"
            + "(?:[T ](\\d\\d)(?::(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,18}))?)?)?)?)?)?");
    private static final int FIRST_YEAR = 1970;
    private static final int GROUPS = 7;

    private TimeReader() {}

    /**
     * Returns the point, counted in the longest unit that says it all; {@code NaT} has none.
     *
     * @throws DateTimeException if {@code text} is no such point, or there is no such day
     */
    static Time read(String text) {
        if (text.isEmpty() || text.equalsIgnoreCase("NaT")) {
            return new Time(TimeType.datetime64(TimeUnit.GENERIC), TimeType.NAT);
        }
        Matcher matcher = POINT.matcher(text);
        if (!matcher.matches()) {
            throw new DateTimeException("datetime64: '" + text + "' is no time; write 2026-11-21T09:30:00.250, or less"
                    + " of it from the left");
        }
        @Nullable
        String[] parts = new @Nullable String[GROUPS + 1];
        for (int group = 1; group <= GROUPS; group++) {
            parts[group] = matcher.group(group);
        }
        try {
            return read(text, parts);
        } catch (ArithmeticException beyond) {
            throw new DateTimeException("datetime64: '" + text + "' is beyond what 64 bits count", beyond);
        }
    }

    private static Time read(String text, @Nullable String[] parts) {
        long years = Math.subtractExact(number(parts[1], 0), FIRST_YEAR);
        if (parts[2] == null) {
            return point(TimeUnit.YEAR, years);
        }
        long month = Math.addExact(Math.multiplyExact(years, 12L), inside(text, number(parts[2], 1), 1, 12) - 1);
        if (parts[3] == null) {
            return point(TimeUnit.MONTH, month);
        }
        long first = Calendar.dayOfMonth(month);
        long day = first + inside(text, number(parts[3], 1), 1, Calendar.dayOfMonth(month + 1) - first) - 1;
        TimeUnit unit = TimeUnit.DAY;
        long count = day;
        int[] most = {23, 59, 59};
        for (int i = 0; i < most.length && parts[4 + i] != null; i++) {
            count = Math.multiplyExact(count, i == 0 ? 24L : 60L);
            count = Math.addExact(count, inside(text, number(parts[4 + i], 0), 0, most[i]));
            unit = TimeUnit.values()[TimeUnit.HOUR.ordinal() + i];
        }
        String fraction = parts[GROUPS];
        if (fraction == null) {
            return point(unit, count);
        }
        int thousandths = (fraction.length() + 2) / 3;
        String digits = fraction + "0".repeat(3 * thousandths - fraction.length());
        for (int i = 0; i < thousandths; i++) {
            count = Math.addExact(Math.multiplyExact(count, 1000L), Long.parseLong(digits, 3 * i, 3 * i + 3, 10));
        }
        return point(TimeUnit.values()[TimeUnit.SECOND.ordinal() + thousandths], count);
    }

    private static Time point(TimeUnit unit, long count) {
        return new Time(TimeType.datetime64(unit), count);
    }

    private static long number(@Nullable String digits, long otherwise) {
        return digits == null ? otherwise : Long.parseLong(digits);
    }

    private static long inside(String text, long number, long least, long most) {
        if (number < least || number > most) {
            throw new DateTimeException(
                    "datetime64: '" + text + "' has " + number + " where there are " + least + " to "
                            + most);
        }
        return number;
    }
}
