package io.arrayport.arrow;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** Arrays of small numbers, and raw access to their memory. */
final class Numbers {
    private Numbers() {}

    /** A fresh array whose element {@code i} is {@code i % 100 + 1}. */
    static NdArray array(DType dtype, int rows) {
        NdArray array = NdArray.of(Storage.allocate((long) rows * dtype.itemsize()), dtype,
                Layout.contiguous(Shape.of(rows), dtype.itemsize()));
        for (int i = 0; i < rows; i++) {
            array.setLong(i % 100 + 1, i);
        }
        return array;
    }

    /** Every {@code step}-th element: a view. */
    static NdArray every(NdArray array, long step) {
        return NdArray.of(array.storage(), array.dtype(), array.layout().slice(0, null, null, step));
    }

    /** The elements {@code [from, to)}: a view. */
    static NdArray range(NdArray array, long from, long to) {
        return NdArray.of(array.storage(), array.dtype(), array.layout().slice(0, from, to, 1L));
    }

    static List<Double> values(NdArray array) {
        List<Double> values = new ArrayList<>();
        for (long i = 0; i < array.size(); i++) {
            values.add(array.getDouble(i));
        }
        return values;
    }

    /** The first {@code rows} of {@code i % 100 + 1}. */
    static List<Double> expected(int rows) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            values.add((double) (i % 100 + 1));
        }
        return values;
    }

    /** What a neighbour without manners does: it writes through the address. */
    static void put(long address, DType dtype, long row, int value) {
        MemorySegment at = Memory.segment(address + row * dtype.itemsize(), dtype.itemsize());
        switch (dtype.name()) {
            case "int8", "uint8" -> at.set(ValueLayout.JAVA_BYTE, 0, (byte) value);
            case "int16", "uint16" -> at.set(ValueLayout.JAVA_SHORT_UNALIGNED, 0, (short) value);
            case "int32", "uint32" -> at.set(ValueLayout.JAVA_INT_UNALIGNED, 0, value);
            case "int64", "uint64" -> at.set(ValueLayout.JAVA_LONG_UNALIGNED, 0, value);
            case "float16" -> at.set(ValueLayout.JAVA_SHORT_UNALIGNED, 0, Float.floatToFloat16(value));
            case "float32" -> at.set(ValueLayout.JAVA_FLOAT_UNALIGNED, 0, value);
            case "float64" -> at.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, 0, value);
            default -> throw new AssertionError(dtype);
        }
    }

    /** Mappings of {@code path} that this process holds, as the system counts them. */
    static long mappings(Path path) throws java.io.IOException {
        try (var lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.filter(line -> line.endsWith(path.toString())).count();
        }
    }
}
