package io.arrayport.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;

/**
 * An NDArray of an element type that DJL cannot name. These four methods hand DJL's {@code UNKNOWN} to libtorch, whose
 * C++ exception would abort the JVM; every other one was seen to work or to throw.
 */
final class UnnamedNDArray extends SharedNDArray {
    private final DType dtype;

    UnnamedNDArray(PtNDManager manager, long handle, DType dtype) {
        super(manager, handle);
        this.dtype = dtype;
    }

    @Override
    public NDArray zerosLike() {
        throw refusal("zerosLike");
    }

    @Override
    public NDArray onesLike() {
        throw refusal("onesLike");
    }

    @Override
    public PtNDArray softmax(int axis) {
        throw refusal("softmax");
    }

    @Override
    public PtNDArray logSoftmax(int axis) {
        throw refusal("logSoftmax");
    }

    private DTypeException refusal(String operation) {
        return new DTypeException(operation + ": DJL has no name for " + dtype.name()
                + " and would abort the JVM here; call toType(" + DataType.FLOAT32.name() + ", true) first");
    }
}
