package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.Objects;

import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/**
 * A fixed-width integer.
 *
 * @param bits 8, 16, 32 or 64
 * @param signed two's complement, or unsigned
 * @param order of the bytes; normalised to the native one where there is a single byte
 */
public record IntegerType(int bits, boolean signed, ByteOrder order) implements DType {
    /** @throws DTypeException if {@code bits} is not 8, 16, 32 or 64 */
    public IntegerType {
        if (bits != 8 && bits != 16 && bits != 32 && bits != 64) {
            throw new DTypeException("integer dtype: bits must be 8, 16, 32 or 64, not " + bits);
        }
        order = bits == 8 ? ByteOrder.nativeOrder() : Objects.requireNonNull(order, "order");
    }

    @Override
    public String name() {
        return (signed ? "int" : "uint") + bits;
    }

    @Override
    public char kind() {
        return signed ? 'i' : 'u';
    }

    @Override
    public int itemsize() {
        return bits >> 3;
    }

    @Override
    public int alignment() {
        return itemsize();
    }

    @Override
    public DType withOrder(ByteOrder newOrder) {
        return newOrder == order ? this : new IntegerType(bits, signed, newOrder);
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
        return this == other || other instanceof IntegerType that && bits == that.bits && signed == that.signed
                && order == that.order;
    }

    @Override
    public int hashCode() {
        return 31 * (signed ? bits : -bits) + order.hashCode();
    }

    @Override
    public String toString() {
        return isNative() ? name() : str();
    }
}
