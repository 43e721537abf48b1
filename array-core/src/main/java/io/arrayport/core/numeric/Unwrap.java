package io.arrayport.core.numeric;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.WeakKind;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.InterpOption.Period;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.UfuncOption;
import io.arrayport.core.ndarray.UnwrapOption;
import io.arrayport.core.ndarray.UnwrapOption.Discont;
import io.arrayport.core.statistics.Differencing;

/** Angles that go on where they jump by a period: {@code np.unwrap}. */
public final class Unwrap {
    private static final UfuncOption[] NONE = {};

    private Unwrap() {}

    /** {@code np.unwrap}. */
    public static NdArray of(NdArray p, UnwrapOption... options) {
        Option.requireDistinct("unwrap", options);
        Number discont = null;
        Number period = 2 * Math.PI;
        Axis named = new Axis(List.of(-1));
        for (UnwrapOption option : options) {
            switch (option) {
                case Discont(Number step) -> discont = step;
                case Period(Number length) -> period = length;
                case Axis given -> named = given;
            }
        }
        try (Scope scope = Scope.open()) {
            NdArray steps = Differencing.diff(p, named);
            int axis = Steps.axis("unwrap", named, p.ndim());
            DType type = Promotion.resultType(List.of(steps.dtype()), List.of(WeakKind.of(period)));
            NdArray jumps = jumps(steps, period, "iu".indexOf(type.kind()) >= 0);
            Steps.put(jumps, 0, Steps.LESS.call(Steps.ABSOLUTE.call(steps),
                    discont == null ? period.doubleValue() / 2 : discont));
            NdArray result = p.astype(type);
            NdArray later = Steps.slice(result, axis, 1L, null);
            Steps.ADD.call(Steps.slice(p, axis, 1L, null), jumps.cumsum(new Axis(List.of(axis))), new Out(later),
                    Steps.UNSAFE);
            return scope.keep(result);
        }
    }

    /** What is to be added to steps so that none is longer than half a period. */
    private static NdArray jumps(NdArray steps, Number period, boolean whole) {
        Number high = period.doubleValue() / 2;
        boolean ambiguous = true;
        if (whole) {
            high = Math.floorDiv(period.longValue(), 2L);
            ambiguous = Math.floorMod(period.longValue(), 2L) == 0;
        }
        Number low = whole ? (Number) (-high.longValue()) : (Number) (-high.doubleValue());
        NdArray turned = Steps.REMAINDER.call(Steps.SUBTRACT.call(steps, low), period);
        NdArray nearest = Steps.ADD.call(turned, low);
        if (ambiguous) {
            // Half a period up is as near as half a period down: it keeps the direction of the step.
            NdArray up = Steps.AND.call(Steps.EQUAL.call(nearest, low), Steps.GREATER.call(steps, 0), NONE);
            Steps.put(nearest, high, up);
        }
        return Steps.SUBTRACT.call(nearest, steps, NONE);
    }
}
