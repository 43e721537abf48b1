package io.arrayport.torch;

import java.util.Objects;

import ai.djl.engine.EngineException;
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
import io.arrayport.dlpack.DlpackRaw;

/** One NDArray, to be shared. The array holds a reference to the tensor, not to the NDArray. */
record TorchSource(NDArray array) implements Source {
    private static final int STRIDED = 0;
    private static final int MKLDNN = 2;

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
        DlpackRaw.requireStack("torch import");
        requireStrided(tensor);
        boolean detached;
        long reference;
        try {
            detached = JniUtils.requiresGrad(tensor);
            reference = Aoti.share(tensor.getHandle());
        } catch (IllegalStateException closedMeanwhile) {
            throw closed();
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
            throw closed();
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
        int layout;
        try {
            layout = JniUtils.getLayout(tensor);
        } catch (IllegalStateException | EngineException e) {
            if (tensor.isReleased()) {
                throw closed();
            }
            layout = -1; // compressed sparse, nested: DJL has no number for it
        }
        if (layout != STRIDED) {
            throw new ZeroCopyException(
                    "torch import: the tensor's layout is " + (layout == MKLDNN ? "mkldnn" : "sparse or nested")
                            + ", expected strided; call toDense(), which copies");
        }
    }

    private static ClosedException closed() {
        return new ClosedException(
                "torch import: the NDArray is closed, or its NDManager is; open it before they close");
    }

    private static NdArray shared(long reference, boolean detached) {
        Tensor tensor = Tensor.read(reference);
        boolean writeable = !detached && !tensor.mayOverlap();
        Layout layout = tensor.layout();
        Storage storage = Storage.foreign("torch", tensor.data(), layout.endByte(tensor.dtype().itemsize()), Device.CPU,
                writeable ? Access.WRITEABLE : Access.IMMUTABLE,
                () -> DlpackRaw.releaseWithStack(() -> Aoti.delete(reference)));
        return NdArray.of(storage, tensor.dtype(), layout);
    }
}
