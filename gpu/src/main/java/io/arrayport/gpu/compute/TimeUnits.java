package io.arrayport.gpu.compute;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.TimeConversion;
import io.arrayport.core.dtype.TimeRatio;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.gpu.kernel.GpuKernels;
import io.arrayport.gpu.kernel.Walk;
import org.jspecify.annotations.Nullable;

/**
 * How counts of one unit become counts of another, as kernels take it: {@link TimeConversion} says what it means.
 *
 * @param kernel which does it
 * @param ratio of two units that no calendar stands between
 * @param units that a count is of, where one does
 * @param each units that a result counts as one there
 * @param months of the calendar's unit
 */
record TimeUnits(String kernel, TimeRatio ratio, long units, long each, long months) {
    private static final long MONTHS_OF_YEAR = 12;
    private static final int OPERANDS = 3;

    /** Returns the type of a time's count if beside {@code other} that is what a time is; any other type itself. */
    static DType number(DType type, DType other) {
        return type instanceof TimeType time
                && !(other instanceof TimeType target && !TimeConversion.keepsCounts(time, target))
                        ? new IntegerType(Long.SIZE, true, time.order())
                        : type;
    }

    /** @throws io.arrayport.core.error.CastingException if the two units are too far apart */
    static TimeUnits of(TimeType from, TimeType to) {
        TimeType days = TimeType.datetime64(TimeUnit.DAY);
        if (from.span() || from.unit().isCalendar() == to.unit().isCalendar()) {
            return new TimeUnits("recount_by_ratio", TimeRatio.of(from, to), 1, 1, 1);
        }
        return from.unit().isCalendar()
                ? new TimeUnits("recount_to_days", TimeRatio.of(days, TimeType.datetime64(to.unit())),
                        from.multiple(), to.multiple(), months(from))
                : new TimeUnits("recount_to_months", TimeRatio.of(TimeType.datetime64(from.unit()), days),
                        from.multiple(), to.multiple(), months(to));
    }

    private static long months(TimeType type) {
        return type.unit() == TimeUnit.YEAR ? MONTHS_OF_YEAR : 1;
    }

    /** Converts; both operands are aligned and in native order. */
    void run(Operand in, Operand out, @Nullable Operand where) {
        GpuKernels.of(out.device()).run(kernel, (walk, to) -> {
            walk.write(to);
            long[] more = {ratio.numerator(), ratio.denominator(), units, each, months};
            for (int i = 0; i < more.length; i++) {
                to.set(ValueLayout.JAVA_LONG, Walk.bytes(OPERANDS) + (long) i * Long.BYTES, more[i]);
            }
        }, out, in, where);
    }
}
