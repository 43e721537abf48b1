package io.arrayport.core.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.ExtremumOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Initial;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.ReduceOption;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ndarray.VectorNormOption;
import io.arrayport.core.ndarray.VectorNormOption.Ord;
import io.arrayport.core.ufunc.Ufuncs;

/** {@code np.linalg.vector_norm}: the lengths of vectors, which may lie along several axes. */
public final class VectorNorm {
    private static final double EUCLIDEAN = 2;
    private static final UnaryUfunc ABSOLUTE = new UnaryUfunc(Ufuncs.ABSOLUTE);
    private static final UnaryUfunc SQUARE = new UnaryUfunc(Ufuncs.SQUARE);
    private static final UnaryUfunc SQRT = new UnaryUfunc(Ufuncs.SQRT);
    private static final BinaryUfunc ADD = new BinaryUfunc(Ufuncs.ADD);
    private static final BinaryUfunc POWER = new BinaryUfunc(Ufuncs.POWER);
    private static final BinaryUfunc NOT_EQUAL = new BinaryUfunc(Ufuncs.NOT_EQUAL);

    private final double order;
    private final List<Option> reduced;

    private VectorNorm(double order, List<Option> reduced) {
        this.order = order;
        this.reduced = reduced;
    }

    /** Whole numbers are taken for float64. */
    public static NdArray of(NdArray x, VectorNormOption... options) {
        Option.requireDistinct("vectorNorm", options);
        double order = EUCLIDEAN;
        List<Option> reduced = new ArrayList<>();
        for (VectorNormOption option : options) {
            switch (option) {
                case Ord(double given) -> order = given;
                case Axis axis -> reduced.add(axis);
                case Keepdims keepdims -> reduced.add(keepdims);
            }
        }
        if (reduced.stream().noneMatch(Axis.class::isInstance)) {
            reduced.add(new Axis(null));
        }
        try (Scope scope = Scope.open()) {
            boolean inexact = x.dtype().kind() == 'f' || x.dtype().kind() == 'c';
            return scope.keep(new VectorNorm(order, reduced).of(inexact ? x : x.astype(DType.FLOAT64)));
        }
    }

    private NdArray of(NdArray x) {
        if (order == EUCLIDEAN) {
            NdArray squares = x.dtype().kind() != 'c' ? SQUARE.call(x)
                    : ADD.call(SQUARE.call(x.real()), SQUARE.call(x.imag()));
            return SQRT.call(sum(squares));
        }
        NdArray sizes = ABSOLUTE.call(x);
        if (order == 0) {
            return sum(NOT_EQUAL.call(sizes, 0).astype(sizes.dtype()));
        }
        if (Double.isInfinite(order)) {
            ExtremumOption[] options = reduced.toArray(new ExtremumOption[reduced.size() + 1]);
            if (order < 0) {
                return sizes.min(Arrays.copyOf(options, reduced.size()));
            }
            options[reduced.size()] = new Initial(0);
            return sizes.max(options);
        }
        return order == 1 ? sum(sizes) : POWER.call(sum(POWER.call(sizes, order)), 1 / order);
    }

    private NdArray sum(NdArray array) {
        return array.sum(reduced.toArray(ReduceOption[]::new));
    }
}
