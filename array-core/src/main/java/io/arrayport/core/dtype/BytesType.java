package io.arrayport.core.dtype;

import java.nio.ByteOrder;

import io.arrayport.core.error.DTypeException;

/**
 * Strings of bytes, {@code S5}: what they mean beyond ASCII is open.
 *
 * @param length bytes of one element
 */
public record BytesType(int length) implements TextType {
    /** @throws DTypeException if {@code length} is negative */
    public BytesType {
        if (length < 0) {
            throw new DTypeException("bytes dtype: the length must not be negative, and is " + length);
        }
    }

    @Override
    public String name() {
        return length == 0 ? "bytes" : "bytes" + (long) Byte.SIZE * length;
    }

    @Override
    public char kind() {
        return 'S';
    }

    @Override
    public int itemsize() {
        return length;
    }

    @Override
    public int alignment() {
        return 1;
    }

    @Override
    public int unit() {
        return 1;
    }

    @Override
    public BytesType withLength(int newLength) {
        return newLength == length ? this : new BytesType(newLength);
    }

    @Override
    public ByteOrder order() {
        return ByteOrder.nativeOrder();
    }

    @Override
    public DType withOrder(ByteOrder order) {
        return this;
    }

    @Override
    public boolean isNative() {
        return true;
    }

    @Override
    public String str() {
        return "|S" + length;
    }

    @Override
    public String toString() {
        return str();
    }
}
