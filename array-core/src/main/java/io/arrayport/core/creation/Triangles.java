package io.arrayport.core.creation;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.EyeOption.K;
import io.arrayport.core.ndarray.MaskFunction;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Returned;
import io.arrayport.core.ndarray.TriangleOption;

/** Where the elements of triangles and diagonals stand: for each axis their positions along it, int64, in C order. */
public final class Triangles {
    private Triangles() {}

    /**
     * {@code np.tril_indices} and {@code np.triu_indices}.
     *
     * @param lower whether it is the triangle below
     */
    public static List<NdArray> of(Device device, String operation, boolean lower, long n, TriangleOption... options) {
        Option.requireDistinct(operation, options);
        long rows = Math.max(0, n);
        long columns = rows;
        long k = 0;
        for (TriangleOption option : options) {
            switch (option) {
                case K(long diagonal) -> k = diagonal;
                case TriangleOption.M(long count) -> columns = Math.max(0, count);
            }
        }
        return positions(device, lower, Shape.of(rows, columns), k);
    }

    /** {@code np.tril_indices_from} and {@code np.triu_indices_from}. */
    public static List<NdArray> from(String operation, boolean lower, NdArray array, long k) {
        if (array.ndim() != 2) {
            throw new ShapeException(operation + ": an array of shape " + array.shape() + " is no matrix; give one of"
                    + " two axes");
        }
        return positions(array.device(), lower, array.shape(), k);
    }

    private static List<NdArray> positions(Device device, boolean lower, Shape shape, long k) {
        long rows = shape.dim(0);
        long columns = shape.dim(1);
        // Beyond the corners nothing changes, and nothing overflows
        long ahead = Math.clamp(k, -rows - 1, columns + 1);
        long size = 0;
        for (long row = 0; row < rows; row++) {
            size += lower ? below(row, columns, ahead) : columns - above(row, columns, ahead);
        }
        Shape counted = Shape.of(size);
        try (Scope scope = Scope.open()) {
            NdArray down = Work.empty(device, counted, DType.INT64);
            NdArray right = Work.empty(device, counted, DType.INT64);
            down.storage().acquireOnHost();
            right.storage().acquireOnHost();
            try {
                write(lower, rows, columns, ahead, down.address(), right.address());
            } finally {
                down.storage().release();
                right.storage().release();
            }
            return List.of(scope.keep(down), scope.keep(right));
        }
    }

    private static void write(boolean lower, long rows, long columns, long k, long down, long right) {
        long at = 0;
        for (long row = 0; row < rows; row++) {
            long first = lower ? 0 : above(row, columns, k);
            long last = lower ? below(row, columns, k) : columns;
            for (long column = first; column < last; column++) {
                Memory.RAW.set(ValueLayout.JAVA_LONG, down + at, row);
                Memory.RAW.set(ValueLayout.JAVA_LONG, right + at, column);
                at += Long.BYTES;
            }
        }
    }

    /** Where a row ends that is cut off behind the diagonal. */
    private static long below(long row, long columns, long k) {
        return Math.clamp(row + k + 1, 0, columns);
    }

    /** Where a row begins that is cut off before the diagonal. */
    private static long above(long row, long columns, long k) {
        return Math.clamp(row + k, 0, columns);
    }

    /** {@code np.mask_indices}. */
    public static List<NdArray> mask(Device device, long n, MaskFunction function, long k) {
        try (NdArray ones = new Blank(DType.INT64, Order.C).full(device, Shape.of(n, n), 1);
                NdArray mask = Returned.of("maskIndices", function.mask(ones, k), ones)) {
            return mask.nonzero();
        }
    }

    /** {@code np.diag_indices}: one array, as often as there are axes. */
    public static List<NdArray> diagonal(Device device, long n, int ndim) {
        return ndim <= 0 ? List.of() : Collections.nCopies(ndim, Ranges.counted(device, Math.max(0, n), DType.INT64));
    }

    /** {@code np.diag_indices_from}. */
    public static List<NdArray> diagonal(NdArray array) {
        if (array.ndim() < 2 || Arrays.stream(array.shape().toArray()).distinct().count() > 1) {
            throw new ShapeException(
                    "diagIndicesFrom: an array of shape " + array.shape() + " has not at least two axes"
                            + " of one length");
        }
        return diagonal(array.device(), array.shape().dim(0), array.ndim());
    }
}
