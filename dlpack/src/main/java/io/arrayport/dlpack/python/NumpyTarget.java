package io.arrayport.dlpack.python;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Target;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.dlpack.Dlpack;
import io.arrayport.dlpack.DlpackCapsule;
import org.jspecify.annotations.Nullable;

/** {@code numpy.from_dlpack}. */
record NumpyTarget(Python python) implements Target<PyObject> {
    @Override
    public String name() {
        return "numpy.ndarray";
    }

    @Override
    public ExchangePlan plan(NdArray array) {
        String reason = missing(array.dtype());
        if (reason != null) {
            return ExchangePlan.refused(name(), reason, "convert it with astype(...) to a type that NumPy has");
        }
        return Plans.named(name(), capsules().plan(array));
    }

    private static @Nullable String missing(DType dtype) {
        boolean known = switch (dtype) {
            case FloatType type -> type.format() != FloatFormat.BFLOAT16;
            default -> "biuc".indexOf(dtype.kind()) >= 0;
        };
        return known ? null : "numpy.from_dlpack takes no " + dtype;
    }

    @Override
    public PyObject accept(NdArray array) {
        plan(array).requireZeroCopy();
        return Library.NUMPY.fromDlpack(python, capsules().accept(array));
    }

    /** The newest kind that this release takes; a versioned one can say that the array is read-only. */
    private Target<DlpackCapsule> capsules() {
        return Library.NUMPY.atLeast(python, 2, 1) ? Dlpack.capsule() : Dlpack.legacyCapsule();
    }
}
