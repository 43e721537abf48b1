package io.arrayport.core.dtype;

/**
 * A point or a span of time: what {@code item()} of a datetime64 or timedelta64 array gives.
 *
 * @param type says what is counted
 * @param count of the type's unit; {@link TimeType#NAT} is not a time
 */
public record Time(TimeType type, long count) {
    /** Returns whether it is not a time. */
    public boolean isNat() {
        return count == TimeType.NAT;
    }

    /** NumPy's {@code str} of the scalar: {@code 2026-11-21T09:30}, {@code 25 seconds}, {@code NaT}. */
    @Override
    public String toString() {
        return isNat() ? "NaT" : type.span() ? TimeText.span(type, count) : TimeText.point(type, count);
    }
}
