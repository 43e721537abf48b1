package io.arrayport.dlpack.python;

import java.util.Optional;

import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.ndarray.NdArray;

/** An object of Python as a place where an array comes from. */
record ObjectSource(PyObject object) implements Source {
    @Override
    public String name() {
        return "Python object";
    }

    @Override
    public Optional<ExchangePlan> plan() {
        return Optional.of(ExchangePlan.byOpening(this));
    }

    @Override
    public NdArray open() {
        return object.toArray();
    }
}
