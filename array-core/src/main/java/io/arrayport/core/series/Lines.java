package io.arrayport.core.series;

import io.arrayport.core.creation.JavaArrays;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;

/** Series of degree 1. */
public final class Lines {
    private Lines() {}

    /** The series of x. */
    public static NdArray x(Basis basis, Device device) {
        return of(basis, device, 0L, 1L);
    }

    /** The series of {@code off + scl x}, of whole numbers where these are and stay so. */
    public static NdArray of(Basis basis, Device device, Number off, Number scl) {
        Coefficients line = new Arithmetic(basis).line(DType.FLOAT64, new Complex(off.doubleValue(), 0),
                new Complex(scl.doubleValue(), 0));
        boolean whole = off instanceof Long && scl instanceof Long && (basis != Basis.HERMITE || scl.longValue() == 0);
        if (!whole) {
            return JavaArrays.of(device, line.re());
        }
        long[] numbers = new long[line.length()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (long) line.re()[i];
        }
        return JavaArrays.of(device, numbers);
    }

    /**
     * As {@link #of(Basis, Device, Number, Number)}.
     *
     * @throws ShapeException if one is not a single number
     */
    public static NdArray of(Basis basis, NdArray off, NdArray scl) {
        if (off.ndim() > 0 || scl.ndim() > 0) {
            throw new ShapeException(basis.prefix() + "line: off has shape " + off.shape() + ", scl " + scl.shape()
                    + "; both must be one number");
        }
        DType type = Promotion.promoteTypes(off.dtype(), scl.dtype());
        DType inexact = basis == Basis.HERMITE && "fc".indexOf(type.kind()) < 0 ? DType.FLOAT64 : type;
        return new Arithmetic(basis).line(inexact, off.getComplex(), scl.getComplex()).toArray(off);
    }
}
