package io.arrayport.core.ndarray;

import java.nio.ByteOrder;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.AxisException;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ufunc.UFunc;
import org.jspecify.annotations.Nullable;

/**
 * What the options of a running result say together.
 *
 * @param operation named in errors
 * @param axis null where no option names it
 */
record Accumulation(String operation, @Nullable Axis axis, @Nullable DType dtype, @Nullable NdArray out) {

    static Accumulation of(String operation, AccumulateOption... options) {
        Option.requireDistinct(operation, options);
        Axis axis = null;
        DType dtype = null;
        NdArray out = null;
        for (AccumulateOption option : options) {
            switch (option) {
                case Axis given -> axis = given;
                case DtypeOption(DType type) -> dtype = type;
                case Out(NdArray array) -> out = array;
            }
        }
        return new Accumulation(operation, axis, dtype, out);
    }

    /** Along one axis, by default the first. */
    NdArray accumulate(UFunc row, NdArray array) {
        return result(row.accumulate(operation, array.operand(), oneAxis(), dtype, target()));
    }

    NdArray reduceat(UFunc row, NdArray array, NdArray indices) {
        return result(row.reduceat(array.operand(), indices.operand(), oneAxis(), dtype, target()));
    }

    /** Along one axis, or along all elements in C order where none is named. A number counts as one of one element. */
    NdArray cumulate(UFunc row, NdArray array) {
        DType computed = dtype == null ? null : dtype.withOrder(ByteOrder.nativeOrder());
        Accumulation running = new Accumulation(operation, axis, computed, out);
        if (axis != null && axis.axes() != null && array.ndim() > 0) {
            return running.accumulate(row, array);
        }
        NdArray flat = array.reshape(-1);
        try {
            return running.accumulate(row, flat);
        } finally {
            if (flat.storage() != array.storage()) {
                flat.close();
            }
        }
    }

    private int oneAxis() {
        if (axis == null || axis.axes() == null) {
            return 0;
        }
        if (axis.axes().size() != 1) {
            throw new AxisException(operation + ": " + axis.axes().size() + " axes are named; it goes along one");
        }
        return axis.axes().getFirst();
    }

    private @Nullable Operand target() {
        return out == null ? null : out.operand();
    }

    private NdArray result(Operand made) {
        return out == null ? Arithmetic.wrap(made) : out;
    }
}
