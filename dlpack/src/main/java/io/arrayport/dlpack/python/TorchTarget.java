package io.arrayport.dlpack.python;

import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.memory.Access;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;

/** {@code torch.from_dlpack}. */
record TorchTarget(Python python) implements Target<PyObject> {
    @Override
    public String name() {
        return "torch.Tensor in Python";
    }

    @Override
    public ExchangePlan plan(NdArray array) {
        for (int axis = 0; axis < array.ndim() && array.size() > 0; axis++) {
            if (array.layout().stride(axis) < 0 && array.layout().dim(axis) > 1) {
                return ExchangePlan.needsCopy(name(), array.nbytes(),
                        "axis " + axis + " has a negative stride, and PyTorch has none");
            }
        }
        String dtype = array.dtype().name();
        if (!Library.TORCH.has(python, dtype)) {
            return ExchangePlan.refused(name(), "this PyTorch has no " + dtype,
                    "convert it with astype(...) to a type that PyTorch has");
        }
        if (array.storage().access() == Access.PROTECTED) {
            return ExchangePlan.needsCopy(name(), array.nbytes(),
                    "a write to this array's memory faults, and PyTorch has no read-only tensors");
        }
        ExchangePlan plan = capsules().plan(array);
        return plan.isZeroCopy() ? ExchangePlan.zeroCopy(name(), array.isWriteable() ? plan.writers()
                : "PyTorch can write, which this array's readers would see: it has no read-only tensors")
                : Plans.named(name(), plan);
    }

    @Override
    public PyObject accept(NdArray array) {
        plan(array).requireZeroCopy();
        return Library.TORCH.fromDlpack(python, capsules().accept(array));
    }

    /** The newest kind that this release takes; a versioned one can say that the array is read-only. */
    private Target<DlpackCapsule> capsules() {
        return Library.TORCH.atLeast(python, 2, 9) ? Dlpack.capsule() : Dlpack.legacyCapsule();
    }
}
