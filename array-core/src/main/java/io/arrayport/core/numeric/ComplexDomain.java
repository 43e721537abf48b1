package io.arrayport.core.numeric;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.Ufuncs;

/** {@code np.emath}: operands become complex where one of their elements is outside a function's real domain. */
public final class ComplexDomain {
    private static final UfuncOption[] NONE = {};
    private static final BinaryUfunc POWER = new BinaryUfunc(Ufuncs.POWER);
    private static final UnaryUfunc SQRT = new UnaryUfunc(Ufuncs.SQRT);
    private static final UnaryUfunc LOG2 = new UnaryUfunc(Ufuncs.LOG2);
    private static final UnaryUfunc LOG10 = new UnaryUfunc(Ufuncs.LOG10);
    private static final UnaryUfunc ARCCOS = new UnaryUfunc(Ufuncs.ARCCOS);
    private static final UnaryUfunc ARCSIN = new UnaryUfunc(Ufuncs.ARCSIN);
    private static final UnaryUfunc ARCTANH = new UnaryUfunc(Ufuncs.ARCTANH);

    private ComplexDomain() {}

    /** {@code np.emath.sqrt}. */
    public static NdArray sqrt(NdArray x) {
        return ofPositive(SQRT, x);
    }

    /** {@code np.emath.log}. */
    public static NdArray log(NdArray x) {
        return ofPositive(Steps.LOG, x);
    }

    /** {@code np.emath.log2}. */
    public static NdArray log2(NdArray x) {
        return ofPositive(LOG2, x);
    }

    /** {@code np.emath.log10}. */
    public static NdArray log10(NdArray x) {
        return ofPositive(LOG10, x);
    }

    /** {@code np.emath.logn}. */
    public static NdArray logn(NdArray n, NdArray x) {
        try (Scope scope = Scope.open()) {
            return scope.keep(Steps.DIVIDE.call(log(x), log(n), NONE));
        }
    }

    /** {@code np.emath.power}. */
    public static NdArray power(NdArray x, NdArray p) {
        try (Scope scope = Scope.open()) {
            NdArray exponents = hasNegative(p) && Steps.isWhole(p.dtype()) ? p.astype(Steps.withFloat(p.dtype())) : p;
            return scope.keep(POWER.call(hasNegative(x) ? complex(x) : x, exponents, NONE));
        }
    }

    /** {@code np.emath.arccos}. */
    public static NdArray arccos(NdArray x) {
        return ofUnit(ARCCOS, x);
    }

    /** {@code np.emath.arcsin}. */
    public static NdArray arcsin(NdArray x) {
        return ofUnit(ARCSIN, x);
    }

    /** {@code np.emath.arctanh}. */
    public static NdArray arctanh(NdArray x) {
        return ofUnit(ARCTANH, x);
    }

    private static NdArray ofPositive(UnaryUfunc function, NdArray x) {
        try (Scope scope = Scope.open()) {
            return scope.keep(function.call(hasNegative(x) ? complex(x) : x));
        }
    }

    private static NdArray ofUnit(UnaryUfunc function, NdArray x) {
        try (Scope scope = Scope.open()) {
            boolean outside = x.dtype().kind() != 'c'
                    && Steps.GREATER.call(Steps.ABSOLUTE.call(x), 1).any().getBoolean();
            return scope.keep(function.call(outside ? complex(x) : x));
        }
    }

    /** Complex numbers are not asked: they stay what they are. */
    private static boolean hasNegative(NdArray x) {
        return x.dtype().kind() != 'c' && Steps.LESS.call(x, 0).any().getBoolean();
    }

    private static NdArray complex(NdArray x) {
        DType type = x.dtype();
        boolean single = type.itemsize() <= 2 && Steps.isWhole(type) || type.kind() == 'f' && type.itemsize() == 4;
        return x.astype(single ? DType.COMPLEX64 : DType.COMPLEX128);
    }
}
