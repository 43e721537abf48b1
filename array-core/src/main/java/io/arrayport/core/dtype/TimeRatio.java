package io.arrayport.core.dtype;

import java.math.BigInteger;
import java.util.function.LongUnaryOperator;

import io.arrayport.core.error.CastingException;

/**
 * How many counts of one type a count of another is, in lowest terms: of spans, whose year is 365.2425 days and whose
 * month is a twelfth of it, or of points that no calendar stands between.
 *
 * @param numerator modulo 2 to the 64
 * @param denominator modulo 2 to the 64
 */
public record TimeRatio(long numerator, long denominator) implements LongUnaryOperator {
    /** Days of 400 years. */
    private static final long ERA = 146_097;

    /**
     * Returns how many counts of {@code to} a count of {@code from} is.
     *
     * @throws CastingException if the units are too far apart for NumPy to convert between them
     */
    public static TimeRatio of(TimeType from, TimeType to) {
        boolean shrinks = from.unit().compareTo(to.unit()) <= 0;
        BigInteger[] parts = shrinks ? parts(from, to) : parts(to, from);
        BigInteger up = parts[shrinks ? 0 : 1].multiply(BigInteger.valueOf(from.multiple()));
        BigInteger down = parts[shrinks ? 1 : 0].multiply(BigInteger.valueOf(to.multiple()));
        BigInteger common = up.gcd(down);
        return new TimeRatio(up.divide(common).longValue(), down.divide(common).longValue());
    }

    /** How many of the shorter unit the longer one is, as a fraction. */
    private static BigInteger[] parts(TimeType longer, TimeType shorter) {
        TimeUnit unit = shorter.unit();
        if (!longer.unit().isCalendar()) {
            return fraction(whole(longer.unit(), longer, shorter), 1);
        }
        if (unit.isCalendar()) {
            return fraction(longer.unit() == unit ? 1 : 12, 1);
        }
        long era = longer.unit() == TimeUnit.YEAR ? 400 : 4800;
        return unit == TimeUnit.WEEK ? fraction(ERA, era * 7)
                : new BigInteger[]{BigInteger.valueOf(ERA).multiply(
                        BigInteger.valueOf(whole(TimeUnit.DAY, longer, shorter))), BigInteger.valueOf(era)};
    }

    private static BigInteger[] fraction(long numerator, long denominator) {
        return new BigInteger[]{BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)};
    }

    private static long whole(TimeUnit unit, TimeType longer, TimeType shorter) {
        long count = unit.in(shorter.unit());
        if (count == 0) {
            throw new CastingException("astype: " + longer + " has more of the unit of " + shorter
                    + " than there is room to count; convert by way of a unit between them");
        }
        return count;
    }

    /** Returns a count converted, rounded down; what is too large wraps. */
    public long convert(long count) {
        long product = count * numerator;
        return (count < 0 ? product - (denominator - 1) : product) / denominator;
    }

    @Override
    public long applyAsLong(long count) {
        return convert(count);
    }
}
