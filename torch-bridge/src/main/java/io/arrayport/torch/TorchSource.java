package io.arrayport.torch;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.DlpackRaw;
import org.jspecify.annotations.Nullable;

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
    public Optional<ExchangePlan> plan() {
        return Optional.of(ExchangePlan.byOpening(this));
    }

    @Override
    public NdArray open() {
        PtNDArray tensor = ofPyTorch();
        LibTorch.require();
        DlpackRaw.requireStack("torch import");
        if (!(tensor instanceof SharedNDArray ours)) {
            return taken(tensor);
        }
        if (!ours.uses().begin()) {
            throw closed();
        }
        try {
            return taken(tensor);
        } finally {
            ours.uses().end();
        }
    }

    private static NdArray taken(PtNDArray tensor) {
        requireStrided(tensor);
        boolean detached;
        long alias;
        try {
            detached = JniUtils.requiresGrad(tensor);
            alias = Aoti.alias(tensor.getHandle());
        } catch (IllegalStateException closedMeanwhile) {
            throw closed();
        }
        Tensor read;
        Storage storage;
        try {
            read = Tensor.read(alias);
            storage = shared(tensor, alias, read, detached);
        } catch (RuntimeException | Error e) {
            Aoti.delete(alias);
            throw e;
        }
        try {
            return NdArray.of(storage, read.dtype(), read.layout());
        } catch (RuntimeException | Error e) {
            storage.close();
            throw e;
        }
    }

    private PtNDArray ofPyTorch() {
        if (!(array instanceof PtNDArray tensor)) {
            throw new ZeroCopyException("torch import: expected an NDArray of DJL's PyTorch engine, got a "
                    + array.getClass().getSimpleName()
                    + "; call NDManager.newBaseManager(\"PyTorch\").from(array), which copies");
        }
        // Strings have no tensor: their handle is -1, and libtorch would follow it.
        if (handle(tensor) == -1) {
            throw new ZeroCopyException(
                    "torch import: an NDArray of " + DataType.STRING + " has no tensor; use toStringArray()");
        }
        return tensor;
    }

    private static long handle(PtNDArray tensor) {
        try {
            return tensor.getHandle();
        } catch (IllegalStateException released) {
            throw closed();
        }
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
            throw new ZeroCopyException("torch import: the tensor's layout is sparse or nested, expected strided; "
                    + "have the model return to_dense(), which copies");
        }
        if (layout != STRIDED) {
            throw new ZeroCopyException(
                    "torch import: the tensor's layout is " + (layout == MKLDNN ? "mkldnn" : "sparse")
                            + ", expected strided; call toDense(), which copies");
        }
    }

    private static ClosedException closed() {
        return new ClosedException(
                "torch import: the NDArray is closed, or its NDManager is; open it before they close");
    }

    /**
     * @param alias the array's own tensor, over the storage of the NDArray's; the result's from now on
     * @param tensor what was read from it
     */
    private static Storage shared(PtNDArray array, long alias, Tensor tensor, boolean detached) {
        Layout layout = tensor.layout();
        ByteBuffer keeper = layout.size() == 0 || StorageOwner.isTorch(alias) ? null
                : JavaBuffers.keeping(array, tensor.data());
        boolean writeable = !detached && !tensor.mayOverlap();
        return Storage.foreign("torch", tensor.data(), layout.endByte(tensor.dtype().itemsize()), Device.CPU,
                writeable ? Access.WRITEABLE : Access.IMMUTABLE, new Release(alias, keeper));
    }

    /**
     * @param tensor the array's own
     * @param keeper what else keeps the memory, for as long as this is reachable
     */
    private record Release(long tensor, @Nullable ByteBuffer keeper) implements Runnable {
        @Override
        public void run() {
            DlpackRaw.releaseWithStack(() -> {
                try {
                    Aoti.delete(tensor);
                } finally {
                    Reference.reachabilityFence(keeper);
                }
            });
        }
    }
}
