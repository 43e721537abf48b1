package io.arrayport.core.numeric;

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
    private Times() {}

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
            array.setLong(times.get(i).in(type), i);
        }
        return array;
    }

    private static NdArray empty(Device device, TimeType type, Shape shape) {
        Layout layout = Layout.contiguous(shape, type.itemsize());
        return NdArray.of(Backend.of("datetime64", device).allocate(device, layout.endByte(type.itemsize())), type,
                layout);
    }
}
