package io.arrayport.conformance.matrix;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.casting;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;

/** What arrays hold, in C order. */
final class Elements {
    private Elements() {}

    /** All elements as doubles; of complex ones the real parts. */
    static double[] reals(NdArray array) {
        try (NdArray doubles = array.astype(DType.FLOAT64, casting(Casting.UNSAFE));
                NdArray line = np.ravel(doubles)) {
            return (double[]) line.toArray();
        }
    }

    /** Their bytes, in native order. */
    static byte[] bytes(NdArray array) {
        try (NdArray copy = array.copyNative()) {
            return Memory.segment(copy.address(), copy.nbytes()).toArray(ValueLayout.JAVA_BYTE);
        }
    }
}
