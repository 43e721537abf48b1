package io.arrayport.core.dtype;

import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Objects;

/**
 * A floating-point number of at most eight bits, in a byte of its own: the float8, float6 and float4 family, named as
 * ml_dtypes names it. Nothing computes in it: it is carried, and converted to and from the other types.
 *
 * @param format how the bits are split
 */
public record NarrowFloatType(NarrowFormat format) implements FlexibleType {
    public NarrowFloatType {
        Objects.requireNonNull(format, "format");
    }

    @Override
    public String name() {
        return format.name().toLowerCase(Locale.ROOT);
    }

    /** V, as NumPy has it: to its rules these are bytes without a meaning. */
    @Override
    public char kind() {
        return 'V';
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

    /** The name: there is no such array-protocol string. */
    @Override
    public String str() {
        return name();
    }

    @Override
    public String toString() {
        return name();
    }
}
