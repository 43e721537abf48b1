package io.arrayport.core.io;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;

import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeConversion;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.element.Element;
import io.arrayport.core.loop.TimeCast;
import org.jspecify.annotations.Nullable;

/** Points in time as ISO 8601 writes them, spans as counts. */
final class TimeField extends NumberField {
    private final TimeType type;
    private TimeType from;
    private @Nullable TimeCast cast;

    TimeField(TimeType type) {
        this.type = type;
        from = type;
    }

    @Override
    boolean number(byte[] text, int first, int end, long to) {
        String word = new String(text, first, end - first, StandardCharsets.UTF_8);
        try {
            Element.set(type, to, word.equalsIgnoreCase("NaT") ? TimeType.NAT
                    : type.span() ? Long.parseLong(word) : point(Time.of(word)));
            return true;
        } catch (DateTimeException | NumberFormatException malformed) {
            return false;
        }
    }

    /** A column is mostly written in one unit. */
    private long point(Time time) {
        if (TimeConversion.keepsCounts(time.type(), type)) {
            return time.count();
        }
        TimeCast known = time.type().equals(from) ? cast : null;
        if (known == null) {
            known = new TimeCast(time.type(), type);
            from = time.type();
            cast = known;
        }
        return known.convert(time.count());
    }
}
