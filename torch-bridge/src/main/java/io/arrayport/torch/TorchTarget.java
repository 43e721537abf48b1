package io.arrayport.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.DlpackRaw;
import io.arrayport.dlpack.LegacyConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where arrays become NDArrays of one NDManager; see {@link Torch#torch(NDManager)}. A value, for any number of arrays
 * and threads.
 */
public final class TorchTarget implements Target<NDArray> {
    private final NDManager manager;
    private final boolean unnamed;

    TorchTarget(NDManager manager, boolean unnamed) {
        this.manager = Objects.requireNonNull(manager, "torch: NDManager");
        this.unnamed = unnamed;
    }

    /**
     * A target that also takes int16, uint16, uint32, uint64, bfloat16, complex128 and the five kinds of float8 that
     * torch has. torch computes on them (casts float8), but DJL has no name for them: such an NDArray says
     * {@code DataType.UNKNOWN}, and cannot be printed. Give it to a model.
     * DJL's {@code softmax}, {@code logSoftmax}, {@code zerosLike} and {@code onesLike} would abort the JVM on such a
     * type; this NDArray refuses them, <em>one that DJL derives from it (a slice, a sum) does not</em>.
     */
    public TorchTarget withUnnamedDtypes() {
        return new TorchTarget(manager, true);
    }

    @Override
    public String name() {
        return "torch NDArray";
    }

    @Override
    public ExchangePlan plan(NdArray array) {
        return ExportRules.plan(name(), array, managerProblem(), unnamed);
    }

    @Override
    public NDArray accept(NdArray array) {
        if (managerProblem() != null || !ExportRules.allows(array, unnamed)) {
            plan(array).requireZeroCopy();
        }
        LibTorch.require();
        PtNDManager owner = (PtNDManager) manager;
        TorchDtype type = Objects.requireNonNull(TorchDtype.of(array.dtype()));
        long box = type.goesAsBytes() ? viewOfBytes(array, type) : tensor(array);
        try {
            return type.isNamed() ? new SharedNDArray(owner, box) : new UnnamedNDArray(owner, box, type.dtype);
        } catch (IllegalStateException refused) {
            Aoti.delete(box);
            throw refused(owner, refused);
        }
    }

    /**
     * Exports arrays, in this order, as an NDList of NDArrays without names. It shares the arrays' memory, and is
     * refused, as {@link #acceptAll(Map)}.
     */
    public NDList acceptAll(List<NdArray> arrays) {
        List<Map.Entry<String, NdArray>> entries = new ArrayList<>();
        arrays.forEach(array -> entries.add(Map.entry("", array)));
        return list(entries);
    }

    /**
     * Exports arrays, in the map's order, as an NDList whose NDArrays have the map's names. Each shares its array's
     * memory as {@link #accept} says; all are exported, or none. They belong to the manager, which closes them.
     *
     * @throws ZeroCopyException if one of them cannot be shared; says which and why
     * @throws ClosedException if an array is closed
     */
    public NDList acceptAll(Map<String, NdArray> arrays) {
        return list(List.copyOf(arrays.entrySet()));
    }

    private NDList list(List<Map.Entry<String, NdArray>> entries) {
        NDList list = new NDList();
        try {
            for (Map.Entry<String, NdArray> entry : entries) {
                NDArray tensor = accept(entry.getValue());
                list.add(tensor);
                if (!entry.getKey().isEmpty()) {
                    tensor.setName(entry.getKey());
                }
            }
            return list;
        } catch (ZeroCopyException e) {
            int refused = list.size();
            list.close();
            throw in(entries, refused, e);
        } catch (RuntimeException | Error e) {
            list.close();
            throw e;
        }
    }

    private static ZeroCopyException in(List<Map.Entry<String, NdArray>> entries, int refused, Throwable why) {
        String name = entries.get(refused).getKey();
        return new ZeroCopyException("array " + refused + (name.isEmpty() ? "" : " (" + name + ")") + " of "
                + entries.size() + ": " + why.getMessage(), why);
    }

    /** libtorch owns the managed tensor from the moment it returns; its last reference calls the deleter. */
    private static long tensor(NdArray array) {
        long managed = DlpackRaw.exportLegacy(array, LegacyConsumer.KEEPS_READ_ONLY);
        long box;
        try {
            box = Aoti.newBox();
        } catch (RuntimeException | Error e) {
            DlpackRaw.release(managed, false);
            throw e;
        }
        Aoti.fromDlpack(managed, box);
        return box;
    }

    private static long viewOfBytes(NdArray array, TorchDtype type) {
        long box = tensor(NdArray.of(array.storage(), DType.UINT8, array.layout()));
        try {
            return Aoti.view(box, type.scalarType);
        } finally {
            Aoti.delete(box);
        }
    }

    private static ArrayportException refused(PtNDManager owner, IllegalStateException refused) {
        String words = "as torch NDArray: the NDManager takes no more arrays: " + refused.getMessage();
        return owner.isOpen() ? new ArrayportException(words + "; use another manager", refused)
                : new ClosedException(words + "; use an open manager", refused);
    }

    /** Why the manager cannot own an NDArray of ours; null if it can. */
    private @Nullable String managerProblem() {
        if (!(manager instanceof PtNDManager)) {
            return "expected an NDManager of DJL's PyTorch engine, got a " + manager.getClass().getSimpleName();
        }
        return manager.isOpen() ? null : "the NDManager is closed";
    }

    @Override
    public String toString() {
        return name() + " of " + manager.getName();
    }
}
