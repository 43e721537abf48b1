package io.arrayport.core.spectrum;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.arrayport.core.backend.Fourier;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.FourierAxesOption;
import io.arrayport.core.ndarray.FourierAxesOption.Axes;
import io.arrayport.core.ndarray.FourierAxesOption.S;
import io.arrayport.core.ndarray.FourierNorm;
import io.arrayport.core.ndarray.FourierOption.Norm;
import io.arrayport.core.ndarray.FourierPass;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Out;
import org.jspecify.annotations.Nullable;

/**
 * Transforms along several axes, one after the other.
 *
 * @param operation named in errors
 * @param axes from 0
 * @param lengths how many elements along each
 */
public record AxesTransforms(String operation, List<Integer> axes, List<Long> lengths, FourierNorm norm,
        @Nullable NdArray out) {
    private static final int ALL = -1;

    /**
     * What the options say.
     *
     * @param kind of the last axis
     * @param usual the axes if none are named; null is all of them, or the last ones if lengths are given
     */
    public static AxesTransforms of(String operation, Fourier kind, NdArray a, @Nullable List<Integer> usual,
            FourierAxesOption... options) {
        Option.requireDistinct(operation, options);
        List<Integer> named = usual;
        List<Integer> lengths = null;
        FourierNorm norm = FourierNorm.BACKWARD;
        NdArray out = null;
        for (FourierAxesOption option : options) {
            switch (option) {
                case S(List<Integer> given) -> lengths = given;
                case Axes(List<Integer> given) -> named = given;
                case Norm(FourierNorm given) -> norm = given;
                case Out(NdArray array) -> out = array;
            }
        }
        int count = named != null ? named.size() : lengths != null ? lengths.size() : a.ndim();
        if (lengths != null && lengths.size() != count) {
            throw new ShapeException(operation + ": s has " + lengths.size() + " lengths for " + count
                    + " axes; give one for each");
        }
        List<Integer> all = named != null ? named : IntStream.range(-count, 0).boxed().toList();
        List<Integer> axes = all.stream().map(axis -> Layout.axis(operation, axis, a.ndim())).toList();
        long[] counts = axes.stream().mapToLong(axis -> a.shape().dim(axis)).toArray();
        if (lengths == null && count > 0) {
            counts[count - 1] = new FourierPass(operation, kind).usual(a, axes.getLast());
        }
        for (int i = 0; lengths != null && i < count; i++) {
            counts[i] = lengths.get(i) == ALL ? counts[i] : lengths.get(i);
        }
        return new AxesTransforms(operation, axes, Arrays.stream(counts).boxed().toList(), norm, out);
    }

    /** Complex numbers, the last axis first: new, or {@code out}. */
    public NdArray complex(NdArray a, Fourier kind) {
        if (axes.isEmpty()) {
            return a.copy();
        }
        try (Scope scope = Scope.open()) {
            return scope.keep(steps(a, kind, axes.size() - 1, 0));
        }
    }

    /** To the first half of the last axis' numbers. */
    public NdArray real(NdArray a) {
        requireAxes();
        int last = axes.size() - 1;
        try (Scope scope = Scope.open()) {
            NdArray half = step(a, Fourier.REAL, last, last == 0 ? out : null);
            return scope.keep(last == 0 ? half : steps(half, Fourier.FORWARD, last - 1, 0));
        }
    }

    /** From the first half of the last axis' numbers. */
    public NdArray hermitian(NdArray a) {
        requireAxes();
        int last = axes.size() - 1;
        try (Scope scope = Scope.open()) {
            AxesTransforms before = new AxesTransforms(operation, axes, lengths, norm, null);
            NdArray half = last == 0 ? a : before.steps(a, Fourier.BACKWARD, 0, last - 1);
            return scope.keep(step(half, Fourier.HERMITIAN, last, out));
        }
    }

    private void requireAxes() {
        if (axes.isEmpty()) {
            throw new AxisException(operation + ": there is no axis, it takes one at least: the last one is real");
        }
    }

    /** Along axes number {@code from} up to or down to {@code to}; what has been made is worked on in place. */
    private NdArray steps(NdArray a, Fourier kind, int from, int to) {
        int by = from < to ? 1 : -1;
        NdArray result = a;
        for (int i = from; i != to + by; i += by) {
            boolean fits = result != a && lengths.get(i) == result.shape().dim(axes.get(i));
            result = step(result, kind, i, i == to && out != null ? out : fits ? result : null);
        }
        return result;
    }

    private NdArray step(NdArray a, Fourier kind, int i, @Nullable NdArray target) {
        return new FourierPass(operation, kind).of(a, axes.get(i), lengths.get(i), norm, target);
    }
}
