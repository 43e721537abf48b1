package io.arrayport.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.arrayport.core.exchange.Source;

/**
 * Arrays to and from DJL's PyTorch NDArrays, without a copy.
 *
 * <pre>{@code
 * NDArray tensor = Torch.torch(manager).accept(array);      // torch sees the array's bytes
 * NdArray back = Torch.torch(tensor).open();                // and the array torch's
 * }</pre>
 *
 * Needs DJL's PyTorch engine with the libtorch it was tested with; see {@link LibTorch}.
 */
public final class Torch {
    private Torch() {}

    /**
     * The array in an NDArray of DJL's PyTorch engine. Opening it shares the tensor's memory and holds a reference of
     * its own: the NDArray and its NDManager may be closed before the array, which the caller closes. Memory that DJL
     * only lent to torch, as {@code NDManager.create(float[])} does, is held too. DJL's own way out,
     * {@code NDArray.toByteBuffer()}, copies without a word, and so does {@code toByteBuffer(true)} where the tensor is
     * not contiguous.
     *
     * <p>The array is writeable, except where torch would refuse to write in place or keeps count of writes: a tensor
     * that requires a gradient comes in detached and read-only, and so does one whose elements may overlap
     * ({@code expand}).
     *
     * <p>Refused, with the reason: other engines, string arrays, other devices, sparse, quantised or meta tensors,
     * lazily conjugated or negated ones (their bytes are not their values), element types that we do not have. An
     * NDArray that DJL made must not be closed by another thread while it is opened, as for every DJL call; one of
     * {@link #torch(NDManager)} may.
     *
     * <p>What torch does to the memory itself is beyond the array: a model that enlarges the tensor in place
     * ({@code resize_}) moves it.
     *
     * @param array dense tensor in main memory; stays the caller's
     */
    public static Source torch(NDArray array) {
        return new TorchSource(array);
    }

    /**
     * The arrays in an NDList, such as a model's result, with their names. Each shares its tensor's memory as
     * {@link #torch(NDArray)} says; all are opened, or none. The caller closes the list; the NDList stays the caller's.
     *
     * @throws io.arrayport.core.error.ZeroCopyException if a tensor's bytes cannot be shared; says why
     * @throws io.arrayport.core.error.ClosedException if one is closed
     */
    public static TensorList open(NDList tensors) {
        return TensorList.of(tensors);
    }

    /**
     * Where arrays become NDArrays of DJL's PyTorch engine, which belong to {@code manager}. An NDArray shares the
     * array's memory and keeps it until it, or its manager, is closed; closing the array earlier only ends Java's
     * access.
     *
     * <p>torch has no read-only tensors: the plan of a read-only array says who could write. Memory in which a write
     * faults is refused.
     *
     * @param manager open, of the PyTorch engine; stays the caller's
     */
    public static TorchTarget torch(NDManager manager) {
        return new TorchTarget(manager, false);
    }
}
