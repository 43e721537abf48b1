package io.arrayport.core.creation;

import java.util.function.Supplier;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.Ufuncs;

/** What new arrays are computed with. */
final class Work {
    static final BinaryUfunc ADD = new BinaryUfunc(Ufuncs.ADD);
    static final BinaryUfunc SUBTRACT = new BinaryUfunc(Ufuncs.SUBTRACT);
    static final BinaryUfunc MULTIPLY = new BinaryUfunc(Ufuncs.MULTIPLY);
    static final BinaryUfunc DIVIDE = new BinaryUfunc(Ufuncs.DIVIDE);
    static final BinaryUfunc POWER = new BinaryUfunc(Ufuncs.POWER);
    static final BinaryUfunc EQUAL = new BinaryUfunc(Ufuncs.EQUAL);
    static final BinaryUfunc LESS_EQUAL = new BinaryUfunc(Ufuncs.LESS_EQUAL);
    static final BinaryUfunc GREATER_EQUAL = new BinaryUfunc(Ufuncs.GREATER_EQUAL);
    static final UnaryUfunc FLOOR = new UnaryUfunc(Ufuncs.FLOOR);
    static final UnaryUfunc SIGN = new UnaryUfunc(Ufuncs.SIGN);
    static final UnaryUfunc LOG10 = new UnaryUfunc(Ufuncs.LOG10);
    static final UnaryUfunc ISFINITE = new UnaryUfunc(Ufuncs.ISFINITE);
    static final CopyOption IF_NEEDED = new CopyOption(false);

    private Work() {}

    /** Runs steps and closes what they make on their way, also if they fail. */
    static NdArray kept(Supplier<NdArray> steps) {
        try (Scope scope = Scope.open()) {
            return scope.keep(steps.get());
        }
    }

    /** A new row-major array. */
    static NdArray empty(Device device, Shape shape, DType dtype) {
        return new Blank(dtype, Order.C).empty(device, shape);
    }

    /** An array as it is, a number as an array without axes, of the type that NumPy gives a number of Python's. */
    static NdArray array(Device device, Object value) {
        return value instanceof NdArray array ? array
                : new Blank(Blank.typeOf((Number) value), Order.C).full(device, Shape.of(), (Number) value);
    }

    /** Whether any element is 0. */
    static boolean hasZero(NdArray array) {
        return array.ndim() == 0 ? !array.getBoolean() : EQUAL.call(array, 0).any().getBoolean();
    }
}
