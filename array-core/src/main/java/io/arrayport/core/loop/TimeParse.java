package io.arrayport.core.loop;

import java.time.DateTimeException;
import java.util.EnumMap;
import java.util.Map;

import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeConversion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.element.Element;
import io.arrayport.core.element.PythonNumber;
import io.arrayport.core.error.CastingException;

/** Reads times from strings: points as ISO 8601 writes them, counts of spans, and {@code NaT}. */
final class TimeParse {
    private final TimeType type;
    /** From the units in which points are written. */
    private final Map<TimeUnit, TimeCast> casts = new EnumMap<>(TimeUnit.class);

    TimeParse(TimeType type) {
        this.type = type;
    }

    void put(String written, long out) {
        Element.put(Long.BYTES, type.order(), out, type.span() ? span(written) : point(written));
    }

    private static long span(String written) {
        if (written.isEmpty() || written.equalsIgnoreCase("NaT")) {
            return TimeType.NAT;
        }
        try {
            return PythonNumber.integer(written).longValueExact();
        } catch (ArithmeticException beyond) {
            throw new CastingException("astype: '" + written + "' is beyond what 64 bits count", beyond);
        }
    }

    private long point(String written) {
        Time time;
        try {
            time = Time.of(written);
        } catch (DateTimeException refused) {
            throw new IllegalArgumentException("astype: " + refused.getMessage(), refused);
        }
        if (time.isNat() || TimeConversion.keepsCounts(time.type(), type)) {
            if (type.unit() == TimeUnit.GENERIC && !time.isNat()) {
                throw new CastingException(
                        "astype: '" + written + "' has a unit, " + type + " has none; name one, as in"
                                + " datetime64[s]");
            }
            return time.count();
        }
        return casts.computeIfAbsent(time.type().unit(), _ -> new TimeCast(time.type(), type)).convert(time.count());
    }
}
