package io.arrayport.core.dtype;

/** The Gregorian calendar, continued both ways for ever: years, months and days counted from the start of 1970. */
public final class Calendar {
    private static final long DAYS_OF_400_YEARS = 146_097;
    /** Days from the first of March of the year 0 to the start of 1970. */
    private static final long DAYS_TO_1970 = 719_468;
    private static final int FIRST_YEAR = 1970;

    private Calendar() {}

    /** Returns the month that a day is in. */
    public static long monthOfDay(long day) {
        // Years from March on, so that a leap day is their last; divided first, so that no day is too late
        long shifted = Math.floorMod(day, DAYS_OF_400_YEARS) + DAYS_TO_1970;
        long era = Math.floorDiv(day, DAYS_OF_400_YEARS) + shifted / DAYS_OF_400_YEARS;
        long dayOfEra = shifted % DAYS_OF_400_YEARS;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - daysBefore(yearOfEra);
        long month = (5 * dayOfYear + 2) / 153; // 0 is March
        return (era * 400 + yearOfEra - FIRST_YEAR) * 12 + month + 2;
    }

    /** Returns the first day of a month. */
    public static long dayOfMonth(long month) {
        return dayOfMonth(Math.floorDiv(month, 12L), Math.floorMod(month, 12L));
    }

    /**
     * Returns the first day of a month.
     *
     * @param years from 1970 on
     * @param month of the year, from 0
     */
    public static long dayOfMonth(long years, long month) {
        long march = (month + 10) % 12; // months from March on
        long year = years + FIRST_YEAR - (month < 2 ? 1 : 0);
        long era = Math.floorDiv(year, 400L);
        long dayOfYear = (153 * march + 2) / 5;
        return era * DAYS_OF_400_YEARS + daysBefore(Math.floorMod(year, 400L)) + dayOfYear - DAYS_TO_1970;
    }

    /** Days of the first {@code years} of an era. */
    private static long daysBefore(long years) {
        return years * 365 + years / 4 - years / 100;
    }
}
