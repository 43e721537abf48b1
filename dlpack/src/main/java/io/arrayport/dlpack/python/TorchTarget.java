package io.arrayport.dlpack.python;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.ExchangePlan.Outcome;
import io.arrayport.core.exchange.ExchangePlan.Writers;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.memory.Access;
import io.arrayport.core.ndarray.NdArray;

/** {@code torch.from_dlpack}. */
record TorchTarget(Python python) implements Target<PyObject> {
    @Override
    public String name() {
        return "torch.Tensor in Python";
    }

    @Override
    public ExchangePlan plan(NdArray array) {
        ExchangePlan plan = Library.TORCH.plan(python, name(), array);
        if (plan.outcome() == Outcome.REFUSED) {
            return plan; // a copy would not help
        }
        for (int axis = 0; axis < array.ndim() && array.size() > 0; axis++) {
            if (array.layout().stride(axis) < 0 && array.layout().dim(axis) > 1) {
                return ExchangePlan.needsCopy(name(), array.nbytes(),
                        "axis " + axis + " has a negative stride, and PyTorch has none");
            }
        }
        if (array.storage().access() == Access.PROTECTED) {
            return ExchangePlan.needsCopy(name(), array.nbytes(),
                    "a write to this array's memory faults, and PyTorch has no read-only tensors");
        }
        return plan.isZeroCopy() && !array.isWriteable() ? ExchangePlan.zeroCopy(name(),
                Writers.NEIGHBOUR.with("PyTorch has no read-only tensors, this array's readers would see it")) : plan;
    }

    @Override
    public PyObject accept(NdArray array) {
        plan(array).requireZeroCopy();
        if (array.size() == 0 && !Library.TORCH.isVersioned()) {
            return empty(array); // those releases never give back what has no bytes
        }
        return Library.TORCH.fromDlpack(python, Library.TORCH.capsules(python).accept(array));
    }

    private PyObject empty(NdArray array) {
        List<Long> shape = LongStream.of(array.shape().toArray()).boxed().toList();
        try (PyObject torch = python.module("torch"); PyObject dtype = torch.attr(array.dtype().name());
                PyObject empty = torch.attr("empty")) {
            return empty.call(List.of(shape), Map.of("dtype", dtype));
        }
    }
}
