package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.Objects;

import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/**
 * A time as a 64-bit count of a unit: a point on the calendar (datetime64), counted from the start of 1970 without a
 * time zone, or a span (timedelta64). The least count is NaT, not a time.
 *
 * @param span whether it is a span, not a point
 * @param unit what is counted
 * @param multiple how many units are counted as one: 25 in {@code timedelta64[25s]}; 1 of the generic unit
 * @param order of the bytes
 */
public record TimeType(boolean span, TimeUnit unit, int multiple, ByteOrder order) implements DType {
    /** The count that is no time. */
    public static final long NAT = Long.MIN_VALUE;

    /** @throws DTypeException if {@code multiple} is not positive, or not 1 of the generic unit */
    public TimeType {
        Objects.requireNonNull(order, "order");
        if (multiple < 1 || unit == TimeUnit.GENERIC && multiple != 1) {
            throw new DTypeException("time dtype: the multiple of " + unit.symbol() + " must be "
                    + (unit == TimeUnit.GENERIC ? "1" : "positive") + ", not " + multiple);
        }
    }

    /** Returns points in time, in native order: {@code datetime64[unit]}. */
    public static TimeType datetime64(TimeUnit unit) {
        return new TimeType(false, unit, 1, ByteOrder.nativeOrder());
    }

    /** Returns spans of time, in native order: {@code timedelta64[unit]}. */
    public static TimeType timedelta64(TimeUnit unit) {
        return new TimeType(true, unit, 1, ByteOrder.nativeOrder());
    }

    // By hand: what a record does by itself costs the start of a process as much as a hundred classes.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof TimeType that && span == that.span && hasUnitOf(that)
                && order == that.order;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * unit.hashCode() + multiple) + order.hashCode() + (span ? 1 : 0);
    }

    /** Returns the type with the unit of {@code other}. */
    public TimeType withUnitOf(TimeType other) {
        return new TimeType(span, other.unit, other.multiple, order);
    }

    /** Returns the type of points, or of spans, with this unit. */
    public TimeType withSpan(boolean newSpan) {
        return newSpan == span ? this : new TimeType(newSpan, unit, multiple, order);
    }

    /** Returns whether it has the unit of {@code other}. */
    public boolean hasUnitOf(TimeType other) {
        return unit == other.unit && multiple == other.multiple;
    }

    @Override
    public String name() {
        return (span ? "timedelta64" : "datetime64") + brackets();
    }

    @Override
    public char kind() {
        return span ? 'm' : 'M';
    }

    @Override
    public int itemsize() {
        return Long.BYTES;
    }

    @Override
    public int alignment() {
        return Long.BYTES;
    }

    @Override
    public DType withOrder(ByteOrder newOrder) {
        return newOrder == order ? this : new TimeType(span, unit, multiple, newOrder);
    }

    @Override
    public boolean isNative() {
        return order == ByteOrder.nativeOrder();
    }

    @Override
    public String str() {
        return DTypeText.protocol(this) + brackets();
    }

    private String brackets() {
        return unit == TimeUnit.GENERIC ? "" : "[" + (multiple == 1 ? "" : multiple) + unit.symbol() + "]";
    }

    @Override
    public String toString() {
        return isNative() ? name() : str();
    }
}
