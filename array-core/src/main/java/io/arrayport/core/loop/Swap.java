package io.arrayport.core.loop;

import java.nio.ByteOrder;

import io.arrayport.core.element.Element;
import io.arrayport.core.kernel.UnaryKernel;

/**
 * Copies elements as they are, but for the order of their bytes.
 *
 * @param itemsize bytes of an element
 * @param unit bytes of what is reversed: an element, or half a complex one
 */
record Swap(int itemsize, int unit) implements UnaryKernel {
    private static final ByteOrder NATIVE = ByteOrder.nativeOrder();
    private static final ByteOrder FOREIGN = NATIVE == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN
            : ByteOrder.LITTLE_ENDIAN;

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        for (int part = 0; part < itemsize; part += unit) {
            for (long i = 0; i < n; i++) {
                Element.put(unit, NATIVE, out + part + i * outStride,
                        Element.bits(unit, FOREIGN, in + part + i * inStride));
            }
        }
    }
}
