package io.arrayport.core.loop;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.kernel.Lane;

/** Which lane computes an element type. */
final class Lanes {
    private Lanes() {}

    /** @throws DTypeException if no lane does; foreign byte order has none */
    static Lane of(String operation, DType dtype) {
        if (dtype.equals(DType.FLOAT32)) {
            return Lane.F32;
        } else if (dtype.equals(DType.FLOAT64)) {
            return Lane.F64;
        } else if (dtype.equals(DType.INT32)) {
            return Lane.I32;
        } else if (dtype.equals(DType.INT64)) {
            return Lane.I64;
        }
        throw new DTypeException(operation + ": the CPU has no loop for " + dtype.name()
                + (dtype.isNative() ? "" : " in foreign byte order") + "; convert with astype(...)");
    }
}
