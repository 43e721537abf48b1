package io.arrayport.torch;

import java.util.Objects;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** One NDArray, to be shared. The array holds a reference to the tensor, not to the NDArray. */
record TorchSource(NDArray array) implements Source {
    TorchSource {
        Objects.requireNonNull(array, "torch: NDArray");
    }

    @Override
    public String name() {
        return "torch NDArray";
    }

    @Override
    public NdArray open() {
        PtNDArray tensor = ofPyTorch();
        LibTorch.require();
        boolean detached;
        long reference;
        try {
            requireStrided(tensor);
            detached = JniUtils.requiresGrad(tensor);
            reference = Aoti.share(tensor.getHandle());
        } catch (IllegalStateException closed) {
            throw new ClosedException(
                    "torch import: the NDArray is closed, or its NDManager is; open it before they close", closed);
        }
        try {
            return shared(reference, detached);
        } catch (RuntimeException | Error e) {
            Aoti.delete(reference);
            throw e;
        }
    }

    private PtNDArray ofPyTorch() {
        if (!(array instanceof PtNDArray tensor)) {
            throw new ZeroCopyException("torch import: expected an NDArray of DJL's PyTorch engine, got a "
                    + array.getClass().getSimpleName() + "; create it with NDManager.newBaseManager(\"PyTorch\")");
        }
        if (tensor.isReleased()) {
            throw new ClosedException(
                    "torch import: the NDArray is closed, or its NDManager is; open it before they close");
        }
        // Strings have no tensor: their handle is -1, and libtorch would follow it.
        if (tensor.getHandle() == -1) {
            throw new ZeroCopyException(
                    "torch import: an NDArray of " + DataType.STRING + " has no tensor; use toStringArray()");
        }
        return tensor;
    }

    /** Before AOTI is asked: the data pointer it gives for a blocked (mkldnn) tensor is not one of rows and columns. */
    private static void requireStrided(PtNDArray tensor) {
        int layout = JniUtils.getLayout(tensor);
        if (layout != 0) {
            throw new ZeroCopyException("torch import: the tensor's layout is " + (layout == 2 ? "mkldnn" : "sparse")
                    + ", expected strided; call toDense(), which copies");
        }
    }

    private static NdArray shared(long reference, boolean detached) {
        Tensor tensor = Tensor.read(reference);
        boolean writeable = !detached && !tensor.mayOverlap();
        Layout layout = tensor.layout();
        Storage storage = Storage.foreign("torch", tensor.data(), layout.endByte(tensor.dtype().itemsize()), Device.CPU,
                writeable ? Access.WRITEABLE : Access.IMMUTABLE, () -> Aoti.delete(reference));
        return NdArray.of(storage, tensor.dtype(), layout);
    }
}
