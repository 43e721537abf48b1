package io.arrayport.core.numeric;

import java.nio.ByteOrder;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.element.Characters;
import io.arrayport.core.element.Element;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.DatetimeAsStringOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import org.jspecify.annotations.Nullable;

/** Points in time as text: {@code np.datetimeAsString}. */
public final class WrittenTimes {
    private static final String NAME = "datetime_as_string";
    private static final String AUTO = "auto";
    /** Room for texts of all lengths, as NumPy leaves it. */
    private static final int AUTO_LENGTH = 62;
    /** Characters of a distance from UTC. */
    private static final int OFFSET_LENGTH = 4;
    private static final int MIDNIGHT = "T00:00".length();

    private final TimeType read;
    private final boolean auto;
    private final @Nullable ZoneId zone;
    private final boolean utc;

    private WrittenTimes(TimeType read, boolean auto, @Nullable ZoneId zone, boolean utc) {
        this.read = read;
        this.auto = auto;
        this.zone = zone;
        this.utc = utc;
    }

    /** As {@code np.datetimeAsString}. */
    public static NdArray of(NdArray times, DatetimeAsStringOption... options) {
        Option.requireDistinct(NAME, options);
        String unit = null;
        ZoneId zone = null;
        boolean utc = false;
        Casting casting = Casting.SAME_KIND;
        for (DatetimeAsStringOption option : options) {
            switch (option) {
                case DatetimeAsStringOption.Unit(String symbol) -> unit = symbol;
                case DatetimeAsStringOption.Timezone(ZoneId given, boolean zulu) -> {
                    zone = given;
                    utc = zulu;
                }
                case CastingOption(Casting rule) -> casting = rule;
            }
        }
        if (!(times.dtype() instanceof TimeType type) || type.span()) {
            throw new DTypeException(NAME + ": arr is of " + times.dtype() + ", not of datetime64");
        }
        boolean auto = AUTO.equals(unit);
        TimeType own = TimeType.datetime64(type.unit());
        TimeType wanted = auto || unit == null ? own : TimeType.datetime64(TimeUnit.of(unit));
        requireAllowed(own, wanted, zone != null && !auto, casting);
        times.storage().acquireOnHost();
        try {
            return new WrittenTimes(auto ? fine(own) : wanted, auto, zone, utc).write(times);
        } finally {
            times.storage().release();
        }
    }

    private static void requireAllowed(TimeType own, TimeType wanted, boolean zoned, Casting casting) {
        if (wanted.unit() == TimeUnit.GENERIC && own.unit() != TimeUnit.GENERIC
                || !Promotion.canCast(own, wanted, casting)) {
            throw new CastingException(NAME + ": " + own + " written as " + wanted + " is not allowed by casting "
                    + casting);
        }
        if (zoned && wanted.unit().compareTo(TimeUnit.HOUR) < 0 && casting != Casting.UNSAFE) {
            throw new CastingException(NAME + ": days in the time of a zone are other days; allow that with "
                    + "casting(Casting.UNSAFE)");
        }
    }

    /** Minutes at least, from which days can be told. */
    private static TimeType fine(TimeType own) {
        return own.unit().compareTo(TimeUnit.MINUTE) < 0 ? TimeType.datetime64(TimeUnit.MINUTE) : own;
    }

    private NdArray write(NdArray times) {
        DType counted = read.unit() == TimeUnit.GENERIC ? times.dtype().withOrder(ByteOrder.nativeOrder()) : read;
        try (Scope scope = Scope.open()) {
            NdArray counts = times.astype(counted, new OrderOption(Order.K));
            UnicodeType type = new UnicodeType(room(counts));
            Layout layout = Orders.fresh(Order.K, times.shape(), type.itemsize(), counts.layout(), Long.BYTES);
            NdArray result = scope.keep(NdArray.of(Backend.of(NAME, times.device()).allocate(times.device(),
                    layout.endByte(type.itemsize())), type, layout));
            boolean done = false;
            try {
                for (long i = 0; i < counts.size(); i++) {
                    long count = Element.toLong(counted, counts.address() + i * Long.BYTES);
                    Characters.set(type, result.address() + i * type.itemsize(), text(new Time(read, count)));
                }
                done = true;
                return result;
            } finally {
                if (!done) {
                    result.close();
                }
            }
        }
    }

    /** Of one time its text, as of NumPy's strings alone; of an array what all texts of its unit need. */
    private int room(NdArray counts) {
        if (counts.ndim() == 0) {
            return text(new Time(read, counts.getLong())).length();
        }
        int room = auto ? AUTO_LENGTH : ((UnicodeType) Promotion.sized(new UnicodeType(0), read)).length();
        return room + (zone == null ? 0 : OFFSET_LENGTH);
    }

    private String text(Time time) {
        if (time.isNat()) {
            return time.toString();
        }
        if (zone == null) {
            String text = auto ? shortened(time.toString()) : time.toString();
            return utc && text.indexOf('T') > 0 ? text + "Z" : text;
        }
        ZonedDateTime there = time.toLocalDateTime().atOffset(ZoneOffset.UTC).atZoneSameInstant(zone);
        int seconds = there.getOffset().getTotalSeconds();
        Time shifted = shifted(time, seconds);
        String text = auto ? shortened(shifted.toString()) : shifted.toString();
        int minutes = Math.abs(seconds) / 60;
        return text.indexOf('T') < 0 ? text
                : text + String.format(Locale.ROOT, "%s%02d%02d", seconds < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }

    private static Time shifted(Time time, int seconds) {
        TimeUnit unit = time.type().unit();
        if (unit.compareTo(TimeUnit.SECOND) >= 0) {
            return new Time(time.type(), time.count() + seconds * TimeUnit.SECOND.in(unit));
        }
        if (unit.isCalendar()) {
            return time;
        }
        return new Time(time.type(), Math.floorDiv(time.count() * unit.in(TimeUnit.SECOND) + seconds,
                unit.in(TimeUnit.SECOND)));
    }

    /** Leaves out what is zero: the time of day, the seconds, thousandths of what stands before. */
    private static String shortened(String text) {
        String shorter = text;
        while (shorter.indexOf('.') > 0 && shorter.endsWith("000")) {
            shorter = shorter.substring(0, shorter.length() - 3);
        }
        shorter = shorter.endsWith(".") ? shorter.substring(0, shorter.length() - 1) : shorter;
        int clock = shorter.indexOf('T');
        boolean seconds = shorter.length() - clock > MIDNIGHT;
        shorter = seconds && shorter.endsWith(":00") ? shorter.substring(0, shorter.length() - 3) : shorter;
        return shorter.endsWith("T00:00") ? shorter.substring(0, clock) : shorter;
    }
}
