package io.arrayport.core.manipulation;

import java.util.Arrays;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.RangeLoop;
import io.arrayport.core.ndarray.BinaryUfunc;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.Temporaries;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.ufunc.Ufuncs;

/** Borders that go evenly from the element at the edge to a number at the end. */
final class Ramps {
    private static final BinaryUfunc ADD = new BinaryUfunc(Ufuncs.ADD);
    private static final BinaryUfunc SUBTRACT = new BinaryUfunc(Ufuncs.SUBTRACT);
    private static final BinaryUfunc MULTIPLY = new BinaryUfunc(Ufuncs.MULTIPLY);
    private static final BinaryUfunc DIVIDE = new BinaryUfunc(Ufuncs.DIVIDE);
    private static final UnaryUfunc FLOOR = new UnaryUfunc(Ufuncs.FLOOR);

    private Ramps() {}

    static void fill(Edge edge, Object ends) {
        int axis = edge.axis();
        if (ends instanceof NdArray given) {
            NdArray pair = Widths.values("endValues", edge.region().ndim(), given).get(axis);
            ramp(edge.front(), pair.get(0), edge.first(), axis);
            ramp(backwards(edge.back(), axis), pair.get(1), edge.last(), axis);
        } else {
            DType type = edge.region().dtype().kind() == 'c' ? DType.COMPLEX128 : DType.FLOAT64;
            try (NdArray end = Temporaries.empty(edge.region(), type, Shape.of())) {
                end.fill((Number) ends);
                ramp(edge.front(), end, edge.first(), axis);
                ramp(backwards(edge.back(), axis), end, edge.last(), axis);
            }
        }
    }

    private static NdArray backwards(NdArray array, int axis) {
        return Along.slice(array, axis, null, null, -1L);
    }

    /** From {@code end}, which is part of it, to {@code edge}, which is not. */
    private static void ramp(NdArray border, NdArray end, NdArray edge, int axis) {
        long steps = border.shape().dim(axis);
        if (steps == 0) {
            return;
        }
        DType type = border.dtype().kind() == 'c' || end.dtype().kind() == 'c' ? DType.COMPLEX128 : DType.FLOAT64;
        try (NdArray start = end.astype(type); NdArray stop = edge.astype(type);
                NdArray whole = SUBTRACT.call(stop, start); NdArray positions = positions(border, steps, axis);
                NdArray values = between(positions, whole, steps)) {
            ADD.call(values, start, new Out(values));
            if (border.dtype() instanceof IntegerType && type.kind() == 'f') {
                FLOOR.call(values, new Out(values));
            }
            border.set(values);
        }
    }

    /** As NumPy multiplies: steps that are 0, even one of them, are not taken as such. */
    private static NdArray between(NdArray positions, NdArray whole, long steps) {
        try (NdArray step = DIVIDE.call(whole, steps); NdArray moves = step.all()) {
            if (moves.getBoolean()) {
                return MULTIPLY.call(positions, step);
            }
        }
        try (NdArray parts = DIVIDE.call(positions, steps)) {
            return MULTIPLY.call(parts, whole);
        }
    }

    /** 0, 1, 2 … along the axis, float64. */
    private static NdArray positions(NdArray beside, long count, int axis) {
        long[] dims = new long[beside.ndim()];
        Arrays.fill(dims, 1);
        dims[axis] = count;
        return Temporaries.finished(Temporaries.empty(beside, DType.FLOAT64, Shape.of(dims)), positions -> {
            NdArray row = positions.asShape(-1);
            row.setDouble(0, 0);
            if (count > 1) {
                row.setDouble(1, 1);
            }
            if (count > 2) {
                row.storage().acquireOnHost();
                try {
                    RangeLoop.proceed(DType.FLOAT64, row.address(), count);
                } finally {
                    row.storage().release();
                }
            }
        });
    }
}
