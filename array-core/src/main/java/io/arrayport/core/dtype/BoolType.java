package io.arrayport.core.dtype;

import java.nio.ByteOrder;

import org.jspecify.annotations.Nullable;

/** One byte per truth value: 0 is false, 1 is true. Arrow's packed bits are another type and need a copy. */
public record BoolType() implements DType {
    @Override
    public String name() {
        return "bool";
    }

    @Override
    public char kind() {
        return 'b';
    }

    @Override
    public int itemsize() {
        return 1;
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
        return "|b1";
    }

    // By hand: what a record does by itself costs the start of a process as much as a hundred classes.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof BoolType;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return name();
    }
}
