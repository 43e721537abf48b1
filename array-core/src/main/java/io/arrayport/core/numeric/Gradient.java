package io.arrayport.core.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.GradientOption;
import io.arrayport.core.ndarray.GradientOption.EdgeOrder;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.UfuncOption;
import io.arrayport.core.statistics.Differencing;

/** Slopes by differences: central ones inside, one-sided ones at the edges. */
public final class Gradient {
    private static final UfuncOption[] NONE = {};
    private static final CastingOption SAME_KIND = new CastingOption(Casting.SAME_KIND);

    private Gradient() {}

    /**
     * {@code np.gradient}, one result for each axis.
     *
     * @param varargs Numbers and arrays
     */
    public static List<NdArray> of(NdArray f, List<?> varargs, GradientOption... options) {
        Option.requireDistinct("gradient", options);
        int[] axes = IntStream.range(0, f.ndim()).toArray();
        int order = 1;
        for (GradientOption option : options) {
            switch (option) {
                case Axis(List<Integer> given) -> axes = given == null ? axes : given.stream()
                        .mapToInt(axis -> Layout.axis("gradient", axis, f.ndim())).toArray();
                case EdgeOrder(int given) -> order = given;
            }
        }
        if (order < 1 || order > 2) {
            throw new IllegalArgumentException("gradient: edgeOrder is " + order + ", it must be 1 or 2");
        }
        try (Scope scope = Scope.open()) {
            List<Object> spacing = spacing(f, axes, varargs);
            NdArray values = subtractable(f);
            DType type = "biu".indexOf(values.dtype().kind()) >= 0 ? DType.FLOAT64 : values.dtype();
            List<NdArray> slopes = new ArrayList<>();
            for (int i = 0; i < axes.length; i++) {
                if (f.shape().dim(axes[i]) <= order) {
                    throw new ShapeException("gradient: f has shape " + f.shape() + ", of which axis " + axes[i]
                            + " is too short for differences at the edges; it must have at least " + (order + 1)
                            + " elements");
                }
                NdArray out = Steps.emptyLike(f, type);
                Object h = spacing.get(i);
                if (h instanceof NdArray steps && steps.ndim() == 1) {
                    new Uneven(values, out, axes[i], steps).write(order);
                } else {
                    new Even(values, out, axes[i], h).write(order);
                }
                slopes.add(out);
            }
            slopes.forEach(scope::keep);
            return slopes;
        }
    }

    /** Differences of integers wrap, and those of datetimes are no datetimes. */
    private static NdArray subtractable(NdArray f) {
        return switch (f.dtype().kind()) {
            case 'i', 'u' -> f.astype(DType.FLOAT64);
            case 'M' -> NdArray.of(f.storage(), ((TimeType) f.dtype()).withSpan(true), f.layout());
            default -> f;
        };
    }

    /** For each axis a Number, an array without axes, or the distances of neighbours. */
    private static List<Object> spacing(NdArray f, int[] axes, List<?> varargs) {
        int n = varargs.size();
        for (Object given : varargs) {
            if (!(given instanceof Number || given instanceof NdArray)) {
                throw new IllegalArgumentException("gradient: spacing is given by " + given.getClass().getSimpleName()
                        + ", it must be Numbers and arrays");
            }
        }
        boolean one = n == 1 && !(varargs.getFirst() instanceof NdArray array && array.ndim() > 0);
        if (n == 0 || one) {
            Object[] same = new Object[axes.length];
            Arrays.fill(same, n == 0 ? 1.0 : varargs.getFirst());
            return List.of(same);
        }
        if (n != axes.length) {
            throw new DTypeException("gradient: spacing is given " + n + " times for " + axes.length
                    + " axes; give it once, or for each");
        }
        List<Object> spacing = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Object given = varargs.get(i);
            spacing.add(given instanceof NdArray places && places.ndim() > 0 ? distances(f, axes[i], places) : given);
        }
        return spacing;
    }

    private static Object distances(NdArray f, int axis, NdArray places) {
        if (places.ndim() != 1 || places.size() != f.shape().dim(axis)) {
            throw new ShapeException("gradient: the places along axis " + axis + " have shape " + places.shape()
                    + ", f has " + f.shape() + "; they must be of one axis and as many");
        }
        NdArray steps = Differencing.diff("iu".indexOf(places.dtype().kind()) >= 0 ? places.astype(DType.FLOAT64)
                : places);
        return steps.size() > 0 && Steps.EQUAL.call(steps, steps.get(0), NONE).all().getBoolean() ? steps.get(0)
                : steps;
    }

    /** An operand that may be a number. */
    private static NdArray times(Object factor, NdArray array) {
        return factor instanceof NdArray other ? Steps.MULTIPLY.call(other, array, NONE)
                : Steps.MULTIPLY.call((Number) factor, array);
    }

    private static Object over(double number, Object divisor) {
        return divisor instanceof NdArray array ? Steps.DIVIDE.call(number, array)
                : (Object) (number / ((Number) divisor).doubleValue());
    }

    private static void slope(NdArray high, NdArray low, Object distance, NdArray out) {
        NdArray difference = Steps.SUBTRACT.call(high, low, NONE);
        Out into = new Out(out);
        if (distance instanceof NdArray array) {
            Steps.DIVIDE.call(difference, array, into, SAME_KIND);
        } else {
            Steps.DIVIDE.call(difference, (Number) distance, into, SAME_KIND);
        }
    }

    /** The sum of three neighbours, each by a factor of its own. */
    private static void sum(NdArray out, Object a, NdArray first, Object b, NdArray second, Object c, NdArray third) {
        NdArray two = Steps.ADD.call(times(a, first), times(b, second), NONE);
        Steps.ADD.call(two, times(c, third), new Out(out), SAME_KIND);
    }

    /** All neighbours at one distance. */
    private record Even(NdArray f, NdArray out, int axis, Object h) {
        void write(int order) {
            Object two = h instanceof NdArray array ? Steps.MULTIPLY.call(2.0, array)
                    : (Object) (2 * ((Number) h).doubleValue());
            slope(Steps.slice(f, axis, 2L, null), Steps.slice(f, axis, null, -2L), two,
                    Steps.slice(out, axis, 1L, -1L));
            if (order == 1) {
                slope(Steps.at(f, axis, 1), Steps.at(f, axis, 0), h, Steps.at(out, axis, 0));
                slope(Steps.at(f, axis, -1), Steps.at(f, axis, -2), h, Steps.at(out, axis, -1));
                return;
            }
            sum(Steps.at(out, axis, 0), over(-1.5, h), Steps.at(f, axis, 0), over(2, h), Steps.at(f, axis, 1),
                    over(-0.5, h), Steps.at(f, axis, 2));
            sum(Steps.at(out, axis, -1), over(0.5, h), Steps.at(f, axis, -3), over(-2, h), Steps.at(f, axis, -2),
                    over(1.5, h), Steps.at(f, axis, -1));
        }
    }

    /** Neighbours at distances of their own. */
    private record Uneven(NdArray f, NdArray out, int axis, NdArray steps) {
        void write(int order) {
            Pair inside = new Pair(stretched(Steps.slice(steps, 0, null, -1L)),
                    stretched(Steps.slice(steps, 0, 1L, null)));
            sum(Steps.slice(out, axis, 1L, -1L), inside.first(), Steps.slice(f, axis, null, -2L), inside.middle(),
                    Steps.slice(f, axis, 1L, -1L), inside.last(), Steps.slice(f, axis, 2L, null));
            if (order == 1) {
                slope(Steps.at(f, axis, 1), Steps.at(f, axis, 0), steps.get(0), Steps.at(out, axis, 0));
                slope(Steps.at(f, axis, -1), Steps.at(f, axis, -2), steps.get(-1), Steps.at(out, axis, -1));
                return;
            }
            Pair left = new Pair(steps.get(0), steps.get(1));
            sum(Steps.at(out, axis, 0), Steps.NEGATIVE.call(left.outer(left.a(), left.b())), Steps.at(f, axis, 0),
                    left.both(), Steps.at(f, axis, 1), Steps.NEGATIVE.call(left.last()), Steps.at(f, axis, 2));
            Pair right = new Pair(steps.get(-2), steps.get(-1));
            sum(Steps.at(out, axis, -1), Steps.NEGATIVE.call(right.first()), Steps.at(f, axis, -3),
                    Steps.NEGATIVE.call(right.both()), Steps.at(f, axis, -2), right.outer(right.b(), right.a()),
                    Steps.at(f, axis, -1));
        }

        private NdArray stretched(NdArray distances) {
            long[] shape = new long[f.ndim()];
            Arrays.fill(shape, 1);
            shape[axis] = distances.size();
            return distances.reshape(shape);
        }
    }

    /** The factors of three neighbours, the first two at distance {@code a}, the last two at {@code b}. */
    private record Pair(NdArray a, NdArray b) {
        private NdArray sum() {
            return Steps.ADD.call(a, b, NONE);
        }

        /** {@code -b / (a (a + b))}. */
        NdArray first() {
            return Steps.DIVIDE.call(Steps.NEGATIVE.call(b), Steps.MULTIPLY.call(a, sum(), NONE), NONE);
        }

        /** {@code (b - a) / (a b)}. */
        NdArray middle() {
            return Steps.DIVIDE.call(Steps.SUBTRACT.call(b, a, NONE), Steps.MULTIPLY.call(a, b, NONE), NONE);
        }

        /** {@code a / (b (a + b))}. */
        NdArray last() {
            return Steps.DIVIDE.call(a, Steps.MULTIPLY.call(b, sum(), NONE), NONE);
        }

        /** {@code (a + b) / (a b)}. */
        NdArray both() {
            return Steps.DIVIDE.call(sum(), Steps.MULTIPLY.call(a, b, NONE), NONE);
        }

        /** {@code (2 near + far) / (near (near + far))}. */
        NdArray outer(NdArray near, NdArray far) {
            NdArray weight = Steps.ADD.call(Steps.MULTIPLY.call(2.0, near), far, NONE);
            return Steps.DIVIDE.call(weight, Steps.MULTIPLY.call(near, sum(), NONE), NONE);
        }
    }
}
