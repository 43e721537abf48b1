package io.arrayport.core.ndarray;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.OrderOption;

/** Which days are business days: days of the week, but for holidays. Days are counted from the start of 1970. */
public final class Busdaycalendar {
    static final TimeType DAYS = TimeType.datetime64(TimeUnit.DAY);

    private final Weekdays weekdays;
    private final long[] holidays;

    private Busdaycalendar(Weekdays weekdays, long[] holidays) {
        this.weekdays = weekdays;
        this.holidays = holidays;
    }

    /** The calendar of these days of the week, without holidays. */
    public static Busdaycalendar of(Weekdays weekdays) {
        return new Busdaycalendar(weekdays, new long[0]);
    }

    /**
     * The calendar of these days of the week, but for holidays.
     *
     * @param holidays datetime64, in any order; those that are NaT or no business day anyway are left out
     * @throws io.arrayport.core.error.CastingException if they are no dates
     */
    public static Busdaycalendar of(Weekdays weekdays, NdArray holidays) {
        return new Busdaycalendar(weekdays, Arrays.stream(days("holidays", holidays))
                .filter(day -> day != TimeType.NAT && weekdays.contains(day)).sorted().distinct().toArray());
    }

    /**
     * Dates as counts of days, in C order.
     *
     * @param role what errors call them
     */
    static long[] days(String role, NdArray dates) {
        Promotion.requireCast(role, dates.dtype(), DAYS, Casting.SAME_KIND);
        try (Scope _ = Scope.open()) {
            NdArray days = dates.astype(DAYS, new OrderOption(Order.C), new CopyOption(false));
            days.storage().acquireOnHost();
            try {
                return Memory.segment(days.address(), days.nbytes()).toArray(ValueLayout.JAVA_LONG_UNALIGNED);
            } finally {
                days.storage().release();
            }
        }
    }

    /** For each day of the week, from Monday on, whether it is a business day: new, of bools. */
    public NdArray weekmask() {
        boolean[] mask = weekdays.mask();
        NdArray array = fresh(DType.BOOL, mask.length);
        for (int day = 0; day < mask.length; day++) {
            array.setBoolean(mask[day], day);
        }
        return array;
    }

    /** The holidays on days that would be business days, ascending: new, datetime64[D]. */
    public NdArray holidays() {
        NdArray array = fresh(DAYS, holidays.length);
        for (int i = 0; i < holidays.length; i++) {
            array.setLong(holidays[i], i);
        }
        return array;
    }

    private static NdArray fresh(DType type, long length) {
        Layout layout = Layout.contiguous(Shape.of(length), type.itemsize());
        return NdArray.of(Storage.allocate(layout.endByte(type.itemsize())), type, layout);
    }

    /** Whether {@code day} is a business day; NaT is none. */
    @SuppressWarnings("ShortCircuitBoolean") // all is asked, as none of it can be foreseen
    public boolean isBusday(long day) {
        return day != TimeType.NAT & weekdays.contains(day) & !isHoliday(day);
    }

    private boolean isHoliday(long day) {
        return holidays.length > 0 && Arrays.binarySearch(holidays, day) >= 0;
    }

    /** The first business day from {@code day} on, in steps of 1 or -1. */
    public long rolled(long day, int step) {
        long rolled = day;
        while (!isBusday(rolled)) {
            rolled = plus(rolled, step, step, 1);
        }
        return rolled;
    }

    /**
     * The business day so many after {@code day}, which is one.
     *
     * @throws CastingException if 64 bits do not count the days until then
     */
    public long shifted(long day, long offset) {
        int step = offset < 0 ? -1 : 1;
        int perWeek = weekdays.count();
        // Whole weeks at once; the holidays that they hold are made up for afterwards.
        long shifted = plus(day, offset, offset / perWeek, 7);
        int skipped = step > 0 ? holidaysUpTo(shifted) - holidaysUpTo(day)
                : holidaysUpTo(day) - holidaysUpTo(shifted - 1);
        long left = Math.abs(offset % perWeek) + skipped;
        while (left > 0) {
            shifted = plus(shifted, offset, step, 1);
            left -= isBusday(shifted) ? 1 : 0;
        }
        return shifted;
    }

    private static long plus(long day, long offset, long times, int days) {
        try {
            long sum = Math.addExact(day, Math.multiplyExact(times, days));
            if (sum != TimeType.NAT) {
                return sum;
            }
        } catch (ArithmeticException _) {
            // It is beyond the last day, or before the first one.
        }
        throw new CastingException("busdayOffset: " + offset + " business days from day " + day
                + " after 1970-01-01 is no day that 64 bits count");
    }

    /** How many business days there are from {@code begin} to before {@code end}, which is not before it. */
    public long between(long begin, long end) {
        long days = end - begin;
        if (days < 0 != end < begin) {
            throw new IllegalArgumentException("busdayCount: day " + begin + " and day " + end
                    + " lie further apart than 64 bits count");
        }
        return weekdays.among(begin, days) - (holidaysUpTo(end - 1) - holidaysUpTo(begin - 1));
    }

    private int holidaysUpTo(long day) {
        int place = Arrays.binarySearch(holidays, day);
        return place < 0 ? -place - 1 : place + 1;
    }
}
