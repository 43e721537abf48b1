package io.arrayport.core.series;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.DerivativeOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.SeriesOption;
import io.arrayport.core.ndarray.SeriesOption.K;
import io.arrayport.core.ndarray.SeriesOption.Lbnd;
import io.arrayport.core.ndarray.SeriesOption.Scl;
import io.arrayport.core.ndarray.Temporaries;
import io.arrayport.core.numeric.Steps;
import org.jspecify.annotations.Nullable;

/**
 * Derivatives and integrals of series, whose coefficients lie along one axis.
 *
 * @param times how often
 */
public record Calculus(Basis basis, String operation, int times, double scl, int axis, @Nullable NdArray k,
        double lbnd) {
    private static final CastingOption UNSAFE = new CastingOption(Casting.UNSAFE);

    /** What the options say. */
    public static Calculus of(Basis basis, String operation, int times, SeriesOption... options) {
        String name = basis.prefix() + operation;
        Option.requireDistinct(name, options);
        Degree.require(name + ": m", times, 0, Integer.MAX_VALUE);
        double scl = 1;
        int axis = 0;
        double lbnd = 0;
        NdArray k = null;
        for (SeriesOption option : options) {
            switch (option) {
                case Scl(double factor) -> scl = factor;
                case Lbnd(double bound) -> lbnd = bound;
                case K(NdArray constants) -> k = constants;
                case Axis(List<Integer> axes) when axes != null && axes.size() == 1 -> axis = axes.getFirst();
                case Axis _ -> throw new ShapeException(name + ": axis must name one axis, that of the coefficients");
            }
        }
        if (k != null && (k.ndim() > 1 || k.size() > times)) {
            throw new ShapeException(name + ": k has shape " + k.shape() + ", it may hold " + times
                    + " constants, one for each integral");
        }
        return new Calculus(basis, name, times, scl, axis, k, lbnd);
    }

    /** What the options of a derivative say. */
    public static Calculus ofDerivative(Basis basis, String operation, int times, DerivativeOption... options) {
        return of(basis, operation, times, Arrays.copyOf(options, options.length, SeriesOption[].class));
    }

    /** The derivative: new. */
    public NdArray derivative(NdArray c) {
        return each(c, this::derived);
    }

    /** The integral: new. */
    public NdArray integral(NdArray c) {
        Degree.require(operation + ": m", times, 0, Degree.MOST_INTEGRALS);
        return each(c, this::integrated);
    }

    /** One derivative or integral of coefficients that lie along the first axis, and may be written. */
    private interface Step {
        NdArray apply(NdArray c, int time);
    }

    private NdArray each(NdArray c, Step step) {
        try (Scope scope = Scope.open()) {
            NdArray all = c.ndim() == 0 ? c.reshape(1) : c;
            int along = Layout.axis(operation, axis, all.ndim());
            NdArray result = Evaluation.inexact(operation, all).copyNative();
            if (times == 0) {
                return scope.keep(result);
            }
            NdArray rows = result.transpose(moved(all.ndim(), along, 0));
            long before = -1;
            // What stays as short as it was is 0 from then on
            for (int i = 0; i < times && rows.shape().dim(0) != before; i++) {
                before = rows.shape().dim(0);
                rows = step.apply(rows, i);
            }
            return scope.keep(rows).transpose(moved(all.ndim(), 0, along));
        }
    }

    /** The order of axes when one of them has moved. */
    private static int[] moved(int ndim, int from, int to) {
        int[] axes = new int[ndim];
        int other = 0;
        for (int i = 0; i < ndim; i++) {
            other += other == from ? 1 : 0;
            axes[i] = i == to ? from : other++;
        }
        return axes;
    }

    private static NdArray rows(NdArray c, long n) {
        long[] dims = c.shape().toArray();
        dims[0] = n;
        return Steps.zeros(c, c.dtype(), Shape.of(dims));
    }

    private static void add(NdArray to, NdArray row, double factor) {
        if (factor != 0) {
            try (NdArray product = Steps.MULTIPLY.call(row, factor)) {
                Steps.ADD.call(to, product, new Out(to));
            }
        }
    }

    private NdArray derived(NdArray c, int time) {
        int n = Math.toIntExact(c.shape().dim(0));
        if (n < 2) {
            return rows(c, Math.min(n, 1));
        }
        Steps.MULTIPLY.call(c, scl, new Out(c));
        NdArray result = rows(c, n - 1L);
        for (int k = n - 1; k > 0; k--) {
            add(result.get(k - 1), c.get(k), basis.below(k));
            add(c.get(k - 1), c.get(k), basis.same());
            if (k > 1) {
                add(c.get(k - 2), c.get(k), basis.second(k));
            }
        }
        return result;
    }

    private NdArray integrated(NdArray c, int time) {
        int n = Math.toIntExact(c.shape().dim(0));
        Steps.MULTIPLY.call(c, scl, new Out(c));
        boolean nothing = n == 1 && !c.any().getBoolean();
        NdArray result = nothing ? c : rows(c, n + 1L);
        for (int i = 0; !nothing && i < n; i++) {
            add(result.get(i + 1), c.get(i), basis.up(i));
            add(result.get(i), c.get(i), basis.stay());
            if (i > 0) {
                add(result.get(i - 1), c.get(i), basis.down(i));
            }
        }
        NdArray first = result.get(0);
        if (!nothing) {
            NdArray bound = Temporaries.empty(c, c.dtype(), Shape.of());
            bound.fill(lbnd);
            Steps.SUBTRACT.call(first, new Evaluation(basis).values(bound, result, true), new Out(first));
        }
        if (k != null && time < k.size()) {
            Steps.ADD.call(first, k.ndim() == 0 ? k : k.get(time), new Out(first), UNSAFE);
        }
        return result;
    }
}
