package io.arrayport.arrow.column;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.bitorder;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.BitOrder;
import io.arrayport.core.ndarray.NdArray;

/** Arrow's bitmaps: 8 rows in a byte, the least significant bit first. */
final class Bitmap {
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Bitmap() {}

    /** Bytes that {@code bits} bits take. */
    static long bytes(long bits) {
        return Math.ceilDiv(bits, Byte.SIZE);
    }

    /** Bit {@code index} of the bitmap at {@code address}: 0 or 1. */
    static long bit(long address, long index) {
        return Memory.RAW.get(JAVA_BYTE, address + index / Byte.SIZE) >> (index % Byte.SIZE) & 1;
    }

    /** How many of the bits {@code [first, first + rows)} are zero. */
    static long zeros(MemorySegment bits, long first, long rows) {
        long end = first + rows;
        long at = first;
        long ones = 0;
        for (; at < end && at % Byte.SIZE != 0; at++) {
            ones += bits.get(JAVA_BYTE, at / Byte.SIZE) >> (at % Byte.SIZE) & 1;
        }
        for (; end - at >= Long.SIZE; at += Long.SIZE) {
            ones += Long.bitCount(bits.get(WORD, at / Byte.SIZE));
        }
        for (; at < end; at++) {
            ones += bits.get(JAVA_BYTE, at / Byte.SIZE) >> (at % Byte.SIZE) & 1;
        }
        return rows - ones;
    }

    /** As {@link #zeros(MemorySegment, long, long)}; what lies on a device is copied here first. */
    static long zeros(ArrowBuffer bitmap, long first, long rows) {
        if (bitmap.isHere()) {
            return bitmap.held(() -> zeros(Memory.segment(bitmap.address(), bitmap.length()), first, rows));
        }
        long from = first / Byte.SIZE;
        try (NdArray bytes = here(bitmap, from, bytes(first + rows) - from)) {
            return zeros(ArrowBuffer.of(bytes), first % Byte.SIZE, rows);
        }
    }

    /** A copy in main memory of bytes on a device, which reports itself. */
    private static NdArray here(ArrowBuffer bitmap, long from, long bytes) {
        return bitmap.array(DType.UINT8, Shape.of(bytes), from).toDevice(Device.CPU);
    }

    /** A fresh array of bools with the bits {@code [first, first + rows)}, where these are. */
    static NdArray unpacked(ArrowBuffer bitmap, long first, long rows) {
        if (rows == 0) {
            return np.zeros(Shape.of(0), DType.BOOL);
        }
        long from = first / Byte.SIZE;
        long count = bytes(first + rows) - from;
        if (!bitmap.isHere()) {
            try (NdArray bytes = here(bitmap, from, count);
                    NdArray bools = unpacked(ArrowBuffer.of(bytes), first % Byte.SIZE, rows)) {
                return bools.toDevice(bitmap.storage().device());
            }
        }
        NdArray bytes = bitmap.array(DType.UINT8, Shape.of(count), from);
        NdArray bits = np.unpackbits(bytes, bitorder(BitOrder.LITTLE));
        return NdArray.of(bits.storage(), DType.BOOL, Layout.contiguous(Shape.of(rows), 1).shifted(first % Byte.SIZE));
    }

    /** A fresh bitmap whose bit 0 is bit {@code first}: what a form without bit offsets needs. */
    static ArrowBuffer aligned(ArrowBuffer bitmap, long first, long rows) {
        if (!bitmap.isHere()) {
            long from = first / Byte.SIZE;
            try (NdArray bytes = here(bitmap, from, bytes(first + rows) - from);
                    NdArray aligned = aligned(ArrowBuffer.of(bytes), first % Byte.SIZE, rows).bytes()) {
                return ArrowBuffer.of(aligned.toDevice(bitmap.storage().device()));
            }
        }
        try (NdArray bools = unpacked(bitmap, first, rows)) {
            return ArrowBuffer.of(np.packbits(bools, bitorder(BitOrder.LITTLE)));
        }
    }
}
