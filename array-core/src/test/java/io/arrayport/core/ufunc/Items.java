package io.arrayport.core.ufunc;

import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.element.Element;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Layouts;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;

/** Operands of any element type and byte order, made and read one element at a time. */
final class Items {
    private Items() {}

    /** A fresh operand with these elements in C order. */
    static Operand of(DType type, Shape shape, double... values) {
        Operand operand = Operand.of(type, Layout.contiguous(shape, type.itemsize()),
                Storage.allocateZeroed(Math.max(1, shape.size()) * type.itemsize()));
        for (int i = 0; i < values.length; i++) {
            Element.set(type, operand.storage().address() + (long) i * type.itemsize(), values[i]);
        }
        return operand;
    }

    /** The elements in C order: Boolean, Long, BigInteger (uint64), Double or Complex. */
    static List<Object> list(Operand operand) {
        return Layouts.offsets(operand.layout()).stream()
                .map(offset -> Element.item(operand.dtype(), operand.storage().address() + offset)).toList();
    }

    /** The real part of a number. */
    static double real(Object item) {
        return item instanceof Complex complex ? complex.real() : ((Number) item).doubleValue();
    }
}
