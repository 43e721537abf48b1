package io.arrayport.core.dtype;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.arrayport.core.error.DTypeException;

/** What a {@link TimeType} counts: NumPy's units, longest first. */
public enum TimeUnit {
    /** Calendar years. */
    YEAR("Y", 1),
    /** Calendar months. */
    MONTH("M", 1),
    /** 7 days; weeks begin on Thursdays, as 1970 does. */
    WEEK("W", 7),
    /** 24 hours: there are no leap seconds. */
    DAY("D", 24),
    /** 60 minutes. */
    HOUR("h", 60),
    /** 60 seconds. */
    MINUTE("m", 60),
    /** Seconds. */
    SECOND("s", 1000),
    /** Thousandths of a second. */
    MILLISECOND("ms", 1000),
    /** Millionths of a second. */
    MICROSECOND("us", 1000),
    /** 1e-9 of a second. */
    NANOSECOND("ns", 1000),
    /** 1e-12 of a second. */
    PICOSECOND("ps", 1000),
    /** 1e-15 of a second. */
    FEMTOSECOND("fs", 1000),
    /** 1e-18 of a second. */
    ATTOSECOND("as", 1),
    /** No unit yet: it takes that of what it meets. */
    GENERIC("generic", 1);

    private static final long TOO_LARGE = 0xFFL << 56;

    private final String symbol;
    private final int parts;

    /** @param parts of the next shorter unit in this one; 1 where that is no number */
    TimeUnit(String symbol, int parts) {
        this.symbol = symbol;
        this.parts = parts;
    }

    /** Returns NumPy's name: {@code "ns"}. */
    public String symbol() {
        return symbol;
    }

    /** Returns whether it is as long as the calendar says: years and months. */
    public boolean isCalendar() {
        return this == YEAR || this == MONTH;
    }

    /**
     * Returns the unit that NumPy names {@code symbol}.
     *
     * @throws DTypeException if there is none
     */
    public static TimeUnit of(String symbol) {
        String known = symbol.equals("\u03bcs") ? MICROSECOND.symbol : symbol;
        return Arrays.stream(values()).filter(unit -> unit.symbol.equals(known)).findFirst()
                .orElseThrow(() -> new DTypeException("time unit: must be one of "
                        + Arrays.stream(values()).map(TimeUnit::symbol).collect(Collectors.joining(", "))
                        + ", not '" + symbol + "'"));
    }

    /**
     * Returns how many of {@code shorter} one of these is, a year and a month being counted as a week; 0 if that is
     * 2 to the 56 or more, which is what NumPy holds for too many.
     */
    public long in(TimeUnit shorter) {
        long count = 1;
        for (int i = ordinal(); i < shorter.ordinal(); i++) {
            count *= values()[i].parts;
            if ((count & TOO_LARGE) != 0) {
                return 0;
            }
        }
        return count;
    }
}
