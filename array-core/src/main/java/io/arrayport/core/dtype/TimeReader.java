package io.arrayport.core.dtype;

import java.time.DateTimeException;

/**
 * Reads points in time as ISO 8601 writes them, as far as they go: {@code 2026}, {@code 2026-11-21T09:30:00.25}. By
 * hand: a regular expression takes three times as long.
 */
final class TimeReader {
    private static final int FIRST_YEAR = 1970;
    private static final int LEAST_YEAR_DIGITS = 4;
    private static final int MOST_DIGITS = 18;
    /** What stands before the month, the day, the hour, the minute and the second. */
    private static final String MARKS = "--T::";
    private static final int DAY = 1;
    private static final int[] MOST = {12, 31, 23, 59, 59};
    private static final TimeUnit[] UNITS = TimeUnit.values();

    private final String text;
    private int at;

    private TimeReader(String text) {
        this.text = text;
    }

    /**
     * Returns the point, counted in the longest unit that says it all; {@code NaT} has none.
     *
     * @throws DateTimeException if {@code text} is no such point, or there is no such day
     */
    static Time read(String text) {
        if (text.isEmpty() || text.equalsIgnoreCase("NaT")) {
            return new Time(TimeType.datetime64(TimeUnit.GENERIC), TimeType.NAT);
        }
        try {
            return new TimeReader(text).point();
        } catch (ArithmeticException beyond) {
            throw new DateTimeException("datetime64: '" + text + "' is beyond what 64 bits count", beyond);
        }
    }

    /** Looks at all of the text first: what is no time at all is refused as that. */
    private Time point() {
        boolean negative = isAt('-');
        at = negative || isAt('+') ? 1 : 0;
        long year = digits(LEAST_YEAR_DIGITS, MOST_DIGITS);
        int[] fields = new int[MARKS.length()];
        int given = 0;
        while (given < fields.length && (isAt(MARKS.charAt(given)) || given == DAY + 1 && isAt(' '))) {
            at++;
            fields[given++] = (int) digits(2, 2);
        }
        int fraction = at + 1;
        boolean isPart = given == fields.length && isAt('.');
        if (isPart) {
            at++;
            digits(1, MOST_DIGITS);
        }
        if (at < text.length()) {
            throw none();
        }
        long years = Math.subtractExact(negative ? -year : year, FIRST_YEAR);
        return isPart ? part(counted(years, fields, given), text.substring(fraction)) : counted(years, fields, given);
    }

    private boolean isAt(char character) {
        return at < text.length() && text.charAt(at) == character;
    }

    private long digits(int least, int most) {
        long number = 0;
        int end = Math.min(text.length(), at + most);
        int first = at;
        for (; at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        if (at - first < least) {
            throw none();
        }
        return number;
    }

    private DateTimeException none() {
        return new DateTimeException("datetime64: '" + text + "' is no time; write 2026-11-21T09:30:00.250, or less"
                + " of it from the left");
    }

    /** @param given how many of the fields there are */
    private Time counted(long years, int[] fields, int given) {
        if (given == 0) {
            return point(TimeUnit.YEAR, years);
        }
        long month = Math.addExact(Math.multiplyExact(years, 12L), inside(fields[0], 1, MOST[0]) - 1);
        if (given == DAY) {
            return point(TimeUnit.MONTH, month);
        }
        long first = Calendar.dayOfMonth(month);
        long count = first + inside(fields[DAY], 1, Calendar.dayOfMonth(month + 1) - first) - 1;
        for (int i = DAY + 1; i < given; i++) {
            count = Math.multiplyExact(count, MOST[i] + 1L);
            count = Math.addExact(count, inside(fields[i], 0, MOST[i]));
        }
        return point(UNITS[TimeUnit.DAY.ordinal() + given - 1 - DAY], count);
    }

    /** A point in seconds and its fraction, in as many thousandths of thousandths as that has. */
    private static Time part(Time seconds, String fraction) {
        int thousandths = (fraction.length() + 2) / 3;
        String digits = fraction + "0".repeat(3 * thousandths - fraction.length());
        long count = seconds.count();
        for (int i = 0; i < thousandths; i++) {
            count = Math.addExact(Math.multiplyExact(count, 1000L), Long.parseLong(digits, 3 * i, 3 * i + 3, 10));
        }
        return point(UNITS[TimeUnit.SECOND.ordinal() + thousandths], count);
    }

    private static Time point(TimeUnit unit, long count) {
        return new Time(TimeType.datetime64(unit), count);
    }

    private long inside(long number, long least, long most) {
        if (number < least || number > most) {
            throw new DateTimeException("datetime64: '" + text + "' has " + number + " where there are " + least
                    + " to " + most);
        }
        return number;
    }
}
