package io.arrayport.core.numeric;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

/** Whether arrays hold the same elements. */
public final class Equality {
    private static final UfuncOption[] NONE = {};

    private Equality() {}

    /** {@code np.array_equal}. */
    public static boolean equal(NdArray a, NdArray b, boolean equalNan) {
        if (!a.shape().equals(b.shape())) {
            return false;
        }
        try (Scope _ = Scope.open()) {
            NdArray same = compared(a, b);
            if (equalNan && hasNan(a.dtype()) && hasNan(b.dtype())) {
                same = Steps.OR.call(same, Steps.AND.call(nan(a), nan(b), NONE), NONE);
            }
            return same.all().getBoolean();
        }
    }

    /** {@code np.array_equiv}. */
    public static boolean equivalent(NdArray a, NdArray b) {
        try {
            Shape.broadcast(a.shape(), b.shape());
        } catch (ShapeException apart) {
            return false;
        }
        try (Scope _ = Scope.open()) {
            return compared(a, b).all().getBoolean();
        }
    }

    /** Elements of types that nothing compares are not equal. */
    private static NdArray compared(NdArray a, NdArray b) {
        try {
            return Steps.EQUAL.call(a, b, NONE);
        } catch (DTypeException incomparable) {
            return Steps.zeros(a, DType.BOOL, Shape.broadcast(a.shape(), b.shape()));
        }
    }

    private static boolean hasNan(DType type) {
        return Steps.isInexact(type) || type instanceof TimeType;
    }

    private static NdArray nan(NdArray a) {
        return (a.dtype() instanceof TimeType ? Steps.ISNAT : Steps.ISNAN).call(a);
    }
}
