package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.Objects;

/**
 * A real floating-point number.
 *
 * @param format how the bits are split
 * @param order of the bytes
 */
public record FloatType(FloatFormat format, ByteOrder order) implements DType {
    public FloatType {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(order, "order");
    }

    @Override
    public String name() {
        return format.dtypeName();
    }

    @Override
    public char kind() {
        return 'f';
    }

    @Override
    public int itemsize() {
        return format.bits() >> 3;
    }

    @Override
    public int alignment() {
        return itemsize();
    }

    @Override
    public DType withOrder(ByteOrder newOrder) {
        return newOrder == order ? this : new FloatType(format, newOrder);
    }

    @Override
    public boolean isNative() {
        return order == ByteOrder.nativeOrder();
    }

    @Override
    public String str() {
        return format == FloatFormat.BFLOAT16 ? toString() : DTypeText.protocol(this);
    }

    @Override
    public String toString() {
        return isNative() ? name() : (order == ByteOrder.BIG_ENDIAN ? ">" : "<") + name();
    }
}
