package io.arrayport.interop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;

/** A tensor as libtorch itself sees it. */
record TorchView(PtNDArray tensor) {
    long address() {
        return LibTorchCalls.dataPtr(tensor.getHandle());
    }

    /** All elements, in C order; of a complex one the real part. */
    double[] values() {
        try (NDArray doubles = tensor.toType(DataType.FLOAT64, true)) {
            return doubles.toDoubleArray();
        }
    }

    /** torch writes 0 to every element. */
    void zero() {
        LibTorchCalls.zero(tensor.getHandle());
    }
}
