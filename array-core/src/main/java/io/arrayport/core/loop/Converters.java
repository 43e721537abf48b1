package io.arrayport.core.loop;

import java.util.Optional;

import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.kernel.Conversion;
import io.arrayport.core.kernel.UnaryKernel;

/** What converts strips from one element type to another. */
final class Converters {
    private Converters() {}

    /** @param most elements that will be converted at once, as far as is known: no more room is taken than they need */
    static UnaryKernel of(DType from, DType to, long most) {
        if (from instanceof TimeType source && to instanceof TimeType target && !TimeCast.keepsCounts(source, target)) {
            return new TimeCast(source, target);
        }
        if (from instanceof TimeType || to instanceof TimeType) {
            return of(number(from), number(to), most);
        }
        if (from.isNative() && to.isNative()) {
            Optional<Conversion> direct = Conversion.of(Lanes.of("copy", from), Lanes.of("copy", to));
            if (direct.isPresent()) {
                return direct.get();
            }
        }
        return swaps(from, to) ? new Swap(from.itemsize(), swap(from, to)) : new Cast(from, to, most);
    }

    /** Returns the type of a time's count; any other type itself. */
    private static DType number(DType type) {
        return type instanceof TimeType time ? new IntegerType(Long.SIZE, true, time.order()) : type;
    }

    /** Returns whether the two differ in byte order at most. */
    static boolean swaps(DType from, DType to) {
        if (from instanceof TimeType source && to instanceof TimeType target) {
            return TimeCast.keepsCounts(source, target);
        }
        return from.withOrder(to.order()).equals(to);
    }

    /** Returns the bytes of the unit whose bytes are to be reversed, for types that {@link #swaps}; 0 if none are. */
    static int swap(DType from, DType to) {
        if (from.order() == to.order()) {
            return 0;
        }
        return from instanceof ComplexType ? from.itemsize() / 2 : from.itemsize();
    }
}
