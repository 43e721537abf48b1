package io.arrayport.core.ndarray;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which days of the week are business days; NumPy's {@code weekmask}. */
public final class Weekdays {
    /** Monday to Friday. */
    public static final Weekdays USUAL = of("1111100");

    private static final int DAYS = 7;
    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    /** The first Monday after the start of 1970. */
    private static final long MONDAY = 4;

    private final boolean[] mask;
    /** How many of the first days of two weeks are business days. */
    private final int[] before = new int[2 * DAYS];

    private Weekdays(boolean[] mask) {
        this.mask = mask;
        for (int day = 1; day < before.length; day++) {
            before[day] = before[day - 1] + (mask[(day - 1) % DAYS] ? 1 : 0);
        }
    }

    /**
     * The days where {@code mask}, from Monday on, is true.
     *
     * @throws IllegalArgumentException if it is not as long as a week, or nowhere true
     */
    public static Weekdays of(boolean... mask) {
        boolean any = false;
        for (boolean day : mask) {
            any |= day;
        }
        if (mask.length != DAYS || !any) {
            throw new IllegalArgumentException("weekmask: " + Arrays.toString(mask)
                    + " must say for each of 7 days whether it is a business day, and one must be");
        }
        return new Weekdays(mask.clone());
    }

    /**
     * The days where an array, from Monday on, is other than 0.
     *
     * @throws IllegalArgumentException if it is not as long as a week, or 0 everywhere
     */
    public static Weekdays of(NdArray mask) {
        boolean[] days = new boolean[(int) Math.min(mask.size(), DAYS + 1)];
        try (NdArray row = mask.flatten()) {
            for (int day = 0; day < days.length; day++) {
                days[day] = row.getBoolean(day);
            }
        }
        return of(days);
    }

    /**
     * Reads NumPy's text: a digit for each day from Monday on ({@code "1111100"}), or the names of the days
     * ({@code "Mon Tue Wed Thu Fri"}).
     *
     * @throws IllegalArgumentException if {@code text} is neither, or names no day
     */
    public static Weekdays of(String text) {
        boolean[] mask = new boolean[DAYS];
        String days = text.strip();
        if (days.matches("[01]{7}")) {
            for (int day = 0; day < DAYS; day++) {
                mask[day] = days.charAt(day) == '1';
            }
            return of(mask);
        }
        String names = days.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        for (int i = 0; i < names.length(); i += 3) {
            int day = NAMES.indexOf(names.substring(i, Math.min(i + 3, names.length())));
            if (day < 0) {
                throw new IllegalArgumentException("weekmask: '" + text
                        + "' is neither seven digits such as '1111100' nor days such as 'Mon Tue'");
            }
            mask[day] = true;
        }
        return of(mask);
    }

    /** Whether {@code day}, counted from the start of 1970, is one of them. */
    public boolean contains(long day) {
        return mask[ofWeek(day)];
    }

    private static int ofWeek(long day) {
        return (int) Math.floorMod(day - MONDAY, (long) DAYS);
    }

    /** How many of {@code days} days, from {@code first} on, are. */
    long among(long first, long days) {
        int day = ofWeek(first);
        return days / DAYS * before[DAYS] + before[day + (int) (days % DAYS)] - before[day];
    }

    /** How many days of a week are. */
    public int count() {
        return before[DAYS];
    }

    /** For each day from Monday on whether it is one of them. */
    public boolean[] mask() {
        return mask.clone();
    }
}
