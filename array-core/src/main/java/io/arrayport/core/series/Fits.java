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
            return of(basis, x, y, degree(basis, deg.getLong()), options);
        }
        int count = Degree.require(basis.prefix() + "fit: the number of degrees", deg.size(), 1,
                Degree.MOST_OF_MATRICES);
        int[] degrees = IntStream.range(0, count).map(i -> degree(basis, deg.getLong(i))).toArray();
        return Fit.of(basis, x, y, degrees, options).coefficients();
    }

    /** The coefficients, and what was computed on the way. */
    public static List<Object> full(Basis basis, NdArray x, NdArray y, int deg, PolyfitOption... options) {
        Fit fit = fit(basis, x, y, deg, options);
        return List.of(fit.coefficients(), fit.status());
    }

    private static Fit fit(Basis basis, NdArray x, NdArray y, int deg, PolyfitOption... options) {
        return Fit.of(basis, x, y, IntStream.rangeClosed(0, degree(basis, deg)).toArray(), options);
    }

    private static int degree(Basis basis, long deg) {
        return Degree.require(basis.prefix() + "fit: deg", deg, 0, Degree.MOST_OF_MATRICES);
    }
}
