package io.arrayport.core.numeric;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
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
    private static final ValueLayout.OfLong EIGHT = ValueLayout.JAVA_LONG_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST = 0x0101010101010101L;
    private static final long HIGHEST = LOWEST << 7;

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
                long count = rows(truth.shape());
                for (long row = 0; row < count; row++) {
                    pack(in.bytes().asSlice(row * bits, bits), out.bytes().asSlice(row * bytes, bytes), order);
                }
                return scope.keep(turnedBack(a, out.array(), axis, last));
            }
        }
    }

    private static void pack(MemorySegment bits, MemorySegment bytes, BitOrder order) {
        long whole = bits.byteSize() / 8;
        for (long i = 0; i < whole; i++) {
            bytes.set(JAVA_BYTE, i, packed(bits.get(EIGHT, 8 * i), order));
        }
        long rest = 0;
        for (long i = 8 * whole; i < bits.byteSize(); i++) {
            rest |= (long) bits.get(JAVA_BYTE, i) << 8 * (i - 8 * whole);
        }
        if (whole < bytes.byteSize()) {
            bytes.set(JAVA_BYTE, whole, packed(rest, order));
        }
    }

    /** A bool is true whatever is in its byte other than 0: those of other programs are not always 1. */
    private static byte packed(long eight, BitOrder order) {
        long highest = (eight & ~HIGHEST) + ~HIGHEST | eight;
        return (byte) Long.compress(order == BitOrder.BIG ? Long.reverseBytes(highest) : highest, HIGHEST);
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
                long count = rows(rows.shape());
                for (long row = 0; row < count; row++) {
                    unpack(in.bytes().asSlice(row * bytes, bytes), out.bytes().asSlice(row * bits, bits), order);
                }
                return scope.keep(turnedBack(a, out.array(), axis, last));
            }
        }
    }

    private static void unpack(MemorySegment bytes, MemorySegment bits, BitOrder order) {
        long whole = Math.min(bits.byteSize() / 8, bytes.byteSize());
        for (long i = 0; i < whole; i++) {
            bits.set(EIGHT, 8 * i, unpacked(bytes.get(JAVA_BYTE, i), order));
        }
        long eight = whole < bytes.byteSize() ? unpacked(bytes.get(JAVA_BYTE, whole), order) : 0;
        for (long i = 8 * whole; i < bits.byteSize(); i++) {
            long place = i - 8 * whole;
            bits.set(JAVA_BYTE, i, place < 8 ? (byte) (eight >>> 8 * place) : 0);
        }
    }

    private static long unpacked(byte bits, BitOrder order) {
        long eight = Long.expand(bits & 0xFF, LOWEST);
        return order == BitOrder.BIG ? Long.reverseBytes(eight) : eight;
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
