package io.arrayport.dlpack.python;

import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;

/** {@code numpy.from_dlpack}. */
record NumpyTarget(Python python) implements Target<PyObject> {
    @Override
    public String name() {
        return "numpy.ndarray";
    }

    @Override
    public ExchangePlan plan(NdArray array) {
        return Library.NUMPY.plan(python, name(), array);
    }

    @Override
    public PyObject accept(NdArray array) {
        plan(array).requireZeroCopy();
        return Library.NUMPY.fromDlpack(python, Library.NUMPY.capsules(python).accept(array));
    }
}
