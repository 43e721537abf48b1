package io.arrayport.core.dtype;

import java.math.BigInteger;
import java.nio.ByteOrder;

import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;

/** {@link Promotion} where one of the two types is a time. */
public final class TimePromotion {
    private TimePromotion() {}

    /** The type that holds both: a point if either is one. Integers count what the span beside them counts. */
    static DType common(DType a, DType b) {
        if (a instanceof TimeType one && b instanceof TimeType other) {
            boolean span = one.span() && other.span();
            return commonUnit("promotion", one.withSpan(span), other.withSpan(span)).withSpan(span);
        }
        TimeType time = a instanceof TimeType one ? one : (TimeType) b;
        DType number = a instanceof TimeType ? b : a;
        if (!time.span() || !keepsCount(number)) {
            throw new DTypeException("promotion: no type holds both " + a + " and " + b + "; convert one of them "
                    + "with astype(...)");
        }
        return nativeOf(time);
    }

    /** The type of a span or point beside a Java number, which counts what the span does. */
    static DType withWeak(TimeType time, WeakKind weak) {
        return common(time, switch (weak) {
            case BOOL -> DType.BOOL;
            case INT -> DType.INT64;
            case FLOAT -> DType.FLOAT64;
            case COMPLEX -> DType.COMPLEX128;
        });
    }

    /**
     * The type with the longest unit that divides those of both. Points have calendars, by which years and months are
     * days; spans do not.
     *
     * @param operation named in errors
     * @throws DTypeException if one is a span of years or months, and the other has a shorter unit
     * @throws CastingException if that unit is too short to be counted in the other
     */
    public static TimeType commonUnit(String operation, TimeType a, TimeType b) {
        if (a.unit() == TimeUnit.GENERIC || b.unit() == TimeUnit.GENERIC) {
            return nativeOf(a.withUnitOf(a.unit() == TimeUnit.GENERIC ? b : a));
        }
        if (!comparable(a, b) || !comparable(b, a)) {
            throw new DTypeException(operation + ": " + a + " and " + b + " have no unit in common, because years and "
                    + "months have no fixed length");
        }
        TimeUnit unit = a.unit().compareTo(b.unit()) > 0 ? a.unit() : b.unit();
        long common = BigInteger.valueOf(count(a, unit)).gcd(BigInteger.valueOf(count(b, unit))).longValueExact();
        if (count(a, unit) == 0 || count(b, unit) == 0 || common > Integer.MAX_VALUE) {
            throw new CastingException(operation + ": the unit that " + a + " and " + b
                    + " have in common is too many times in one of them");
        }
        return new TimeType(a.span(), unit, (int) common, ByteOrder.nativeOrder());
    }

    /** Whether {@code a} can be counted in a shorter unit of {@code b}. */
    private static boolean comparable(TimeType a, TimeType b) {
        return !a.span() || !a.unit().isCalendar() || b.unit().isCalendar();
    }

    private static long count(TimeType type, TimeUnit unit) {
        long factor = type.unit() == TimeUnit.YEAR && unit == TimeUnit.MONTH ? 12 : type.unit().in(unit);
        return type.multiple() * factor;
    }

    /** {@link Promotion#canCast}. */
    static boolean canCast(DType from, DType to, Casting casting) {
        return casting.compareTo(least(from, to)) >= 0;
    }

    private static Casting least(DType from, DType to) {
        if (from instanceof TimeType source && to instanceof TimeType target) {
            return source.span() == target.span() ? between(source, target) : Casting.UNSAFE;
        }
        if (!(to instanceof TimeType time) || !time.span()) {
            return Casting.UNSAFE;
        }
        return keepsCount(from) ? Casting.SAFE : from instanceof IntegerType ? Casting.SAME_KIND : Casting.UNSAFE;
    }

    private static Casting between(TimeType from, TimeType to) {
        if (from.hasUnitOf(to)) {
            return from.order() == to.order() ? Casting.NO : Casting.EQUIV;
        }
        boolean generic = from.unit() == TimeUnit.GENERIC || to.unit() == TimeUnit.GENERIC;
        if (generic || from.span() && from.unit().isCalendar() != to.unit().isCalendar()) {
            return from.unit() == TimeUnit.GENERIC ? Casting.SAFE : Casting.UNSAFE;
        }
        return from.unit().compareTo(to.unit()) <= 0 && divides(from, to) ? Casting.SAFE : Casting.SAME_KIND;
    }

    /** Whether each count of {@code from} is a whole count of the shorter unit of {@code to}. */
    private static boolean divides(TimeType from, TimeType to) {
        if (from.unit().isCalendar() && !to.unit().isCalendar()) {
            return true; // whether whole weeks make a year is not looked at
        }
        long count = count(from, to.unit());
        return count >>> 56 == 0 && count != 0 && count % to.multiple() == 0;
    }

    /** Whether every number of the type is a count. */
    private static boolean keepsCount(DType type) {
        return type instanceof BoolType
                || type instanceof IntegerType integer && (integer.signed() || integer.bits() < Long.SIZE);
    }

    private static TimeType nativeOf(TimeType type) {
        return (TimeType) type.withOrder(ByteOrder.nativeOrder());
    }
}
