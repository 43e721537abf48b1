package io.arrayport.core;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

import io.arrayport.core.creation.Ranges;
import io.arrayport.core.creation.TimeRanges;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;

/** {@code arange} of times, and of numbers that are arrays without axes. Results are new, and have one axis. */
public sealed interface DateRanges permits Np {
    /** Where they are made. */
    Device device();

    /** {@code start} and the days after it, short of {@code stop}: datetime64[D]. */
    default NdArray arange(LocalDate start, LocalDate stop) {
        return TimeRanges.arange(device(), Time.of(start), Time.of(stop), null);
    }

    /**
     * {@code start} and every so many days after it, short of {@code stop}: datetime64[us], or datetime64[D] if
     * {@code step} is of whole days.
     */
    default NdArray arange(LocalDate start, LocalDate stop, Duration step) {
        boolean days = step.equals(Duration.ofDays(step.toDays()));
        return TimeRanges.arange(device(), Time.of(start), Time.of(stop), days ? Time.ofDays(step.toDays())
                : Time.of(step));
    }

    /** {@code start + i * step} for as long as it stays short of {@code stop}: datetime64[us]. */
    default NdArray arange(LocalDateTime start, LocalDateTime stop, Duration step) {
        return TimeRanges.arange(device(), Time.of(start), Time.of(stop), Time.of(step));
    }

    /**
     * From one element to before another: of times in the longest unit that divides both, by 1 of it; of numbers as
     * {@link Np#arange(Number, Number)}.
     *
     * @param start without axes, as {@code stop} is; {@code np.datetime64("2026-11")}
     * @param stop of times beside a point also a span from there
     * @throws io.arrayport.core.error.ShapeException if one has several elements, or there would be too many
     * @throws io.arrayport.core.error.DTypeException if a span has years or months, which have no fixed length, and
     *         another a shorter unit
     * @throws IllegalArgumentException if one is NaT, or a point where a span is needed
     */
    default NdArray arange(NdArray start, NdArray stop) {
        return "mM".indexOf(start.dtype().kind()) < 0 && "mM".indexOf(stop.dtype().kind()) < 0
                ? Ranges.arange(device(), Ranges.number(start), Ranges.number(stop), 1)
                : TimeRanges.arange(device(), TimeRanges.time(start), TimeRanges.time(stop), null);
    }

    /** As {@link #arange(NdArray, NdArray)}, by {@code step}: a span, or a count of the unit. */
    default NdArray arange(NdArray start, NdArray stop, NdArray step) {
        boolean times = "mM".indexOf(start.dtype().kind()) >= 0 || "mM".indexOf(stop.dtype().kind()) >= 0
                || step.dtype().kind() == 'm';
        return times
                ? TimeRanges.arange(device(), TimeRanges.time(start), TimeRanges.time(stop), TimeRanges.time(step))
                : Ranges.arange(device(), Ranges.number(start), Ranges.number(stop), Ranges.number(step));
    }
}
