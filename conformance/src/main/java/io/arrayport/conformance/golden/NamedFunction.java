package io.arrayport.conformance.golden;

import java.util.List;
import java.util.Map;

import io.arrayport.core.ndarray.ArrayFunction;
import io.arrayport.core.ndarray.AxisFunction;
import io.arrayport.core.ndarray.NdArray;

/** A function of the namespace as an argument of another. */
record NamedFunction(Caller caller, String name) implements ArrayFunction, AxisFunction {
    @Override
    public NdArray apply(NdArray array) {
        return result(List.of(array));
    }

    @Override
    public NdArray apply(NdArray array, int axis) {
        return result(List.of(array, (long) axis));
    }

    private NdArray result(List<?> arguments) {
        if (caller.call(name, arguments, Map.of()) instanceof NdArray array) {
            return array;
        }
        throw new Unsupported("function " + name + " that makes no array");
    }
}
