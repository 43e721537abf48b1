package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/** Names of time types ({@code M8[ns]}, {@code timedelta64[25s]}, {@code m8}, {@code M8[s/10]}), and times. */
final class TimeText {
    private static final Pattern NAME = Pattern.compile("(M8?|datetime64)|(m8?|timedelta64)");
    private static final Pattern UNIT = Pattern.compile("(\\d{0,10})([^\\d/]+)(?:/(\\d{1,10}))?");

    /** What years and months have of the next three shorter units, for a divided unit. */
    private static final List<List<Integer>> CALENDAR_PARTS = List.of(List.of(12, 52, 365), List.of(4, 30, 720));

    private static final int FIRST_YEAR = 1970;
    /** Characters that a point takes, as a rule. */
    private static final int ROOM = 40;

    private TimeText() {}

    /**
     * Returns the type, in {@code order}; null if the text begins like no time.
     *
     * @throws DTypeException if what stands in the brackets is no unit
     */
    static @Nullable DType parse(String text, ByteOrder order) {
        int bracket = text.indexOf('[');
        Matcher name = NAME.matcher(bracket < 0 ? text : text.substring(0, bracket));
        if (!name.matches()) {
            return null;
        }
        boolean span = name.group(2) != null;
        if (bracket < 0) {
            return new TimeType(span, TimeUnit.GENERIC, 1, order);
        }
        Matcher unit = UNIT.matcher(text.substring(bracket + 1, text.length() - (text.endsWith("]") ? 1 : 0)));
        if (!text.endsWith("]") || !unit.matches()) {
            throw new DTypeException("dtype: '" + text + "' must end in a unit such as [ns] or [25s]");
        }
        return type(text, span, number(text, unit.group(1)), TimeUnit.of(unit.group(2)),
                number(text, unit.group(3)), order);
    }

    private static int number(String text, @Nullable String digits) {
        long value = digits == null || digits.isEmpty() ? 1 : Long.parseLong(digits);
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new DTypeException("dtype: the number in '" + text + "' must be from 1 to " + Integer.MAX_VALUE);
        }
        return (int) value;
    }

    /** A divided unit is a multiple of the longest shorter unit that divides so: a tenth of a second is 100 ms. */
    private static TimeType type(String text, boolean span, int multiple, TimeUnit unit, int divisor,
            ByteOrder order) {
        if (divisor == 1) {
            return new TimeType(span, unit, multiple, order);
        }
        for (int i = 1; i <= 3 && unit.ordinal() + i < TimeUnit.GENERIC.ordinal(); i++) {
            TimeUnit shorter = TimeUnit.values()[unit.ordinal() + i];
            long parts = unit.isCalendar() ? CALENDAR_PARTS.get(unit.ordinal()).get(i - 1) : unit.in(shorter);
            if (parts % divisor == 0 && parts / divisor * multiple <= Integer.MAX_VALUE) {
                return new TimeType(span, shorter, (int) (parts / divisor * multiple), order);
            }
        }
        throw new DTypeException("dtype: '" + text + "' divides its unit into what no shorter one counts");
    }

    /** Returns a span as NumPy writes the scalar: {@code 25 seconds}. */
    static String span(TimeType type, long count) {
        String number = Long.toString(count * type.multiple());
        return type.unit() == TimeUnit.GENERIC ? number + " generic time units"
                : number + " " + type.unit().name().toLowerCase(Locale.ROOT) + "s";
    }

    /** Returns a point as ISO 8601 writes it, as far as the unit goes. Counts beyond 64 bits wrap, as NumPy's. */
    static String point(TimeType type, long count) {
        TimeUnit unit = type.unit();
        if (unit == TimeUnit.GENERIC) {
            return Long.toString(count);
        }
        StringBuilder text = new StringBuilder(ROOM);
        long units = count * type.multiple();
        switch (unit) {
            case YEAR -> padded(text, units + FIRST_YEAR, 4);
            case MONTH -> month(text, units);
            case WEEK -> day(text, units * 7);
            case DAY -> day(text, units);
            case HOUR -> {
                day(text, Math.floorDiv(units, 24L));
                padded(text.append('T'), Math.floorMod(units, 24L), 2);
            }
            case MINUTE -> minute(text, units);
            default -> {
                int digits = 3 * (unit.ordinal() - TimeUnit.SECOND.ordinal());
                long perSecond = 1;
                for (int i = 0; i < digits; i++) {
                    perSecond *= 10;
                }
                long second = Math.floorDiv(units, perSecond);
                minute(text, Math.floorDiv(second, 60L));
                padded(text.append(':'), Math.floorMod(second, 60L), 2);
                if (digits > 0) {
                    padded(text.append('.'), Math.floorMod(units, perSecond), digits);
                }
            }
        }
        return text.toString();
    }

    private static void minute(StringBuilder text, long minutes) {
        long ofDay = Math.floorMod(minutes, 1440L);
        day(text, Math.floorDiv(minutes, 1440L));
        padded(text.append('T'), ofDay / 60, 2);
        padded(text.append(':'), ofDay % 60, 2);
    }

    private static void day(StringBuilder text, long day) {
        long month = Calendar.monthOfDay(day);
        month(text, month);
        padded(text.append('-'), day - Calendar.dayOfMonth(month) + 1, 2);
    }

    private static void month(StringBuilder text, long month) {
        padded(text, Math.floorDiv(month, 12L) + FIRST_YEAR, 4);
        padded(text.append('-'), Math.floorMod(month, 12L) + 1, 2);
    }

    /** A number with zeros in front, behind its sign; {@code String.format} takes ten times as long. */
    private static void padded(StringBuilder text, long value, int width) {
        if (width == 2 && value >= 0 && value < 100) {
            text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
            return;
        }
        int at = text.length();
        text.append(value);
        int missing = width - (text.length() - at);
        if (missing > 0) {
            text.insert(value < 0 ? at + 1 : at, "0".repeat(missing));
        }
    }
}
