package io.arrayport.core.loop;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Kernels;

/** Operations of two inputs of different types. */
final class Mixed {
    private Mixed() {}

    /** Returns the loop of {@code op} whose inputs are of the signature's types, which differ. */
    static BinaryKernel of(Op op, Signature signature) {
        DType left = signature.input(0);
        DType right = signature.input(1);
        if (left instanceof TimeType || right instanceof TimeType) {
            return ofTimes(op, left, right);
        }
        return op == Op.LDEXP ? Kernels.scaling(Lanes.of("ldexp", left), right.itemsize() == Long.BYTES)
                : new MixedComparison(op, left.kind() == 'i');
    }

    private static BinaryKernel ofTimes(Op op, DType left, DType right) {
        if (left instanceof TimeType && right instanceof TimeType) {
            return Kernels.binary(op, Lanes.of("binary", left));
        }
        if (left instanceof TimeType) {
            return Kernels.scaled(op, Lanes.of("binary", right));
        }
        BinaryKernel product = Kernels.scaled(op, Lanes.of("binary", left));
        return (a, aStride, b, bStride, out, outStride, n) -> product.run(b, bStride, a, aStride, out, outStride, n);
    }
}
