package io.arrayport.conformance.bench.child;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;

import io.arrayport.core.dtype.Complex;
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
