package io.arrayport.core.kernel;

/** What a kernel computes in: a machine type without byte order, name or meaning. */
public enum Lane {
    /** 32-bit two's complement. */
    I32(4),
    /** 64-bit two's complement. */
    I64(8),
    /** IEEE 754 binary32. */
    F32(4),
    /** IEEE 754 binary64. */
    F64(8);

    private final int bytes;

    Lane(int bytes) {
        this.bytes = bytes;
    }

    /** Returns the bytes of one element. */
    public int bytes() {
        return bytes;
    }

    /** Returns whether elements are floating-point numbers. */
    public boolean isFloat() {
        return this == F32 || this == F64;
    }
}
