package io.arrayport.core.ufunc;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;

/** Operands made and read one element at a time, sharing no code with the loops. */
final class Elements {
    private Elements() {}

    /** A fresh operand with these elements in C order. */
    static Operand of(DType type, Shape shape, double... values) {
        Storage storage = Storage.allocateZeroed(Math.max(1, shape.size()) * type.itemsize());
        Operand operand = Operand.of(type, Layout.contiguous(shape, type.itemsize()), storage);
        for (int i = 0; i < values.length; i++) {
            set(operand, storage.address() + (long) i * type.itemsize(), values[i]);
        }
        return operand;
    }

    /** A fresh 1-d operand with these elements. */
    static Operand vector(DType type, double... values) {
        return of(type, Shape.of(values.length), values);
    }

    /** The elements in C order. */
    static List<Double> list(Operand operand) {
        List<Double> all = new ArrayList<>();
        walk(operand, 0, operand.storage().address() + operand.layout().offset(), all);
        return all;
    }

    private static void walk(Operand operand, int axis, long at, List<Double> all) {
        if (axis == operand.layout().ndim()) {
            all.add(get(operand, at));
            return;
        }
        for (long i = 0; i < operand.layout().dim(axis); i++) {
            walk(operand, axis + 1, at + i * operand.layout().stride(axis), all);
        }
    }

    static double get(Operand operand, long at) {
        return switch (operand.dtype().name()) {
            case "float32" -> Memory.RAW.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at);
            case "float64" -> Memory.RAW.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at);
            case "int32" -> Memory.RAW.get(ValueLayout.JAVA_INT_UNALIGNED, at);
            default -> Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
        };
    }

    static void set(Operand operand, long at, double value) {
        switch (operand.dtype().name()) {
            case "float32" -> Memory.RAW.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at, (float) value);
            case "float64" -> Memory.RAW.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at, value);
            case "int32" -> Memory.RAW.set(ValueLayout.JAVA_INT_UNALIGNED, at, (int) value);
            default -> Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, at, (long) value);
        }
    }
}
