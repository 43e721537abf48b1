package io.arrayport.conformance.bench.child;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.ndarray.NdArray;

/**
 * What of a result both sides are compared by: its type, its shape, and two sums over some thousand elements spread
 * evenly over it, one of them weighted so that the order counts.
 */
public record Check(String dtype, List<Long> shape, double weighted, double magnitude) {
    private static final long SAMPLES = 4096;

    /** Returns the check of an array. */
    public static Check of(NdArray array) {
        long[] shape = array.shape().toArray();
        if (array.dtype().kind() == 'c') {
            return of(array.dtype().name(), shape, flat -> array.getComplex(index(shape, flat)));
        }
        if (array.dtype() instanceof TextType) {
            return of(array.dtype().name(), shape, flat -> new Complex(number(array.getString(index(shape, flat))), 0));
        }
        if (array.dtype() instanceof TimeType) {
            Check numbers = of(array.view(DType.INT64));
            return new Check(array.dtype().name(), numbers.shape, numbers.weighted, numbers.magnitude);
        }
        return of(array.dtype().name(), shape,
                flat -> new Complex(array.getComplex(index(shape, flat)).real(), 0));
    }

    /** Returns the check of elements counted in C order. */
    public static Check of(String dtype, long[] shape, LongFunction<Complex> element) {
        long size = 1;
        for (long length : shape) {
            size *= length;
        }
        long step = Math.max(1, size / SAMPLES);
        double weighted = 0;
        double magnitude = 0;
        long k = 0;
        for (long flat = 0; flat < size; flat += step, k++) {
            Complex value = element.apply(flat);
            double one = value.real() + 2 * value.imag();
            weighted += (k % 7 + 1) * one;
            magnitude += Math.abs(one);
        }
        return new Check(dtype, Arrays.stream(shape).boxed().toList(), weighted, magnitude);
    }

    /** What a string counts as: the sum of its characters, each times its place. */
    private static double number(String text) {
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += (i + 1) * (double) text.charAt(i);
        }
        return sum;
    }

    private static long[] index(long[] shape, long flat) {
        long[] index = new long[shape.length];
        long rest = flat;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return index;
    }

    /** Returns it without its numbers, for results whose elements are not defined. */
    public Check withoutElements() {
        return new Check(dtype, shape, 0, 0);
    }
}
