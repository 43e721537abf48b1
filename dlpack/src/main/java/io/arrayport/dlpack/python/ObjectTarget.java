package io.arrayport.dlpack.python;

import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;

/** Objects of ours, for any library's {@code from_dlpack}. */
record ObjectTarget(Python python) implements Target<PyObject> {
    @Override
    public String name() {
        return "arrayport.Array in Python";
    }

    @Override
    public ExchangePlan plan(NdArray array) {
        ExchangePlan plan = Dlpack.capsule().plan(array);
        return new ExchangePlan(plan.outcome(), name(), plan.bytes(), plan.writers(), plan.reason(), plan.remedy());
    }

    @Override
    public PyObject accept(NdArray array) {
        plan(array).requireZeroCopy();
        return python.of(array);
    }
}
