package io.arrayport.core.ufunc;

import java.util.List;
import java.util.stream.Collectors;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Op;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.ReduceLoop;
import io.arrayport.core.memory.Storage;

/**
 * Sums and what follows from them, over float32, float64, int32 and int64. Floats are added in NumPy's order and have
 * its bits. Results are fresh, owned by the caller and adopted by the ambient scope.
 */
public final class Reductions {
    private static final List<DType> TYPES = List.of(DType.FLOAT32, DType.FLOAT64, DType.INT32, DType.INT64);

    /** Counts up to here are float32 numbers, so that a quotient by one need not be taken in float64. */
    private static final long EXACT_FLOAT32 = 1L << 24;

    private Reductions() {}

    /**
     * Adds along {@code axes}: NumPy's {@code sum}, which is {@code add.reduce}. Integers are added as int64 and
     * wrap; nothing adds up to 0.
     *
     * @param keywords as of {@link UFunc#reduce}
     * @return float32, float64 or int64
     * @throws DTypeException if the type is none of the four
     * @throws io.arrayport.core.error.AxisException if an axis is out of bounds or named twice
     * @throws io.arrayport.core.error.ClosedException if the operand is closed
     */
    public static Operand sum(Operand in, ReduceAxes axes, Reducing keywords) {
        checkType("sum", in.dtype());
        boolean[] reduced = axes.of("sum", in.layout().ndim());
        return finished(added("sum", in, in.dtype().equals(DType.INT32) ? DType.INT64 : in.dtype(), reduced), reduced,
                keywords.keepdims());
    }

    /**
     * Averages along {@code axes}: the sum, divided by the count. Integers are added as float64; the mean of nothing
     * is nan (NumPy warns, we do not).
     *
     * @param keywords as of {@link UFunc#reduce}
     * @return float32 or float64
     * @throws DTypeException if the type is none of the four
     * @throws io.arrayport.core.error.AxisException if an axis is out of bounds or named twice
     * @throws io.arrayport.core.error.ClosedException if the operand is closed
     */
    public static Operand mean(Operand in, ReduceAxes axes, Reducing keywords) {
        checkType("mean", in.dtype());
        boolean[] reduced = axes.of("mean", in.layout().ndim());
        long count = 1;
        for (int axis = 0; axis < reduced.length; axis++) {
            count *= reduced[axis] ? in.layout().dim(axis) : 1;
        }
        Operand sum = added("mean", in, in.dtype().kind() == 'f' ? in.dtype() : DType.FLOAT64, reduced);
        divide(sum, count);
        return finished(sum, reduced, keywords.keepdims());
    }

    /** Returns the sums in {@code type}, reduced axes kept. */
    private static Operand added(String operation, Operand in, DType type, boolean[] reduced) {
        Backend backend = Backend.of(operation, List.of(in));
        Layout layout = ReduceLoop.fresh(in.layout(), reduced, type.itemsize());
        in.storage().acquire();
        try {
            Operand out = Operand.of(type, layout, backend.allocate(in.device(), layout.size() * type.itemsize()));
            backend.fill(out, 0L);
            backend.reduce(Op.ADD, in, out.with(stretched(layout, in.shape(), reduced)));
            return out;
        } finally {
            in.storage().release();
        }
    }

    private static Layout stretched(Layout out, Shape shape, boolean[] reduced) {
        long[] strides = out.strides();
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = reduced[axis] ? 0 : strides[axis];
        }
        return Layout.of(shape, strides, 0);
    }

    private static void divide(Operand sum, long count) {
        Backend backend = Backend.of("mean", List.of(sum));
        if (sum.dtype().equals(DType.FLOAT32) && count > EXACT_FLOAT32) {
            // As NumPy: a float32 sum and a count meet in float64
            try (Storage wide = backend.allocate(sum.device(), sum.layout().size() * Double.BYTES)) {
                Operand quotient = Operand.of(DType.FLOAT64, Layout.contiguous(sum.shape(), Double.BYTES), wide);
                backend.copy(sum, quotient);
                divide(quotient, count);
                backend.copy(quotient, sum);
            }
            return;
        }
        Operand divisor = Scalars.of(backend, sum.device(), sum.dtype(), count);
        try (Storage owned = divisor.storage()) {
            backend.binary(Op.DIVIDE, sum, divisor.with(divisor.layout().broadcastTo(sum.shape())), sum);
        }
    }

    private static Operand finished(Operand out, boolean[] reduced, boolean keepdims) {
        Layout layout = out.layout();
        for (int axis = reduced.length - 1; axis >= 0 && !keepdims; axis--) {
            layout = reduced[axis] ? layout.index(axis, 0) : layout;
        }
        return out.with(layout);
    }

    private static void checkType(String operation, DType type) {
        if (TYPES.contains(type)) {
            return;
        }
        if (!type.isNative()) {
            throw new DTypeException(operation + ": the operand is " + type.name()
                    + " in foreign byte order; bring it to native order with copyNative() or astype(...)");
        }
        throw new DTypeException(operation + ": no loop for (" + type.name() + "); it must be one of "
                + TYPES.stream().map(DType::name).collect(Collectors.joining(", "))
                + ": convert with astype(...)");
    }
}
