package io.arrayport.conformance.matrix;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.torch.Torch;

/** Tensors that libtorch has allocated, laid out by torch's own views. */
final class TorchOrigin implements Origin {
    @Override
    public String name() {
        return "torch NDArray";
    }

    @Override
    public Made make(DType dtype, Sample sample) {
        NDManager manager = NDManager.newBaseManager("PyTorch");
        try {
            NDArray tensor = laidOut(manager, dtype, sample);
            return Made.opened(Torch.torch(tensor), LibTorchCalls.dataPtr(tensor), manager::close);
        } catch (RuntimeException | Error e) {
            manager.close();
            throw e;
        }
    }

    private static NDArray laidOut(NDManager manager, DType dtype, Sample sample) {
        return switch (sample) {
            case CONTIGUOUS, MATRIX, SCALAR, EMPTY -> torchs(manager, dtype, sample);
            case STRIDED -> torchs(manager, dtype, Sample.CONTIGUOUS).get("::3");
            case TRANSPOSED -> torchs(manager, dtype, Sample.MATRIX).transpose();
            case BROADCAST -> torchs(manager, dtype, Sample.CONTIGUOUS).get(":1").broadcast(new Shape(6));
            case NEGATIVE -> throw new NoSuchSource("torch has no negative strides");
            case MISALIGNED -> throw new NoSuchSource("torch allocates aligned");
            case SWAPPED -> throw new NoSuchSource("torch has no foreign byte order");
            case READ_ONLY -> throw new NoSuchSource("torch has no read-only tensors");
        };
    }

    /** A copy that torch makes, so that the bytes are its own. */
    private static NDArray torchs(NDManager manager, DType dtype, Sample sample) {
        try (NdArray array = sample.array(dtype)) {
            ExchangePlan plan = Torch.torch(manager).withUnnamedDtypes().plan(array);
            if (!plan.isZeroCopy()) {
                throw new NoSuchSource(plan.reason());
            }
            try (NDArray ours = Torch.torch(manager).withUnnamedDtypes().accept(array)) {
                return ours.duplicate();
            }
        }
    }
}
