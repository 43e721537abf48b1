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
        long ahead = Math.clamp(k, -rows, columns);
        Shape counted = Shape.of(lower ? below(rows, columns, ahead) : above(rows, columns, ahead));
        try (Scope scope = Scope.open()) {
            NdArray down = Work.empty(Device.CPU, counted, DType.INT64);
            NdArray right = Work.empty(Device.CPU, counted, DType.INT64);
            down.storage().acquireOnHost();
            right.storage().acquireOnHost();
            try {
                write(lower, rows, columns, ahead, down.address(), right.address());
            } finally {
                down.storage().release();
                right.storage().release();
            }
            return List.of(scope.keep(Blank.on(device, down)), scope.keep(Blank.on(device, right)));
        }
    }

    /** How many stand up to the diagonal. */
    private static long below(long rows, long columns, long k) {
        if (rows == 0 || columns == 0) {
            return 0;
        }
        long first = Math.max(0, -k);
        long whole = Math.clamp(columns - k - 1, first, rows); // rows from here on are not cut off
        long count = whole - first;
        long ends = first + k + 1 + whole + k; // of the first and the last row before, one more than where they end
        return (count % 2 == 0 ? count / 2 * ends : ends / 2 * count) + (rows - whole) * columns;
    }

    /** How many stand from the diagonal on. */
    private static long above(long rows, long columns, long k) {
        return rows * columns - (k == -rows ? 0 : below(rows, columns, k - 1));
    }

    private static void write(boolean lower, long rows, long columns, long k, long down, long right) {
        long at = 0;
        // Rows without a position are as many as you like
        long start = columns == 0 ? rows : lower ? Math.max(0, -k) : 0;
        long end = lower ? rows : Math.min(rows, columns - k);
        for (long row = start; row < end; row++) {
            long first = lower ? 0 : Math.clamp(row + k, 0, columns);
            long last = lower ? Math.clamp(row + k + 1, 0, columns) : columns;
            for (long column = first; column < last; column++) {
                Memory.RAW.set(ValueLayout.JAVA_LONG, down + at, row);
                Memory.RAW.set(ValueLayout.JAVA_LONG, right + at, column);
                at += Long.BYTES;
            }
        }
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
