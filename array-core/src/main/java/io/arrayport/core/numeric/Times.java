package io.arrayport.core.numeric;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.TimeUnit;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;

/** Arrays of times that stand in a program. */
public final class Times {
    private static final LocalDateTime EPOCH = LocalDate.EPOCH.atStartOfDay();

    private Times() {}

    /** The point in microseconds. */
    public static Time microseconds(LocalDateTime time) {
        long count = ChronoUnit.MICROS.between(EPOCH, time.truncatedTo(ChronoUnit.MICROS));
        return new Time(TimeType.datetime64(TimeUnit.MICROSECOND), count);
    }

    /** An array without axes. */
    public static NdArray of(Device device, Time time) {
        NdArray array = empty(device, time.type(), Shape.of());
        array.setLong(time.count());
        return array;
    }

    /** An array of one axis, of the type that all have in common. */
    public static NdArray of(Device device, List<Time> times) {
        TimeType type = TimeType.datetime64(TimeUnit.GENERIC);
        for (Time time : times) {
            type = (TimeType) Promotion.promoteTypes(type, time.type());
        }
        NdArray array = empty(device, type, Shape.of(times.size()));
        for (int i = 0; i < times.size(); i++) {
            try (NdArray one = of(device, times.get(i))) {
                array.get(i).set(one);
            }
        }
        return array;
    }

    private static NdArray empty(Device device, TimeType type, Shape shape) {
        Layout layout = Layout.contiguous(shape, type.itemsize());
        return NdArray.of(Backend.of("datetime64", device).allocate(device, layout.endByte(type.itemsize())), type,
                layout);
    }
}
