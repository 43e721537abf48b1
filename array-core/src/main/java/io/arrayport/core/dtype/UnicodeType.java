package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.Objects;

import io.arrayport.core.error.DTypeException;

/**
 * Strings of code points of 4 bytes each, {@code <U5}.
 *
 * @param length code points that one element has room for
 * @param order of the bytes of each
 */
public record UnicodeType(int length, ByteOrder order) implements TextType {
    private static final int MOST = Integer.MAX_VALUE / Integer.BYTES;

    /** @throws DTypeException if {@code length} is negative, or the bytes are more than an int counts */
    public UnicodeType {
        Objects.requireNonNull(order, "order");
        if (length < 0 || length > MOST) {
            throw new DTypeException("unicode dtype: the length must be from 0 to " + MOST + ", and is " + length);
        }
    }

    /** In native order. */
    public UnicodeType(int length) {
        this(length, ByteOrder.nativeOrder());
    }

    @Override
    public String name() {
        return length == 0 ? "str" : "str" + (long) Integer.SIZE * length;
    }

    @Override
    public char kind() {
        return 'U';
    }

    @Override
    public int itemsize() {
        return Integer.BYTES * length;
    }

    @Override
    public int alignment() {
        return Integer.BYTES;
    }

    @Override
    public int unit() {
        return Integer.BYTES;
    }

    @Override
    public UnicodeType withLength(int newLength) {
        return newLength == length ? this : new UnicodeType(newLength, order);
    }

    @Override
    public DType withOrder(ByteOrder newOrder) {
        return newOrder == order ? this : new UnicodeType(length, newOrder);
    }

    @Override
    public boolean isNative() {
        return order == ByteOrder.nativeOrder();
    }

    @Override
    public String str() {
        return (order == ByteOrder.LITTLE_ENDIAN ? "<U" : ">U") + length;
    }

    @Override
    public String toString() {
        return str();
    }
}
