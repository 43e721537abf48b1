package io.arrayport.core.numeric;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Temporaries;
import io.arrayport.core.ndarray.UfuncOption;
import org.jspecify.annotations.Nullable;

/** Derivatives and integrals of polynomials. */
public final class PolynomialCalculus {
    private static final UfuncOption[] NONE = {};

    private PolynomialCalculus() {}

    /** {@code np.polyder}. */
    public static NdArray derivative(NdArray p, int m) {
        requireOrder("polyder", p, m);
        try (Scope scope = Scope.open()) {
            NdArray derivative = p;
            for (int i = 0; i < m; i++) {
                NdArray kept = Steps.slice(derivative, 0, null, -1L);
                derivative = Steps.MULTIPLY.call(kept, powers(p, derivative.shape().dim(0) - 1), NONE);
            }
            return scope.keep(derivative);
        }
    }

    /**
     * {@code np.polyint}.
     *
     * @param k the constants, one for all or one for each time; null is 0
     */
    public static NdArray integral(NdArray p, int m, @Nullable NdArray k) {
        requireOrder("polyint", p, m);
        if (k != null && k.size() < m && k.size() != 1) {
            throw new ShapeException("polyint: k has " + k.size() + " constants for " + m
                    + " integrals; give one, or one for each");
        }
        try (Scope scope = Scope.open()) {
            NdArray constants = Polynomial.atLeast1d(k != null ? k : Steps.zeros(p, DType.FLOAT64, Shape.of(1)));
            DType constant = m > 1 && constants.size() == 1 ? Promotion.promoteTypes(constants.dtype(), DType.FLOAT64)
                    : constants.dtype();
            NdArray integral = p;
            for (int i = 0; i < m; i++) {
                Polynomial.requireRow("polyint", integral);
                NdArray parts = Steps.DIVIDE.call(integral, powers(p, integral.size()), NONE);
                NdArray next = Temporaries.empty(p, Promotion.promoteTypes(parts.dtype(), constant),
                        Shape.of(parts.size() + 1));
                Steps.slice(next, 0, null, -1L).set(parts);
                next.get(-1).set(constants.get(constants.size() == 1 ? 0 : i));
                integral = next;
            }
            return scope.keep(integral);
        }
    }

    private static void requireOrder(String operation, NdArray p, int m) {
        if (m < 0) {
            throw new IllegalArgumentException(operation + ": m is " + m + ", it must be at least 0");
        }
        if (p.ndim() == 0) {
            throw new DTypeException(operation + ": p has no axis, it must be an array of coefficients");
        }
    }

    /** From {@code highest} down to 1. */
    private static NdArray powers(NdArray beside, long highest) {
        NdArray ones = Temporaries.empty(beside, DType.INT64, Shape.of(Math.max(highest, 0)));
        ones.fill(1);
        return ones.cumsum().get(Index.slice(null, null, -1));
    }
}
