package io.arrayport.core.numeric;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.BitLoop;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.BitOrder;
import io.arrayport.core.ndarray.BitsOption;
import io.arrayport.core.ndarray.BitsOption.Bitorder;
import io.arrayport.core.ndarray.FrombufferOption.Count;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.Axis;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.UnpackbitsOption;
import org.jspecify.annotations.Nullable;

/** Bools as the bits of bytes, and back. */
public final class Bits {
    private Bits() {}

    /** {@code np.packbits}. */
    public static NdArray pack(NdArray a, BitsOption... options) {
        Option.requireDistinct("packbits", options);
        Axis axis = null;
        BitOrder order = BitOrder.BIG;
        for (BitsOption option : options) {
            switch (option) {
                case Axis given -> axis = given;
                case Bitorder(BitOrder given) -> order = given;
            }
        }
        if (!Steps.isWhole(a.dtype())) {
            throw new DTypeException("packbits: a is " + a.dtype() + ", it must be of bools or integers");
        }
        try (Scope scope = Scope.open()) {
            int last = last("packbits", a, axis);
            NdArray rows = rows(a, axis, last);
            NdArray truth = a.dtype().equals(DType.BOOL) ? rows : Steps.NOT_EQUAL.call(rows, 0);
            long bits = truth.shape().dim(truth.ndim() - 1);
            long bytes = (bits + 7) / 8;
            try (Packed in = Packed.of(truth, DType.BOOL);
                    Packed out = Packed.fresh(a, DType.UINT8, resized(truth.shape(), bytes))) {
                BitLoop.pack(in.array().address(), out.array().address(), rows(truth.shape()), bits,
                        order == BitOrder.BIG);
                return scope.keep(turnedBack(a, out.array(), axis, last));
            }
        }
    }

    /** {@code np.unpackbits}. */
    public static NdArray unpack(NdArray a, UnpackbitsOption... options) {
        Option.requireDistinct("unpackbits", options);
        Axis axis = null;
        Long wanted = null;
        BitOrder order = BitOrder.BIG;
        for (UnpackbitsOption option : options) {
            switch (option) {
                case Axis given -> axis = given;
                case Count(long given) -> wanted = given;
                case Bitorder(BitOrder given) -> order = given;
            }
        }
        if (!a.dtype().equals(DType.UINT8)) {
            throw new DTypeException("unpackbits: a is " + a.dtype() + ", it must be uint8; convert it with"
                    + " astype(...)");
        }
        try (Scope scope = Scope.open()) {
            int last = last("unpackbits", a, axis);
            NdArray rows = rows(a, axis, last);
            long bytes = rows.shape().dim(rows.ndim() - 1);
            long bits = wanted == null ? 8 * bytes : wanted < 0 ? 8 * bytes + wanted : wanted;
            if (bits < 0) {
                throw new ShapeException("unpackbits: count " + wanted + " cuts more off than the " + 8 * bytes
                        + " bits that there are");
            }
            try (Packed in = Packed.of(rows, DType.UINT8);
                    Packed out = Packed.fresh(a, DType.UINT8, resized(rows.shape(), bits))) {
                BitLoop.unpack(in.array().address(), bytes, out.array().address(), rows(rows.shape()), bits,
                        order == BitOrder.BIG);
                return scope.keep(turnedBack(a, out.array(), axis, last));
            }
        }
    }

    /** The axis along which bits lie, of an array without axes that of its one element. */
    private static int last(String operation, NdArray a, @Nullable Axis axis) {
        return axis == null || axis.axes() == null ? 0 : Steps.axis(operation, axis, Math.max(a.ndim(), 1));
    }

    /** The elements with that axis as the last one. */
    private static NdArray rows(NdArray a, @Nullable Axis axis, int last) {
        if (axis == null || axis.axes() == null || a.ndim() == 0) {
            return a.reshape(-1);
        }
        return last == a.ndim() - 1 ? a : a.swapaxes(last, a.ndim() - 1);
    }

    /** The axes in their places, and in memory in the order of {@code a}. */
    private static NdArray turnedBack(NdArray a, NdArray rows, @Nullable Axis axis, int last) {
        if (axis == null || axis.axes() == null || a.ndim() == 0) {
            return rows;
        }
        boolean columns = !a.isCContiguous() && a.layout().isFContiguous(a.itemsize());
        return columns || last < a.ndim() - 1
                ? rows.swapaxes(last, a.ndim() - 1).copy(new OrderOption(columns ? Order.F : Order.C))
                : rows;
    }

    private static Shape resized(Shape rows, long length) {
        long[] dims = rows.toArray();
        dims[dims.length - 1] = length;
        return Shape.of(dims);
    }

    private static long rows(Shape shape) {
        long count = 1;
        for (int axis = 0; axis < shape.ndim() - 1; axis++) {
            count *= shape.dim(axis);
        }
        return count;
    }
}
