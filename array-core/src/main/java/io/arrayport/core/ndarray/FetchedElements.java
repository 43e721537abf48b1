package io.arrayport.core.ndarray;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.layout.Fields;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.print.Elements;
import io.arrayport.core.print.StoredElements;

/**
 * The elements of an array on a device, each copied when it is asked for: of a large one only the corners are.
 *
 * @param there what they lie in; the caller holds a lease on it for as long as it prints
 * @param here room for an element in main memory
 */
record FetchedElements(DType dtype, Layout layout, Storage there, Storage here) implements Elements {
    private static final long[] ONLY = {};

    @Override
    public Shape shape() {
        return layout.shape();
    }

    @Override
    public boolean truth(long[] index) {
        return fetched(index).truth(ONLY);
    }

    @Override
    public long integer(long[] index) {
        return fetched(index).integer(ONLY);
    }

    @Override
    public double real(long[] index) {
        return fetched(index).real(ONLY);
    }

    @Override
    public double imag(long[] index) {
        return fetched(index).imag(ONLY);
    }

    @Override
    public Object item(long[] index) {
        return fetched(index).item(ONLY);
    }

    @Override
    public Elements field(StructType.Field field) {
        return new FetchedElements(field.type(),
                Fields.of(layout, field.offset(), field.shape(), field.type().itemsize()), there, here);
    }

    private StoredElements fetched(long[] index) {
        Backend.of("print", there.device()).download(there, layout.offsetOf(index), here.address(), dtype.itemsize());
        return new StoredElements(dtype, Layout.contiguous(Shape.of(), dtype.itemsize()), here.address());
    }
}
