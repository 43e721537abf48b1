package io.arrayport.dlpack.python;

import io.arrayport.core.exchange.Source;
import io.arrayport.core.ndarray.NdArray;

/** An object of Python as a place where an array comes from. */
record ObjectSource(PyObject object) implements Source {
    @Override
    public String name() {
        return "Python object";
    }

    @Override
    public NdArray open() {
        return object.toArray();
    }
}
