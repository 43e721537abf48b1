package io.arrayport.core.kernel;

/** What a kernel computes in: a machine type without byte order, name or meaning. */
public enum Lane {
    /** One byte; 0 is false and whatever else is true. Results are 0 or 1. */
    BOOL(1, Kind.BOOL),
    /** 8-bit two's complement. */
    I8(1, Kind.SIGNED),
    /** 16-bit two's complement. */
    I16(2, Kind.SIGNED),
    /** 32-bit two's complement. */
    I32(4, Kind.SIGNED),
    /** 64-bit two's complement. */
    I64(8, Kind.SIGNED),
    /** 8 bits, unsigned. */
    U8(1, Kind.UNSIGNED),
    /** 16 bits, unsigned. */
    U16(2, Kind.UNSIGNED),
    /** 32 bits, unsigned. */
    U32(4, Kind.UNSIGNED),
    /** 64 bits, unsigned. */
    U64(8, Kind.UNSIGNED),
    /** IEEE 754 binary16; computed as binary32, which each result is rounded from. */
    F16(2, Kind.FLOAT),
    /** The upper half of a binary32; computed as that, which each result is rounded from. */
    BF16(2, Kind.FLOAT),
    /** IEEE 754 binary32. */
    F32(4, Kind.FLOAT),
    /** IEEE 754 binary64. */
    F64(8, Kind.FLOAT),
    /** Two of {@link #F32}, the real part first. */
    C64(8, Kind.COMPLEX),
    /** Two of {@link #F64}, the real part first. */
    C128(16, Kind.COMPLEX),
    /** 64-bit two's complement, of which the least number is NaT: no time. */
    TIME(8, Kind.TIME);

    private enum Kind {
        BOOL,
        SIGNED,
        UNSIGNED,
        FLOAT,
        COMPLEX,
        TIME
    }

    private final int bytes;
    private final Kind kind;

    Lane(int bytes, Kind kind) {
        this.bytes = bytes;
        this.kind = kind;
    }

    /** Returns the bytes of one element. */
    public int bytes() {
        return bytes;
    }

    /** Returns whether elements are whole numbers; bools are not. */
    public boolean isInteger() {
        return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
    }

    /** Returns whether elements are unsigned integers. */
    public boolean isUnsigned() {
        return kind == Kind.UNSIGNED;
    }

    /** Returns whether elements are real floating-point numbers. */
    public boolean isFloat() {
        return kind == Kind.FLOAT;
    }

    /** Returns whether elements are pairs of floating-point numbers. */
    public boolean isComplex() {
        return kind == Kind.COMPLEX;
    }

    /** Returns whether elements are counts of time, one of which is no time. */
    public boolean isTime() {
        return kind == Kind.TIME;
    }

    /** Returns the lane of a complex number's parts; any other lane itself. */
    public Lane part() {
        return switch (this) {
            case C64 -> F32;
            case C128 -> F64;
            default -> this;
        };
    }
}
