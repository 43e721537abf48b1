package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

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

    // By hand: what a record does by itself costs the start of a process as much as a hundred classes.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof FloatType that && format == that.format && order == that.order;
    }

    @Override
    public int hashCode() {
        return 31 * format.hashCode() + order.hashCode();
    }

    @Override
    public String toString() {
        return isNative() ? name() : (order == ByteOrder.BIG_ENDIAN ? ">" : "<") + name();
    }
}
