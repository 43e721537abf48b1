package io.arrayport.core.linear;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.Assignment;
import io.arrayport.core.ndarray.ConvolveMode;
import io.arrayport.core.ndarray.Dot;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Temporaries;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.Ufuncs;

/**
 * {@code np.convolve} and {@code np.correlate}: one vector moved along another, at each place the sum of products. That
 * is one product of the vector and a matrix, whose rows overlap in memory; zeros stand where the shorter vector sticks
 * out.
 */
public final class Convolution {
    private static final UnaryUfunc CONJUGATE = new UnaryUfunc(Ufuncs.CONJUGATE);
    private static final UnaryUfunc FINITE = new UnaryUfunc(Ufuncs.ISFINITE);
    private static final int[] FIRST = {0};
    private static final int[] SECOND = {1};

    private Convolution() {}

    /** {@code np.convolve}. */
    public static NdArray convolve(NdArray a, NdArray v, ConvolveMode mode) {
        NdArray one = vector("convolve", a.ndim() == 0 ? a.expandDims(0) : a);
        NdArray other = vector("convolve", v.ndim() == 0 ? v.expandDims(0) : v);
        boolean swapped = one.size() < other.size();
        NdArray shorter = swapped ? one : other;
        return run("convolve", swapped ? other : one, shorter.get("::-1"), mode, left(shorter.size(), mode));
    }

    /** {@code np.correlate}: elements of {@code v} are conjugated. */
    public static NdArray correlate(NdArray a, NdArray v, ConvolveMode mode) {
        NdArray one = vector("correlate", a);
        NdArray other = vector("correlate", v);
        if (v.dtype().kind() == 'c') {
            try (NdArray conjugate = CONJUGATE.call(other)) {
                return ordered(one, conjugate, mode);
            }
        }
        return ordered(one, other, mode);
    }

    /** Where {@code v} is the longer one, places are counted from the other end. */
    private static NdArray ordered(NdArray a, NdArray v, ConvolveMode mode) {
        long k = Math.min(a.size(), v.size());
        return a.size() < v.size()
                ? run("correlate", v.get("::-1"), a.get("::-1"), mode, length(k, k, mode) - 1 - left(k, mode))
                : run("correlate", a, v, mode, left(k, mode));
    }

    private static NdArray vector(String operation, NdArray array) {
        if (array.ndim() != 1 || array.size() == 0) {
            throw new ShapeException(operation + ": an operand has shape " + array.shape()
                    + ", it must be a vector of one element or more; ravel() makes one");
        }
        return array;
    }

    /** @param left at how many places the shorter vector sticks out before the longer one */
    private static NdArray run(String operation, NdArray a, NdArray v, ConvolveMode mode, long left) {
        DType type = Dot.type(operation, a, v);
        NdArray longer = packed(Dot.counts(a), type);
        try {
            NdArray shorter = packed(Dot.counts(v), type);
            try {
                return Temporaries.finished(Temporaries.empty(a, type, Shape.of(length(a.size(), v.size(), mode))),
                        out -> slide(operation, longer, shorter, left, Dot.counts(out)));
            } finally {
                Temporaries.closeUnless(v, shorter);
            }
        } finally {
            Temporaries.closeUnless(a, longer);
        }
    }

    /** The vector without gaps, in the type that is computed in. */
    private static NdArray packed(NdArray vector, DType type) {
        DType computed = type instanceof TimeType ? DType.INT64 : type;
        return vector.isCContiguous() ? vector.astype(computed, new CopyOption(false)) : vector.astype(computed);
    }

    private static long length(long longer, long shorter, ConvolveMode mode) {
        return switch (mode) {
            case FULL -> longer + shorter - 1;
            case SAME -> longer;
            case VALID -> longer - shorter + 1;
        };
    }

    private static long left(long shorter, ConvolveMode mode) {
        return switch (mode) {
            case FULL -> shorter - 1;
            case SAME -> shorter / 2;
            case VALID -> 0;
        };
    }

    private static void slide(String operation, NdArray a, NdArray v, long left, NdArray out) {
        long k = v.size();
        long whole = a.size() - k + 1;
        if (out.size() == whole) {
            windows(operation, a, v, out);
        } else if (isFinite(v)) {
            // 0 times a finite number adds nothing
            try (NdArray padded = Temporaries.empty(a, a.dtype(), Shape.of(out.size() + k - 1))) {
                padded.fill(0);
                Assignment.copyto(part(padded, left, left + a.size()), a);
                windows(operation, padded, v, out);
            }
        } else {
            for (long i = 0; i < left; i++) {
                windows(operation, part(a, 0, k - left + i), part(v, left - i, k), part(out, i, i + 1));
            }
            windows(operation, a, v, part(out, left, left + whole));
            for (long i = left + whole; i < out.size(); i++) {
                long n = k - (i - left - whole) - 1;
                windows(operation, part(a, a.size() - n, a.size()), part(v, 0, n), part(out, i, i + 1));
            }
        }
    }

    /** Wherever {@code v} lies on {@code a} as a whole. */
    private static void windows(String operation, NdArray a, NdArray v, NdArray out) {
        long stride = a.layout().stride(0);
        NdArray windows = NdArray.of(a.storage(), a.dtype(), Layout.of(Shape.of(out.size(), v.size()),
                new long[]{stride, stride}, a.layout().offset()));
        Dot.sum(operation, v, FIRST, windows, SECOND, out);
    }

    private static boolean isFinite(NdArray v) {
        if ("fc".indexOf(v.dtype().kind()) < 0) {
            return true;
        }
        try (NdArray finite = FINITE.call(v); NdArray all = finite.all()) {
            return all.getBoolean();
        }
    }

    private static NdArray part(NdArray vector, long start, long stop) {
        return vector.get(Index.slice(start, stop, null));
    }
}
