package io.arrayport.core.numeric;

import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.UfuncOption;

/** {@code sin(pi x) / (pi x)}. */
public final class Sinc {
    private static final UfuncOption[] NONE = {};

    private Sinc() {}

    /** {@code np.sinc}. */
    public static NdArray of(NdArray x) {
        try (Scope scope = Scope.open()) {
            NdArray angle = Steps.MULTIPLY.call(Math.PI, x);
            NdArray sine = Steps.SIN.call(angle);
            NdArray zero = Steps.EQUAL.call(angle, 0);
            NdArray sinc = Steps.DIVIDE.call(sine, angle, NONE);
            Steps.put(sinc, 1, zero);
            return scope.keep(sinc);
        }
    }
}
