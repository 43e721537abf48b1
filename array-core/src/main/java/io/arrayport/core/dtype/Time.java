package io.arrayport.core.dtype;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

import io.arrayport.core.error.CastingException;

/**
 * A point or a span of time: what {@code item()} of a datetime64 or timedelta64 array gives.
 *
 * @param type says what is counted
 * @param count of the type's unit; {@link TimeType#NAT} is not a time
 */
public record Time(TimeType type, long count) {
    /**
     * Reads a point as ISO 8601 writes it, as far as it goes ({@code 2026}, {@code 2026-11-21T09:30:00.25}), counted in
     * the longest unit that says it all. {@code NaT} is not a time, and has no unit.
     *
     * @throws DateTimeException if {@code text} is no point, or there is no such day
     */
    public static Time of(String text) {
        return TimeReader.read(text);
    }

    /** A day, counted in days. */
    public static Time of(LocalDate date) {
        return new Time(TimeType.datetime64(TimeUnit.DAY), date.toEpochDay());
    }

    /**
     * A point, counted in microseconds; what is left over of them is dropped.
     *
     * @throws ArithmeticException if 64 bits do not count so far
     */
    public static Time of(LocalDateTime time) {
        long count = ChronoUnit.MICROS.between(LocalDate.EPOCH.atStartOfDay(), time.truncatedTo(ChronoUnit.MICROS));
        return new Time(TimeType.datetime64(TimeUnit.MICROSECOND), count);
    }

    /** A span of days. */
    public static Time ofDays(long days) {
        return new Time(TimeType.timedelta64(TimeUnit.DAY), days);
    }

    /**
     * A span, counted in microseconds; what is left over of them is dropped.
     *
     * @throws ArithmeticException if 64 bits do not count so far
     */
    public static Time of(Duration span) {
        long seconds = Math.multiplyExact(span.getSeconds(), 1_000_000L);
        return new Time(TimeType.timedelta64(TimeUnit.MICROSECOND), Math.addExact(seconds, span.getNano() / 1000));
    }

    /**
     * Returns how often a type counts until this time, as casts have it.
     *
     * @throws CastingException if one is a span and the other a point, or units are too far apart
     */
    public long in(TimeType other) {
        if (type.span() != other.span()) {
            throw new CastingException("set: " + this + " of " + type + " is no " + other);
        }
        return isNat() || TimeConversion.keepsCounts(type, other) ? count
                : TimeConversion.of(type, other).applyAsLong(count);
    }

    /** Returns whether it is not a time. */
    public boolean isNat() {
        return count == TimeType.NAT;
    }

    /**
     * Returns the point; what is left over of nanoseconds is dropped.
     *
     * @throws DateTimeException if it is a span or NaT, has no unit, or lies beyond Java's years
     */
    public LocalDateTime toLocalDateTime() {
        require("toLocalDateTime", !type.span());
        BigInteger units = BigInteger.valueOf(count).multiply(BigInteger.valueOf(type.multiple()));
        try {
            if (type.unit().isCalendar()) {
                BigInteger months = units.multiply(BigInteger.valueOf(type.unit() == TimeUnit.YEAR ? 12 : 1));
                return LocalDate.EPOCH.plusMonths(months.longValueExact()).atStartOfDay();
            }
            return LocalDate.EPOCH.atStartOfDay().plus(duration(units));
        } catch (ArithmeticException beyond) {
            throw new DateTimeException("toLocalDateTime: " + this + " lies beyond Java's years", beyond);
        }
    }

    /**
     * Returns the span; what is left over of nanoseconds is dropped.
     *
     * @throws DateTimeException if it is a point or NaT, has no unit, is of years or months, or longer than a Duration
     */
    public Duration toDuration() {
        require("toDuration", type.span() && !type.unit().isCalendar());
        try {
            return duration(BigInteger.valueOf(count).multiply(BigInteger.valueOf(type.multiple())));
        } catch (ArithmeticException beyond) {
            throw new DateTimeException("toDuration: " + this + " is longer than a Duration", beyond);
        }
    }

    private void require(String operation, boolean fits) {
        if (!fits || isNat() || type.unit() == TimeUnit.GENERIC) {
            throw new DateTimeException(operation + ": " + this + " of type " + type + " has no such form");
        }
    }

    private Duration duration(BigInteger units) {
        TimeUnit unit = type.unit();
        if (unit.compareTo(TimeUnit.SECOND) <= 0) {
            return Duration.ofSeconds(units.multiply(BigInteger.valueOf(unit.in(TimeUnit.SECOND))).longValueExact());
        }
        BigInteger perSecond = BigInteger.TEN.pow(3 * (unit.ordinal() - TimeUnit.SECOND.ordinal()));
        BigInteger nanos = units.multiply(BigInteger.TEN.pow(9));
        BigInteger rest = nanos.mod(perSecond);
        BigInteger[] parts = nanos.subtract(rest).divide(perSecond).divideAndRemainder(BigInteger.TEN.pow(9));
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    /** NumPy's {@code str} of the scalar: {@code 2026-11-21T09:30}, {@code 25 seconds}, {@code NaT}. */
    @Override
    public String toString() {
        return isNat() ? "NaT" : type.span() ? TimeText.span(type, count) : TimeText.point(type, count);
    }
}
