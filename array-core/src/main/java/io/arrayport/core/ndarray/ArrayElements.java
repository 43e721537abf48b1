package io.arrayport.core.ndarray;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;

/**
 * The elements of an array in memory that the CPU reads; valid while its storage is leased.
 *
 * @param base address of the storage
 */
record ArrayElements(DType dtype, Layout layout, long base) implements Elements {
    @Override
    public long[] shape() {
        return layout.shape().toArray();
    }

    @Override
    public boolean truth(long[] index) {
        return Element.toLong(dtype, at(index)) != 0;
    }

    @Override
    public long integer(long[] index) {
        return Element.toLong(dtype, at(index));
    }

    @Override
    public double real(long[] index) {
        return Element.toComplex(dtype, at(index)).real();
    }

    @Override
    public double imag(long[] index) {
        return Element.toComplex(dtype, at(index)).imag();
    }

    private long at(long[] index) {
        return base + layout.offsetOf(index);
    }
}
