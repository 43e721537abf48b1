package io.arrayport.core.loop;

import java.nio.ByteOrder;

import io.arrayport.core.dtype.Calendar;
import io.arrayport.core.dtype.TimeRatio;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.element.Element;
import io.arrayport.core.kernel.UnaryKernel;

/**
 * Converts times from one unit to another: what is left over is dropped towards the past, what is too large wraps, NaT
 * stays. Points go by the calendar, spans by the mean length of years and months.
 */
public final class TimeCast implements UnaryKernel {
    private final ByteOrder from;
    private final ByteOrder to;
    private final Convert convert;

    /** Of a count that is a time. */
    @FunctionalInterface
    private interface Convert {
        long apply(long count);
    }

    /**
     * @param from of {@code to}'s kind; neither is of the generic unit
     * @throws io.arrayport.core.error.CastingException if the two units are too far apart
     */
    public TimeCast(TimeType from, TimeType to) {
        this.from = from.order();
        this.to = to.order();
        if (from.span() || from.unit().isCalendar() == to.unit().isCalendar()) {
            this.convert = TimeRatio.of(from, to)::convert;
        } else {
            this.convert = from.unit().isCalendar() ? toDays(from, to) : toMonths(from, to);
        }
    }

    /** Returns whether counts do not change: they have one unit, or no unit tells what they mean. */
    public static boolean keepsCounts(TimeType from, TimeType to) {
        return from.span() != to.span() || from.hasUnitOf(to) || from.unit() == TimeUnit.GENERIC
                || to.unit() == TimeUnit.GENERIC;
    }

    private static Convert toDays(TimeType from, TimeType to) {
        TimeRatio ratio = TimeRatio.of(TimeType.datetime64(TimeUnit.DAY), unitOf(to));
        boolean years = from.unit() == TimeUnit.YEAR;
        return count -> {
            long units = count * from.multiple();
            long day = years ? Calendar.dayOfMonth(units, 0)
                    : Calendar.dayOfMonth(Math.floorDiv(units, 12L), Math.floorMod(units, 12L));
            return Math.floorDiv(ratio.convert(day), (long) to.multiple());
        };
    }

    private static Convert toMonths(TimeType from, TimeType to) {
        TimeRatio ratio = TimeRatio.of(unitOf(from), TimeType.datetime64(TimeUnit.DAY));
        long months = to.unit() == TimeUnit.YEAR ? 12 : 1;
        return count -> Math.floorDiv(
                Math.floorDiv(Calendar.monthOfDay(ratio.convert(count * from.multiple())), months),
                (long) to.multiple());
    }

    private static TimeType unitOf(TimeType type) {
        return TimeType.datetime64(type.unit());
    }

    /** Returns a count converted. */
    public long convert(long count) {
        return count == TimeType.NAT ? count : convert.apply(count);
    }

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        for (long i = 0; i < n; i++) {
            long count = Element.bits(Long.BYTES, from, in + i * inStride);
            Element.put(Long.BYTES, to, out + i * outStride, convert(count));
        }
    }
}
