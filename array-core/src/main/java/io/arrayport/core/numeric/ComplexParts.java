package io.arrayport.core.numeric;

import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.OutOption;
import io.arrayport.core.ndarray.UfuncOption;

/** What can be said of complex numbers by looking at their parts, and of floats by looking at their sign. */
public final class ComplexParts {
    private static final UfuncOption[] NONE = {};

    private ComplexParts() {}

    /** {@code np.real_if_close}. */
    public static NdArray realIfClose(NdArray a, double tol) {
        if (!(a.dtype() instanceof ComplexType type)) {
            return a;
        }
        double epsilon = type.format() == FloatFormat.BINARY32 ? Math.ulp(1f) : Math.ulp(1.0);
        try (Scope _ = Scope.open()) {
            NdArray small = Steps.LESS.call(Steps.ABSOLUTE.call(a.imag()), tol > 1 ? epsilon * tol : tol);
            return small.all().getBoolean() ? a.real() : a;
        }
    }

    /** {@code np.iscomplex}. */
    public static NdArray isComplex(NdArray x) {
        return x.dtype().kind() == 'c' ? Steps.NOT_EQUAL.call(x.imag(), 0) : Steps.zeros(x, DType.BOOL, x.shape());
    }

    /** {@code np.isreal}. */
    public static NdArray isReal(NdArray x) {
        try (Scope scope = Scope.open()) {
            NdArray imag = x.imag();
            // A point in time is no number, so that nothing of it is 0.
            return scope.keep(x.dtype().kind() == 'M' ? Steps.NOT_EQUAL.call(imag, imag, NONE)
                    : Steps.EQUAL.call(imag, 0));
        }
    }

    /** {@code np.angle}. */
    public static NdArray angle(NdArray z, boolean deg) {
        if (z.dtype().kind() != 'c') {
            return degrees(Steps.ARCTAN2.call(0, z), deg);
        }
        return degrees(Steps.ARCTAN2.call(z.imag(), z.real(), NONE), deg);
    }

    private static NdArray degrees(NdArray angle, boolean deg) {
        return deg ? angle.multiplyi(180 / Math.PI) : angle;
    }

    /** {@code np.isposinf} and {@code np.isneginf}. */
    public static NdArray isInfinite(String operation, NdArray x, boolean negative, OutOption... out) {
        if ("biuf".indexOf(x.dtype().kind()) < 0) {
            throw new DTypeException(operation + ": x is " + x.dtype() + ", which has no sign to look at; it must be"
                    + " of real numbers");
        }
        UfuncOption[] options = OutOption.of(operation, out);
        try (Scope scope = Scope.open()) {
            NdArray sign = Steps.SIGNBIT.call(x);
            NdArray wanted = negative ? sign : Steps.NOT.call(sign);
            return scope.keep(Steps.AND.call(Steps.ISINF.call(x), wanted, options));
        }
    }
}
