package io.arrayport.core.numeric;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.Keepdims;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.UfuncOption;

/** Scores as probabilities, and as their logarithms. */
public final class Softmax {
    private static final UfuncOption[] NONE = {};

    private Softmax() {}

    /** {@code exp(x) / sum(exp(x))}, without overflow. */
    public static NdArray probabilities(NdArray x, int axis) {
        int place = along("softmax", x, axis);
        try (Scope scope = Scope.open()) {
            Axis along = new Axis(List.of(place));
            NdArray scores = belowZero(x, place);
            Out same = new Out(scores);
            Steps.EXP.call(scores, same);
            return scope.keep(Steps.DIVIDE.call(scores, scores.sum(along, new Keepdims(true)), same));
        }
    }

    /** {@code log(softmax(x))}, without losing small probabilities. */
    public static NdArray logarithms(NdArray x, int axis) {
        int place = along("logSoftmax", x, axis);
        try (Scope scope = Scope.open()) {
            Axis along = new Axis(List.of(place));
            NdArray scores = belowZero(x, place);
            NdArray sum = Steps.EXP.call(scores).sum(along, new Keepdims(true));
            return scope.keep(Steps.SUBTRACT.call(scores, Steps.LOG.call(sum), new Out(scores)));
        }
    }

    private static int along(String operation, NdArray x, int axis) {
        if ("biuf".indexOf(x.dtype().kind()) < 0) {
            throw new DTypeException(operation + ": x is " + x.dtype() + ", it must be of real numbers");
        }
        return Layout.axis(operation, axis, x.ndim());
    }

    /** The distances from the greatest score, new. */
    private static NdArray belowZero(NdArray x, int axis) {
        NdArray scores = Steps.isWhole(x.dtype()) ? x.astype(DType.FLOAT64) : x;
        return x.shape().dim(axis) == 0 ? scores.copy()
                : Steps.SUBTRACT.call(scores, scores.max(new Axis(List.of(axis)), new Keepdims(true)), NONE);
    }
}
