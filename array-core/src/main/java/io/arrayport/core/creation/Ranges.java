package io.arrayport.core.creation;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.RangeLoop;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;

/**
 * How many numbers {@code arange} makes, and which. As NumPy: the first two are converted to the element type, and the
 * others follow from them in its own arithmetic. So integers wrap, and a step that rounds to 0 stays 0.
 */
public final class Ranges {
    static final long MOST = Long.MAX_VALUE / 16;

    private Ranges() {}

    /** The element of an array without axes. */
    public static Number number(NdArray array) {
        if (array.item() instanceof Number number) {
            return number;
        }
        throw new DTypeException("arange: " + array.item() + " of " + array.dtype() + " is no real number");
    }

    /** Whether all are integers. */
    static boolean areWhole(Number... numbers) {
        for (Number number : numbers) {
            if (Blank.typeOf(number).kind() == 'f') {
                return false;
            }
        }
        return true;
    }

    /** {@code np.arange}, of the type that the numbers have. */
    public static NdArray arange(Device device, Number start, Number stop, Number step) {
        return arange(device, start, stop, step, areWhole(start, stop, step) ? DType.INT64 : DType.FLOAT64);
    }

    /** {@code np.arange}. */
    public static NdArray arange(Device device, Number start, Number stop, Number step, DType dtype) {
        long count = count(start, stop, step);
        NdArray numbers = Blank.filled(new Blank(dtype, Order.C).empty(Device.CPU, Shape.of(count)), array -> {
            boolean whole = areWhole(start, stop, step);
            for (long i = 0; i < Math.min(count, 2); i++) {
                // Not times i: of an endless step that is NaN
                if (whole) {
                    array.setLong(i == 0 ? start.longValue() : start.longValue() + step.longValue(), i);
                } else {
                    array.setDouble(i == 0 ? start.doubleValue() : start.doubleValue() + step.doubleValue(), i);
                }
            }
            proceed(array);
        });
        return Blank.on(device, numbers);
    }

    /** How many numbers lie between. */
    static long count(Number start, Number stop, Number step) {
        return areWhole(start, stop, step) ? count(start.longValue(), stop.longValue(), step.longValue())
                : count(start.doubleValue(), stop.doubleValue(), step.doubleValue());
    }

    /** How many real numbers lie between. */
    private static long count(double start, double stop, double step) {
        if (step == 0) {
            throw stepless(start, stop);
        }
        double count = (stop - start) / step;
        if (Double.isNaN(count)) {
            throw new ShapeException("arange: from " + start + " to " + stop + " by " + step
                    + " is not a range; give numbers, at most one of them infinite");
        }
        // A quotient too small for a double still leaves room for the start, unless it points the other way.
        if (count == 0 && stop != start) {
            return Math.copySign(1, count) < 0 ? 0 : 1;
        }
        if (Math.ceil(count) > MOST) {
            throw tooLong(start, stop, step);
        }
        return (long) Math.max(0, Math.ceil(count));
    }

    /** How many integers lie between. */
    private static long count(long start, long stop, long step) {
        if (step == 0) {
            throw stepless(start, stop);
        }
        if (step > 0 ? start >= stop : start <= stop) {
            return 0;
        }
        // Unsigned, because the span of two longs, and the size of the lowest one, need the 64th bit.
        long span = step > 0 ? stop - start : start - stop;
        long count = Long.divideUnsigned(span - 1, Math.abs(step)) + 1;
        if (count < 0 || count > MOST) {
            throw tooLong(start, stop, step);
        }
        return count;
    }

    /** 0, 1, … of any type: shape (n,). */
    public static NdArray counted(Device device, long n, DType dtype) {
        return arange(device, 0, n, 1, dtype);
    }

    /** Continues a one-dimensional array from its first two elements. */
    private static void proceed(NdArray array) {
        if (array.size() <= 2) {
            return;
        }
        if (array.dtype() instanceof BoolType) {
            throw new CastingException("arange: " + array.size() + " numbers of type bool; at most 2");
        }
        array.storage().acquireOnHost();
        try {
            RangeLoop.proceed(array.dtype(), array.address(), array.size());
        } finally {
            array.storage().release();
        }
    }

    private static ShapeException stepless(Object start, Object stop) {
        return new ShapeException("arange: from " + start + " to " + stop + " by 0 never ends; give another step");
    }

    private static ShapeException tooLong(Object start, Object stop, Object step) {
        return new ShapeException("arange: from " + start + " to " + stop + " by " + step
                + " has more elements than an array can hold");
    }
}
