package io.arrayport.core.loop;

import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Signature;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.Kernels;

/** Operations of two inputs of different types. */
final class Mixed {
    private Mixed() {}

    /** Returns the loop of {@code op} whose inputs are of the signature's types, which differ. */
    static BinaryKernel of(Op op, Signature signature) {
        DType left = signature.input(0);
        DType right = signature.input(1);
        return op == Op.LDEXP ? Kernels.scaling(Lanes.of("ldexp", left), right.itemsize() == Long.BYTES)
                : new MixedComparison(op, left.kind() == 'i');
    }
}
