package io.arrayport.core.numeric;

import io.arrayport.core.backend.FloatErrors;
import io.arrayport.core.backend.FloatErrors.Action;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.CloseOption;
import io.arrayport.core.ndarray.CloseOption.Atol;
import io.arrayport.core.ndarray.CloseOption.Rtol;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.UfuncOption;
import io.arrayport.core.ndarray.UniqueOption.EqualNan;

/**
 * Which numbers are nearly the same.
 *
 * @param rtol of the second operand, a Number or an array
 * @param atol a Number or an array
 */
public record Closeness(Object rtol, Object atol, boolean equalNan) {
    private static final UfuncOption[] NONE = {};

    /** @param operation named in errors */
    public static Closeness of(String operation, CloseOption... options) {
        Option.requireDistinct(operation, options);
        Object rtol = 1e-5;
        Object atol = 1e-8;
        boolean equalNan = false;
        for (CloseOption option : options) {
            switch (option) {
                case Rtol(Object given) -> rtol = given;
                case Atol(Object given) -> atol = given;
                case EqualNan(boolean given) -> equalNan = given;
            }
        }
        return new Closeness(rtol, atol, equalNan);
    }

    /** {@code np.isclose}. */
    public NdArray compare(NdArray a, NdArray b) {
        return silently(() -> near(a, b));
    }

    /** {@code np.isclose} with a weak number. */
    public NdArray compare(NdArray a, Number b) {
        return silently(() -> near(a, Steps.operand(a, Steps.withFloat(a.dtype()), b)));
    }

    /** {@code np.isclose} of a weak number. */
    public NdArray compare(Number a, NdArray b) {
        return silently(() -> near(Steps.operand(b, Steps.withFloat(b.dtype()), a), b));
    }

    private NdArray near(NdArray x, NdArray b) {
        // A float, lest the distance of integers wraps, or the absolute value of the least of them.
        NdArray y = b.dtype().kind() == 'm' ? b : b.astype(Steps.withFloat(b.dtype()), new CopyOption(false));
        NdArray distance = distance(x, y);
        NdArray close = Steps.LESS_EQUAL.call(distance, allowed(Steps.ABSOLUTE.call(y)), NONE);
        Out same = new Out(close);
        Steps.AND.call(close, Steps.ISFINITE.call(y), same);
        Steps.OR.call(close, Steps.EQUAL.call(x, y, NONE), same);
        if (equalNan) {
            Steps.OR.call(close, Steps.AND.call(Steps.ISNAN.call(x), Steps.ISNAN.call(y), NONE), same);
        }
        return close;
    }

    private static NdArray distance(NdArray x, NdArray y) {
        NdArray difference = Steps.SUBTRACT.call(x, y, NONE);
        return difference.dtype().kind() == 'f' ? Steps.ABSOLUTE.call(difference, new Out(difference))
                : Steps.ABSOLUTE.call(difference);
    }

    private NdArray allowed(NdArray size) {
        if (size.dtype().kind() == 'f' && rtol instanceof Number part && atol instanceof Number least) {
            return size.multiplyi(part).addi(least);
        }
        NdArray relative = rtol instanceof NdArray array ? Steps.MULTIPLY.call(array, size, NONE)
                : Steps.MULTIPLY.call((Number) rtol, size);
        return atol instanceof NdArray array ? Steps.ADD.call(array, relative, NONE)
                : Steps.ADD.call((Number) atol, relative);
    }

    private interface Comparison {
        NdArray run();
    }

    /** Infinity less infinity is no error here; everything but the answer is closed. */
    private static NdArray silently(Comparison comparison) {
        FloatErrors before = FloatErrors.current();
        try (Scope scope = Scope.open()) {
            FloatErrors.set(new FloatErrors(before.divide(), before.over(), before.under(), Action.IGNORE));
            return scope.keep(comparison.run());
        } finally {
            FloatErrors.set(before);
        }
    }
}
