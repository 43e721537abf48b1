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
    /** Each integral is longer than the one before it. */
    private static final int MOST = 10_000;

    private PolynomialCalculus() {}

    /** {@code np.polyder}. */
    public static NdArray derivative(NdArray p, int m) {
        requireOrder("polyder", p, m);
        try (Scope scope = Scope.open()) {
            NdArray derivative = p;
            // What has no coefficients any more stays so.
            long steps = Math.min(m, p.shape().dim(0) + 1);
            for (long i = 0; i < steps; i++) {
                NdArray before = derivative;
                NdArray kept = Steps.slice(before, 0, null, -1L);
                try (NdArray powers = powers(p, before.shape().dim(0) - 1)) {
                    derivative = Steps.MULTIPLY.call(kept, powers, NONE);
                }
                Temporaries.closeUnless(p, before);
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
        if (m > MOST) {
            throw new IllegalArgumentException("polyint: m is " + m + ", it must be at most " + MOST
                    + "; long before, coefficients are too small for any number");
        }
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
                NdArray before = integral;
                try (NdArray powers = powers(p, before.size());
                        NdArray parts = Steps.DIVIDE.call(before, powers, NONE)) {
                    integral = Temporaries.empty(p, Promotion.promoteTypes(parts.dtype(), constant),
                            Shape.of(parts.size() + 1));
                    Steps.slice(integral, 0, null, -1L).set(parts);
                }
                integral.get(-1).set(constants.get(constants.size() == 1 ? 0 : i));
                Temporaries.closeUnless(p, before);
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
        try (NdArray ones = Temporaries.empty(beside, DType.INT64, Shape.of(Math.max(highest, 0)))) {
            ones.fill(1);
            return ones.cumsum().get(Index.slice(null, null, -1));
        }
    }
}
