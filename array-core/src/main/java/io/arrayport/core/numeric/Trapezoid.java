package io.arrayport.core.numeric;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.error.AxisException;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.TrapezoidOption;
import io.arrayport.core.ndarray.TrapezoidOption.Dx;
import io.arrayport.core.ndarray.TrapezoidOption.X;
import io.arrayport.core.ndarray.UfuncOption;
import io.arrayport.core.statistics.Differencing;
import org.jspecify.annotations.Nullable;

/** Areas under samples that are joined by straight lines. */
public final class Trapezoid {
    private static final UfuncOption[] NONE = {};

    private Trapezoid() {}

    /** {@code np.trapezoid}. */
    public static NdArray of(NdArray y, TrapezoidOption... options) {
        Option.requireDistinct("trapezoid", options);
        NdArray x = null;
        Object dx = 1.0;
        Axis named = new Axis(List.of(-1));
        for (TrapezoidOption option : options) {
            switch (option) {
                case X(NdArray places) -> x = places;
                case Dx(Object distance) -> dx = distance;
                case Axis given -> named = given;
            }
        }
        if (y.ndim() == 0) {
            throw new AxisException("trapezoid: y has no axis to go along");
        }
        int axis = Steps.axis("trapezoid", named, y.ndim());
        try (Scope scope = Scope.open()) {
            NdArray pairs = Steps.ADD.call(Steps.slice(y, axis, 1L, null), Steps.slice(y, axis, null, -1L), NONE);
            NdArray areas = x == null && dx instanceof Number distance
                    ? Steps.MULTIPLY.call(distance, pairs, over(pairs))
                    : Steps.MULTIPLY.call(distances(y, x, dx, axis), pairs, NONE);
            return scope.keep(Steps.DIVIDE.call(areas, 2.0, over(areas)).sum(new Axis(List.of(axis))));
        }
    }

    /** An array of our own takes what comes of it and a weak number, if its type holds that. */
    private static UfuncOption[] over(NdArray own) {
        return Steps.isInexact(own.dtype()) ? new UfuncOption[]{new Out(own)} : NONE;
    }

    private static NdArray distances(NdArray y, @Nullable NdArray x, Object dx, int axis) {
        if (x == null) {
            return (NdArray) dx;
        }
        if (x.ndim() != 1) {
            return Differencing.diff(x, new Axis(List.of(axis - y.ndim())));
        }
        NdArray steps = Differencing.diff(x);
        long[] shape = new long[y.ndim()];
        Arrays.fill(shape, 1);
        shape[axis] = steps.size();
        return steps.reshape(shape);
    }
}
