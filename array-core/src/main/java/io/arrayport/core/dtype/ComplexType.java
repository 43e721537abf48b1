package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.Objects;

import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/**
 * A complex number: real part, then imaginary part, each in {@code format} and {@code order}.
 *
 * @param format of each part: binary32 or binary64
 * @param order of the bytes of each part
 */
public record ComplexType(FloatFormat format, ByteOrder order) implements DType {
    /** @throws DTypeException if {@code format} is neither binary32 nor binary64 */
    public ComplexType {
        Objects.requireNonNull(order, "order");
        if (format != FloatFormat.BINARY32 && format != FloatFormat.BINARY64) {
            throw new DTypeException("complex dtype: parts must be float32 or float64, not " + format.dtypeName());
        }
    }

    @Override
    public String name() {
        return "complex" + 2 * format.bits();
    }

    @Override
    public char kind() {
        return 'c';
    }

    @Override
    public int itemsize() {
        return format.bits() >> 2;
    }

    @Override
    public int alignment() {
        return itemsize() / 2;
    }

    @Override
    public DType withOrder(ByteOrder newOrder) {
        return newOrder == order ? this : new ComplexType(format, newOrder);
    }

    @Override
    public boolean isNative() {
        return order == ByteOrder.nativeOrder();
    }

    @Override
    public String str() {
        return DTypeText.protocol(this);
    }

    // By hand: what a record does by itself costs the start of a process as much as a hundred classes.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof ComplexType that && format == that.format && order == that.order;
    }

    @Override
    public int hashCode() {
        return 31 * format.hashCode() + order.hashCode() + 1;
    }

    @Override
    public String toString() {
        return isNative() ? name() : str();
    }
}
