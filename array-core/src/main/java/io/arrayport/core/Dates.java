package io.arrayport.core;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import io.arrayport.core.creation.Blank;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.BusdayOffsetOption;
import io.arrayport.core.ndarray.BusdayOption;
import io.arrayport.core.ndarray.Busdaycalendar;
import io.arrayport.core.ndarray.Busdays;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Weekdays;
import io.arrayport.core.numeric.Times;

/** Points in time, and the days of business. */
public sealed interface Dates permits Np {
    /** Where times are made. */
    Device device();

    /**
     * A point in time as ISO 8601 writes it, as far as it goes: {@code "2026"}, {@code "2026-11-21T09:30:00.25"}.
     *
     * @return new, without axes, in the longest unit that says it all
     * @throws java.time.DateTimeException if {@code text} is no point, or there is no such day
     */
    default NdArray datetime64(String text) {
        return Times.of(device(), Time.of(text));
    }

    /** A day: new, without axes, datetime64[D]. */
    default NdArray datetime64(LocalDate date) {
        return Times.of(device(), Time.of(date));
    }

    /**
     * A point in time: new, without axes, datetime64[us]; what is left over of microseconds is dropped.
     *
     * @throws ArithmeticException if 64 bits do not count so far
     */
    default NdArray datetime64(LocalDateTime time) {
        return Times.of(device(), Time.of(time));
    }

    /**
     * Points in time, as {@link #datetime64(String)} reads them: new, with one axis, in the shortest unit of all.
     *
     * @throws java.time.DateTimeException if a text is no point, or there is no such day
     */
    default NdArray datetime64(List<String> texts) {
        return Times.of(device(), texts.stream().map(Time::of).toList());
    }

    /**
     * What a type of times counts.
     *
     * @throws DTypeException if it is none
     */
    default DatetimeData datetimeData(DType dtype) {
        if (!(dtype instanceof TimeType type)) {
            throw new DTypeException("datetimeData: " + dtype + " is no type of times");
        }
        return new DatetimeData(type.unit().symbol(), type.multiple());
    }

    /** Monday to Friday, without holidays. */
    default Busdaycalendar busdaycalendar() {
        return Busdaycalendar.of(Weekdays.USUAL);
    }

    /**
     * The calendar of days of the week.
     *
     * @param weekmask {@code "1111100"} or {@code "Mon Tue Wed Thu Fri"}
     */
    default Busdaycalendar busdaycalendar(String weekmask) {
        return Busdaycalendar.of(Weekdays.of(weekmask));
    }

    /**
     * The calendar of days of the week, but for holidays.
     *
     * @param weekmask {@code "1111100"} or {@code "Mon Tue Wed Thu Fri"}
     * @param holidays datetime64, in any order
     */
    default Busdaycalendar busdaycalendar(String weekmask, NdArray holidays) {
        return Busdaycalendar.of(Weekdays.of(weekmask), holidays);
    }

    /** Which dates are business days: new, of bools, or {@code out}. */
    default NdArray isBusday(NdArray dates, BusdayOption... options) {
        return Busdays.of("isBusday", options).isBusday(dates);
    }

    /**
     * How many business days there are from each of {@code begindates} to before {@code enddates}, broadcast; negative
     * if they are the other way round.
     *
     * @return new, int64, or {@code out}
     * @throws IllegalArgumentException if a date is NaT
     */
    default NdArray busdayCount(NdArray begindates, NdArray enddates, BusdayOption... options) {
        return Busdays.of("busdayCount", options).count(begindates, enddates);
    }

    /**
     * The dates so many business days later, broadcast. What is no business day is first made one, as {@code roll}
     * has it.
     *
     * @return new, datetime64[D], or {@code out}
     * @throws IllegalArgumentException if there is one and no {@code roll} is given
     */
    default NdArray busdayOffset(NdArray dates, NdArray offsets, BusdayOffsetOption... options) {
        return Busdays.of("busdayOffset", options).offset(dates, offsets);
    }

    /** As {@link #busdayOffset(NdArray, NdArray, BusdayOffsetOption...)}, all by as many days. */
    default NdArray busdayOffset(NdArray dates, long offsets, BusdayOffsetOption... options) {
        try (NdArray same = Blank.on(dates.device(), Np.np.array(offsets))) {
            return Busdays.of("busdayOffset", options).offset(dates, same);
        }
    }
}
