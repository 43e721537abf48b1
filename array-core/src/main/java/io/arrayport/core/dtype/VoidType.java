package io.arrayport.core.dtype;

import java.nio.ByteOrder;

import io.arrayport.core.error.DTypeException;

/**
 * Bytes without a meaning, {@code V7}.
 *
 * @param itemsize bytes of one element
 */
public record VoidType(int itemsize) implements FlexibleType {
    /** @throws DTypeException if {@code itemsize} is negative */
    public VoidType {
        if (itemsize < 0) {
            throw new DTypeException("void dtype: the number of bytes must not be negative, and is " + itemsize);
        }
    }

    @Override
    public String name() {
        return itemsize == 0 ? "void" : "void" + (long) Byte.SIZE * itemsize;
    }

    @Override
    public char kind() {
        return 'V';
    }

    @Override
    public int alignment() {
        return 1;
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
        return "|V" + itemsize;
    }

    @Override
    public String toString() {
        return str();
    }
}
