package io.arrayport.core.series;

import java.util.List;
import java.util.stream.IntStream;

import io.arrayport.core.error.DTypeException;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PolyfitOption;

/** The forms of a fit. */
public final class Fits {
    private Fits() {}

    /** Of all degrees up to one. */
    public static NdArray of(Basis basis, NdArray x, NdArray y, int deg, PolyfitOption... options) {
        return fit(basis, x, y, deg, options).coefficients();
    }

    /** Of these degrees alone. */
    public static NdArray of(Basis basis, NdArray x, NdArray y, NdArray deg, PolyfitOption... options) {
        if (deg.ndim() > 1 || deg.size() == 0 || "iu".indexOf(deg.dtype().kind()) < 0) {
            throw new DTypeException(basis.prefix() + "fit: deg is of " + deg.dtype() + " and shape " + deg.shape()
                    + ", it must be whole numbers of one axis");
        }
        if (deg.ndim() == 0) {
            return of(basis, x, y, Math.toIntExact(deg.getLong()), options);
        }
        int[] degrees = IntStream.range(0, Math.toIntExact(deg.size())).map(i -> Math.toIntExact(deg.getLong(i)))
                .toArray();
        return Fit.of(basis, x, y, degrees, options).coefficients();
    }

    /** The coefficients, and what was computed on the way. */
    public static List<Object> full(Basis basis, NdArray x, NdArray y, int deg, PolyfitOption... options) {
        Fit fit = fit(basis, x, y, deg, options);
        return List.of(fit.coefficients(), fit.status());
    }

    private static Fit fit(Basis basis, NdArray x, NdArray y, int deg, PolyfitOption... options) {
        if (deg < 0) {
            throw new IllegalArgumentException(basis.prefix() + "fit: deg is " + deg + ", it must be at least 0");
        }
        return Fit.of(basis, x, y, IntStream.rangeClosed(0, deg).toArray(), options);
    }
}
