package io.arrayport.core.numeric;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;

import java.lang.foreign.MemorySegment;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.InterpOption;
import io.arrayport.core.ndarray.InterpOption.Left;
import io.arrayport.core.ndarray.InterpOption.Period;
import io.arrayport.core.ndarray.InterpOption.Right;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.CastingOption;
import org.jspecify.annotations.Nullable;

/** Values between points that are given: {@code np.interp}. */
public final class Interpolation {
    private static final CastingOption SAFE = new CastingOption(Casting.SAFE);

    private final double[] xp;
    private final double[] fp;
    /** How many numbers a value has: 2 if it is complex. */
    private final int parts;
    private final double[] left;
    private final double[] right;

    private Interpolation(double[] xp, double[] fp, @Nullable Object left, @Nullable Object right) {
        this.xp = xp;
        this.fp = fp;
        parts = fp.length / xp.length;
        this.left = outside(left, 0);
        this.right = outside(right, xp.length - 1);
    }

    /** {@code np.interp}. */
    public static NdArray interp(NdArray x, NdArray xp, NdArray fp, InterpOption... options) {
        Option.requireDistinct("interp", options);
        Object left = null;
        Object right = null;
        Double period = null;
        for (InterpOption option : options) {
            switch (option) {
                case Left(Object value) -> left = value;
                case Right(Object value) -> right = value;
                case Period(Number length) -> period = Math.abs(length.doubleValue());
            }
        }
        requirePoints(xp, fp);
        DType type = fp.dtype().kind() == 'c' ? DType.COMPLEX128 : DType.FLOAT64;
        if (period == null) {
            return new Interpolation(doubles(xp, DType.FLOAT64), doubles(fp, type), left, right).at(x, type);
        }
        if (period == 0) {
            throw new IllegalArgumentException("interp: period is 0, nothing repeats after that");
        }
        try (Scope scope = Scope.open()) {
            NdArray places = Steps.REMAINDER.call(xp.astype(DType.FLOAT64, SAFE), period);
            NdArray order = places.argsort();
            double[] around = around(doubles(places.get(order), DType.FLOAT64), 1, period);
            double[] values = around(doubles(fp.get(order), type), type.itemsize() / Double.BYTES, 0);
            NdArray turned = Steps.REMAINDER.call(x.astype(DType.FLOAT64, SAFE), period);
            return scope.keep(new Interpolation(around, values, null, null).at(turned, type));
        }
    }

    /** The points of a circle with one more at either end, a period away. */
    private static double[] around(double[] points, int parts, double period) {
        double[] around = new double[points.length + 2 * parts];
        System.arraycopy(points, 0, around, parts, points.length);
        for (int part = 0; part < parts; part++) {
            around[part] = points[points.length - parts + part] - period;
            around[around.length - parts + part] = points[part] + period;
        }
        return around;
    }

    private static void requirePoints(NdArray xp, NdArray fp) {
        if (xp.ndim() != 1 || fp.ndim() != 1 || xp.size() != fp.size()) {
            throw new ShapeException("interp: xp has shape " + xp.shape() + ", fp " + fp.shape()
                    + "; they must be of one axis and as long as each other");
        }
        if (xp.size() == 0) {
            throw new ShapeException("interp: there are no points to go by");
        }
    }

    private static double[] doubles(NdArray array, DType type) {
        try (Scope _ = Scope.open(); Packed packed = Packed.of(array, type, SAFE)) {
            return packed.bytes().toArray(JAVA_DOUBLE_UNALIGNED);
        }
    }

    private double[] outside(@Nullable Object value, int nearest) {
        double[] numbers = new double[parts];
        for (int part = 0; part < parts; part++) {
            numbers[part] = value == null ? fp[nearest * parts + part] : part(value, part);
        }
        return numbers;
    }

    private static double part(Object value, int part) {
        return switch (value) {
            case Complex complex -> part == 0 ? complex.real() : complex.imag();
            case Number number when part == 0 -> number.doubleValue();
            default -> 0;
        };
    }

    private NdArray at(NdArray x, DType type) {
        Shape shape = x.shape();
        try (Scope scope = Scope.open();
                Packed in = Packed.of(x, DType.FLOAT64, SAFE);
                Packed out = Packed.fresh(x, type, shape)) {
            run(in.bytes(), out.bytes(), shape.size());
            return scope.keep(out.array());
        }
    }

    private void run(MemorySegment in, MemorySegment out, long count) {
        int before = 0;
        for (long i = 0; i < count; i++) {
            double x = in.getAtIndex(JAVA_DOUBLE_UNALIGNED, i);
            before = before(x, before);
            for (int part = 0; part < parts; part++) {
                out.setAtIndex(JAVA_DOUBLE_UNALIGNED, i * parts + part, value(x, before, part));
            }
        }
    }

    /** The last place at or before {@code x}, -1 if there is none; looked for where the one before it was found. */
    private int before(double x, int guess) {
        int last = xp.length - 1;
        if (!(x >= xp[0])) {
            return -1;
        }
        if (x >= xp[last]) {
            return last;
        }
        int low = 0;
        int high = last;
        if (guess >= 0 && guess < last && xp[guess] <= x) {
            if (x < xp[guess + 1]) {
                return guess;
            }
            low = guess + 1;
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (xp[middle] <= x) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double value(double x, int before, int part) {
        if (Double.isNaN(x)) {
            return part == 0 ? x : 0;
        }
        if (before < 0) {
            return left[part];
        }
        double here = fp[before * parts + part];
        if (before == xp.length - 1) {
            return x > xp[before] ? right[part] : here;
        }
        if (x == xp[before]) {
            return here; // also where the slope is infinite
        }
        double next = fp[(before + 1) * parts + part];
        double slope = (next - here) / (xp[before + 1] - xp[before]);
        double value = slope * (x - xp[before]) + here;
        if (Double.isNaN(value)) {
            value = slope * (x - xp[before + 1]) + next;
            return Double.isNaN(value) && here == next ? here : value;
        }
        return value;
    }
}
