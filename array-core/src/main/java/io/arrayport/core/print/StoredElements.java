package io.arrayport.core.print;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.element.Element;
import io.arrayport.core.layout.Fields;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;

/** An array's elements for the printer; the caller holds a lease on the storage for as long as it prints. */
public record StoredElements(DType dtype, Layout layout, long base) implements Elements {
    @Override
    public Shape shape() {
        return layout.shape();
    }

    @Override
    public boolean truth(long[] index) {
        return integer(index) != 0;
    }

    @Override
    public long integer(long[] index) {
        return Element.toLong(dtype, at(index));
    }

    @Override
    public double real(long[] index) {
        return number(index).real();
    }

    @Override
    public double imag(long[] index) {
        return number(index).imag();
    }

    @Override
    public Object item(long[] index) {
        return Element.item(dtype, at(index));
    }

    @Override
    public Elements field(StructType.Field field) {
        Layout of = Fields.of(layout, field.offset(), field.shape(), field.type().itemsize());
        return new StoredElements(field.type(), of, base);
    }

    private Complex number(long[] index) {
        return Element.toComplex(dtype, at(index));
    }

    private long at(long[] index) {
        return base + layout.offsetOf(index);
    }
}
