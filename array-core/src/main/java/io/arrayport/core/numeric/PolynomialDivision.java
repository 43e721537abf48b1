package io.arrayport.core.numeric;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.CloseOption.Rtol;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.UfuncOption;

/** Division of polynomials with remainder. */
public final class PolynomialDivision {
    private static final UfuncOption[] NONE = {};

    private PolynomialDivision() {}

    /** {@code np.polydiv}: the quotient and the remainder. */
    public static ArrayPair divide(NdArray dividend, NdArray divisor) {
        try (Scope scope = Scope.open()) {
            NdArray u = Steps.ADD.call(Polynomial.atLeast1d(dividend), 0.0);
            NdArray v = Steps.ADD.call(Polynomial.atLeast1d(divisor), 0.0);
            NdArray lead = v.get(0);
            u.get(0);
            Polynomial.requireRow("polydiv", u);
            Polynomial.requireRow("polydiv", v);
            DType type = Promotion.promoteTypes(u.dtype(), v.dtype());
            NdArray scale = Steps.DIVIDE.call(1.0, lead);
            long steps = u.size() - v.size() + 1;
            NdArray quotient = Steps.zeros(u, type, Shape.of(Math.max(steps, 1)));
            NdArray rest = u.astype(type);
            for (long k = 0; k < steps; k++) {
                // Closed at once: together they would be as many numbers as steps times terms
                try (NdArray part = Steps.MULTIPLY.call(scale, rest.get(k), NONE);
                        NdArray product = Steps.MULTIPLY.call(part, v, NONE)) {
                    quotient.get(k).set(part);
                    NdArray reached = Steps.slice(rest, 0, k, k + v.size());
                    Steps.SUBTRACT.call(reached, product, new Out(reached));
                }
            }
            return new ArrayPair(scope.keep(quotient), scope.keep(withoutZeros(rest).copy()));
        }
    }

    /** What the subtractions have left of leading coefficients is 0, or nearly; at least one stays. */
    private static NdArray withoutZeros(NdArray rest) {
        Closeness nearly = Closeness.of("polydiv", new Rtol(1e-14));
        long first = 0;
        while (first < rest.size() - 1 && nearly.compare(rest.get(first), 0).getBoolean()) {
            first++;
        }
        return Steps.slice(rest, 0, first, null);
    }
}
