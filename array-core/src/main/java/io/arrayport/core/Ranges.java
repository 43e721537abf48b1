package io.arrayport.core;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;

/**
 * How many numbers {@code arange} makes, and which. As NumPy: the first two are converted to the element type, and the
 * others follow from them in its own arithmetic. So integers wrap, and a step that rounds to 0 stays 0.
 */
final class Ranges {
    private static final long MOST = Long.MAX_VALUE / 16;

    private Ranges() {}

    static long count(double start, double stop, double step) {
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

    static long count(long start, long stop, long step) {
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

    /** Continues a one-dimensional array from its first two elements. */
    static void proceed(NdArray array) {
        if (array.size() <= 2) {
            return;
        }
        switch (array.dtype()) {
            case BoolType _ ->
                throw new CastingException("arange: " + array.size() + " numbers of type bool; at most 2");
            case IntegerType _,TimeType _ -> integers(array);
            case FloatType(FloatFormat format, _) when format != FloatFormat.BINARY64 -> floats(array);
            case FloatType _ -> doubles(array);
            case ComplexType type -> complex(type, array);
        }
    }

    private static void integers(NdArray array) {
        long start = array.getLong(0);
        long delta = array.getLong(1) - start;
        array.storage().acquire();
        try {
            MemorySegment bytes = Memory.segment(array.address(), array.nbytes());
            for (long i = 2; i < array.size(); i++) {
                put(bytes, i, array.itemsize(), array.dtype().order(), start + i * delta);
            }
        } finally {
            array.storage().release();
        }
    }

    private static void put(MemorySegment bytes, long i, int itemsize, ByteOrder order, long value) {
        switch (itemsize) {
            case 1 -> bytes.set(ValueLayout.JAVA_BYTE, i, (byte) value);
            case 2 -> bytes.set(ValueLayout.JAVA_SHORT.withOrder(order), 2 * i, (short) value);
            case 4 -> bytes.set(ValueLayout.JAVA_INT.withOrder(order), 4 * i, (int) value);
            default -> bytes.set(ValueLayout.JAVA_LONG.withOrder(order), 8 * i, value);
        }
    }

    private static void floats(NdArray array) {
        float start = (float) array.getDouble(0);
        float delta = (float) array.getDouble(1) - start;
        for (long i = 2; i < array.size(); i++) {
            array.setDouble(start + i * delta, i);
        }
    }

    private static void doubles(NdArray array) {
        double start = array.getDouble(0);
        double delta = array.getDouble(1) - start;
        for (long i = 2; i < array.size(); i++) {
            array.setDouble(start + i * delta, i);
        }
    }

    private static void complex(ComplexType type, NdArray array) {
        double start = array.getComplex(0).real();
        double delta = array.getComplex(1).real() - start;
        boolean single = type.format() == FloatFormat.BINARY32;
        for (long i = 2; i < array.size(); i++) {
            double value = single ? (float) start + i * (float) delta : start + i * delta;
            array.setComplex(new Complex(value, 0), i);
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
