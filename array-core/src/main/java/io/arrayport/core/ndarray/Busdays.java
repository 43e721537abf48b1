package io.arrayport.core.ndarray;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.BusdayOffsetOption.RollOption;
import io.arrayport.core.ndarray.BusdayOption.Busdaycal;
import io.arrayport.core.ndarray.BusdayOption.Holidays;
import io.arrayport.core.ndarray.BusdayOption.Weekmask;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.Option.Out;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of dates by a calendar of business days.
 *
 * @param operation named in errors
 * @param out where results go, or null
 */
public record Busdays(String operation, Busdaycalendar calendar, Roll roll, @Nullable NdArray out) {

    /** @param options of the families of business days */
    public static Busdays of(String operation, Option... options) {
        Option.requireDistinct(operation, options);
        Weekdays weekdays = null;
        NdArray holidays = null;
        Busdaycalendar calendar = null;
        Roll roll = Roll.RAISE;
        NdArray out = null;
        for (Option option : options) {
            switch (option) {
                case Weekmask(Weekdays days) -> weekdays = days;
                case Holidays(NdArray dates) -> holidays = dates;
                case Busdaycal(Busdaycalendar given) -> calendar = given;
                case RollOption(Roll given) -> roll = given;
                case Out(NdArray array) -> out = array;
                default -> throw new IllegalArgumentException(operation + ": no option " + option.keyword());
            }
        }
        if (calendar != null && (weekdays != null || holidays != null)) {
            throw new ArrayportException(
                    operation + ": busdaycal says what weekmask and holidays say; give it or them");
        }
        return new Busdays(operation, calendar != null ? calendar : calendar(weekdays, holidays), roll, out);
    }

    private static Busdaycalendar calendar(@Nullable Weekdays weekdays, @Nullable NdArray holidays) {
        Weekdays days = weekdays == null ? Weekdays.USUAL : weekdays;
        return holidays == null ? Busdaycalendar.of(days) : Busdaycalendar.of(days, holidays);
    }

    /** {@code np.is_busday}. */
    public NdArray isBusday(NdArray dates) {
        long[] days = Busdaycalendar.days(operation, dates);
        return result(DType.BOOL, dates.shape(), bytes -> {
            for (int i = 0; i < days.length; i++) {
                bytes.set(ValueLayout.JAVA_BYTE, i, (byte) (calendar.isBusday(days[i]) ? 1 : 0));
            }
        });
    }

    /** {@code np.busday_count}. */
    public NdArray count(NdArray begindates, NdArray enddates) {
        Shape shape = Shape.broadcast(operation, begindates.shape(), enddates.shape());
        long[] begins = Busdaycalendar.days(operation, begindates.broadcastTo(shape.toArray()));
        long[] ends = Busdaycalendar.days(operation, enddates.broadcastTo(shape.toArray()));
        for (int i = 0; i < begins.length; i++) {
            if (begins[i] == TimeType.NAT || ends[i] == TimeType.NAT) {
                throw new IllegalArgumentException(operation + ": a date is NaT, from or to which nothing is counted");
            }
            // Backwards the last day counts, and not the first.
            begins[i] = begins[i] <= ends[i] ? calendar.between(begins[i], ends[i])
                    : -calendar.between(ends[i] + 1, begins[i] + 1);
        }
        return longs(DType.INT64, shape, begins);
    }

    /** {@code np.busday_offset}. */
    public NdArray offset(NdArray dates, NdArray offsets) {
        Shape shape = Shape.broadcast(operation, dates.shape(), offsets.shape());
        long[] days = Busdaycalendar.days(operation, dates.broadcastTo(shape.toArray()));
        long[] moves;
        try (NdArray steps = offsets.broadcastTo(shape.toArray()).astype(DType.INT64,
                new CastingOption(Casting.SAME_KIND), new OrderOption(Order.C))) {
            steps.storage().acquireOnHost();
            try {
                moves = Memory.segment(steps.address(), steps.nbytes()).toArray(ValueLayout.JAVA_LONG_UNALIGNED);
            } finally {
                steps.storage().release();
            }
        }
        for (int i = 0; i < days.length; i++) {
            long day = roll.roll(calendar, days[i]);
            days[i] = day == TimeType.NAT ? day : calendar.shifted(day, moves[i]);
        }
        return longs(Busdaycalendar.DAYS, shape, days);
    }

    private NdArray longs(DType type, Shape shape, long[] values) {
        return result(type, shape, bytes -> bytes.copyFrom(MemorySegment.ofArray(values)));
    }

    private interface Writer {
        void write(MemorySegment bytes);
    }

    private NdArray result(DType type, Shape shape, Writer writer) {
        Layout layout = Layout.contiguous(shape, type.itemsize());
        NdArray fresh = NdArray.of(Storage.allocate(layout.endByte(type.itemsize())), type, layout);
        fresh.storage().acquire();
        try {
            writer.write(Memory.segment(fresh.address(), fresh.nbytes()));
        } finally {
            fresh.storage().release();
        }
        if (out == null) {
            return fresh;
        }
        try (fresh) {
            if (!out.shape().equals(shape)) {
                throw new ShapeException(operation + ": out has shape " + out.shape() + ", the result " + shape);
            }
            Assignment.copyto(out, fresh);
            return out;
        }
    }
}
