package io.arrayport.core.creation;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimePromotion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** {@code np.arange} of times: counts of the longest unit that divides those of all ends. */
public final class TimeRanges {
    private TimeRanges() {}

    /**
     * {@code start + i * step} for as long as it stays short of {@code stop}.
     *
     * @param stop a span counts from {@code start}
     * @param step null is 1 of the unit
     * @throws DTypeException if a span has years or months, which have no fixed length, and another a shorter unit
     * @throws IllegalArgumentException if one is NaT, or a point where a span is needed
     * @throws CastingException if 64 bits do not count so far
     */
    public static NdArray arange(Device device, Time start, Time stop, @Nullable Time step) {
        TimeType type = TimePromotion.commonUnit("arange", start.type(), stop.type()).withSpan(start.type().span());
        if (step != null) {
            requireSpan(step, "step");
            type = TimePromotion.commonUnit("arange", type, step.type()).withSpan(type.span());
        }
        if (type.span()) {
            requireSpan(stop, "stop");
        }
        long first = count(start, type);
        long last = count(stop, type.withSpan(stop.type().span()));
        if (!type.span() && stop.type().span()) {
            last = sum(first, last, type);
        }
        long by = step == null ? 1 : count(step, type.withSpan(true));
        return Ranges.arange(device, first, last, by, DType.INT64).view(type);
    }

    /** An element of an array without axes; a whole number counts what the times beside it count. */
    public static Time time(NdArray array) {
        return array.item() instanceof Time time ? time
                : new Time(TimeType.timedelta64(TimeUnit.GENERIC), array.toLong());
    }

    private static void requireSpan(Time time, String role) {
        if (!time.type().span()) {
            throw new IllegalArgumentException("arange: " + role + " is " + time + ", it must be a span of time");
        }
    }

    private static long count(Time time, TimeType type) {
        if (time.isNat()) {
            throw new IllegalArgumentException("arange: an end is NaT, from or to which nothing is counted");
        }
        return time.in(type);
    }

    private static long sum(long start, long span, TimeType type) {
        try {
            return Math.addExact(start, span);
        } catch (ArithmeticException beyond) {
            throw new CastingException("arange: from " + start + " on, " + span + " of " + type
                    + " are further than 64 bits count", beyond);
        }
    }
}
