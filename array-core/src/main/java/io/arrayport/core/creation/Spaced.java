package io.arrayport.core.creation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Permutations;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.LogspaceOption;
import io.arrayport.core.ndarray.LogspaceOption.Base;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.SpacingOption.Endpoint;
import io.arrayport.core.ndarray.SpacingOption.Num;
import org.jspecify.annotations.Nullable;

/**
 * Numbers from one end to another, evenly or geometrically spaced. Ends are arrays, or Numbers, which are weak.
 *
 * @param operation named in errors
 * @param dtype null for what is computed in
 * @param axis of the result along which the numbers go
 */
public record Spaced(String operation, Device device, long num, boolean endpoint, @Nullable DType dtype, int axis) {
    private static final int USUAL = 50;

    private Spaced(String operation, Device device) {
        this(operation, device, USUAL, true, null, 0);
    }

    /**
     * What the options say.
     *
     * @throws ShapeException if there are to be fewer numbers than none
     */
    public static Spaced of(String operation, Device device, Option... options) {
        Option.requireDistinct(operation, options);
        Spaced spaced = new Spaced(operation, device);
        for (Option option : options) {
            spaced = switch (option) {
                case Num(long count) -> new Spaced(operation, device, count, spaced.endpoint, spaced.dtype,
                        spaced.axis);
                case Endpoint(boolean included) -> new Spaced(operation, device, spaced.num, included, spaced.dtype,
                        spaced.axis);
                case DtypeOption(DType type) -> spaced.of(type);
                case Axis(List<Integer> axes) -> spaced.along(one(operation, axes));
                default -> spaced;
            };
        }
        if (spaced.num < 0) {
            throw new ShapeException(operation + ": num is " + spaced.num + "; at least 0 numbers can be made");
        }
        if (spaced.num > Ranges.MOST) {
            throw new ShapeException(operation + ": num is " + spaced.num + ", more than an array can hold");
        }
        return spaced;
    }

    private static int one(String operation, @Nullable List<Integer> axes) {
        if (axes == null || axes.size() != 1) {
            throw new AxisException(operation + ": axis is " + axes + "; the numbers go along one");
        }
        return axes.getFirst();
    }

    private Spaced of(@Nullable DType type) {
        return new Spaced(operation, device, num, endpoint, type, axis);
    }

    private Spaced along(int place) {
        return new Spaced(operation, device, num, endpoint, dtype, place);
    }

    /** {@code np.linspace}: evenly spaced. */
    public NdArray linear(Object start, Object stop) {
        try (Scope scope = Scope.open()) {
            return scope.keep(both(start, stop).first());
        }
    }

    /** As {@link #linear}, and the distance between two of the numbers, NaN where there is none. */
    public ArrayPair linearWithStep(Object start, Object stop) {
        try (Scope scope = Scope.open()) {
            ArrayPair both = both(start, stop);
            return new ArrayPair(scope.keep(both.first()), scope.keep(both.second()));
        }
    }

    private ArrayPair both(Object start, Object stop) {
        NdArray from = Work.array(device, start);
        NdArray to = Work.array(device, stop);
        DType computed = computed(start, stop);
        NdArray delta = Work.SUBTRACT.call(to, from, new DtypeOption(computed));
        NdArray counted = Ranges.counted(device, num, computed);
        NdArray positions = counted.reshape(rows(delta.ndim()));
        long parts = endpoint ? num - 1 : num;
        NdArray step = parts > 0 ? Work.DIVIDE.call(delta, parts)
                : Work.empty(device, Shape.of(), DType.FLOAT64);
        NdArray numbers;
        if (parts <= 0) {
            step.fill(Double.NaN);
            numbers = times(positions, delta);
        } else if (Work.hasZero(step)) { // also of a distance so small that its part is 0
            Work.DIVIDE.call(positions, parts, new Out(positions));
            numbers = times(positions, delta);
        } else {
            numbers = times(positions, step);
        }
        Work.ADD.call(numbers, from, new Out(numbers));
        if (endpoint && num > 1) {
            numbers.set(to, Index.at(-1));
        }
        DType type = dtype == null ? computed : dtype;
        if ("ium".indexOf(type.kind()) >= 0) {
            Work.FLOOR.call(numbers, new Out(numbers));
        }
        return new ArrayPair(placed(numbers).astype(type, Work.IF_NEEDED), step);
    }

    /** In place where it is one row. */
    private static NdArray times(NdArray positions, NdArray factor) {
        return factor.ndim() == 0 ? Work.MULTIPLY.call(positions, factor, new Out(positions))
                : Work.MULTIPLY.call(positions, factor);
    }

    private long[] rows(int further) {
        long[] dims = new long[1 + further];
        Arrays.fill(dims, 1);
        dims[0] = num;
        return dims;
    }

    private NdArray placed(NdArray numbers) {
        return numbers.transpose(Permutations.moved(numbers.ndim(), new int[]{0}, new int[]{axis}));
    }

    /** The floating or complex type of numbers between two ends. */
    private static DType computed(Object... ends) {
        List<DType> types = new ArrayList<>();
        List<WeakKind> weak = new ArrayList<>(List.of(WeakKind.FLOAT));
        for (Object end : ends) {
            if (end instanceof NdArray array) {
                types.add(array.dtype());
            } else {
                weak.add(WeakKind.of(end));
            }
        }
        return Promotion.resultType(types, weak);
    }

    /** {@code np.logspace}: powers of a base, whose exponents are evenly spaced. */
    public NdArray powers(Object start, Object stop, LogspaceOption... options) {
        Object base = 10.0;
        for (LogspaceOption option : options) {
            if (option instanceof Base(Object given)) {
                base = given;
            }
        }
        Object root = base;
        return Work.kept(() -> powers(start, stop, root));
    }

    private NdArray powers(Object start, Object stop, Object base) {
        NdArray powers;
        if (base instanceof NdArray bases && bases.ndim() > 0) {
            NdArray from = Work.array(device, start);
            NdArray to = Work.array(device, stop);
            int ndim = Shape.broadcast(operation, from.shape(), to.shape(), bases.shape()).ndim();
            NdArray exponents = of(null).linear(padded(from, ndim), padded(to, ndim));
            powers = Work.POWER.call(padded(bases, ndim).expandDims(axis), exponents);
        } else {
            NdArray exponents = of(null).linear(start, stop);
            powers = base instanceof NdArray scalar ? Work.POWER.call(scalar, exponents)
                    : Work.POWER.call((Number) base, exponents);
        }
        return dtype == null ? powers : powers.astype(dtype, Work.IF_NEEDED);
    }

    /** Further axes of length 1 in front. */
    private static NdArray padded(NdArray array, int ndim) {
        NdArray padded = array;
        while (padded.ndim() < ndim) {
            padded = padded.expandDims(0);
        }
        return padded;
    }

    /**
     * {@code np.geomspace}: each number the one before it times the same factor.
     *
     * @throws IllegalArgumentException if an end is 0
     */
    public NdArray geometric(Object start, Object stop) {
        return Work.kept(() -> turned(Work.array(device, start), Work.array(device, stop)));
    }

    /** Ends are turned to positive real numbers first, and results back. */
    private NdArray turned(NdArray start, NdArray stop) {
        if (Work.hasZero(start) || Work.hasZero(stop)) {
            throw new IllegalArgumentException(operation + ": an end is 0, which no factor leads to or from; give"
                    + " another number");
        }
        DType computed = Promotion.resultType(
                List.of(start.dtype(), stop.dtype(), dtype == null ? DType.FLOAT64 : dtype),
                List.of(WeakKind.FLOAT));
        NdArray from = start.astype(computed);
        NdArray sign = Work.SIGN.call(from);
        Work.DIVIDE.call(from, sign, new Out(from));
        NdArray to = Work.DIVIDE.call(stop.astype(computed), sign);
        NdArray numbers = of(computed).along(0).powers(Work.LOG10.call(from), Work.LOG10.call(to), (Object) 10.0);
        if (num > 0) {
            numbers.set(from, Index.at(0));
        }
        if (num > 1 && endpoint) {
            numbers.set(to, Index.at(-1));
        }
        Work.MULTIPLY.call(numbers, sign, new Out(numbers));
        return placed(numbers).astype(dtype == null ? computed : dtype, Work.IF_NEEDED);
    }
}
