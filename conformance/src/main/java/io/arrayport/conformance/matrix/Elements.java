package io.arrayport.conformance.matrix;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.casting;

import java.lang.foreign.ValueLayout;
import java.util.List;

import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
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

    /** Strings of any length. */
    static List<String> texts(NdArray array) {
        return List.of((String[]) array.toArray());
    }

    /** Where the buffers are that lie beside the elements. */
    static List<Long> sides(NdArray array) {
        return array.dtype() instanceof StringType
                ? array.storage().sideBuffers().buffers().stream().map(side -> side.storage().address()).toList()
                : List.of();
    }

    /** Their bytes, in native order. */
    static byte[] bytes(NdArray array) {
        try (NdArray copy = array.copyNative()) {
            return Memory.segment(copy.address(), copy.nbytes()).toArray(ValueLayout.JAVA_BYTE);
        }
    }
}
