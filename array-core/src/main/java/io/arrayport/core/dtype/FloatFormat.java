package io.arrayport.core.dtype;

/** How the bits of a floating-point number are split. */
public enum FloatFormat {
    /** IEEE 754 half. */
    BINARY16("float16", 16),
    /** 8 exponent bits and 7 fraction bits: the upper half of a binary32. */
    BFLOAT16("bfloat16", 16),
    /** IEEE 754 single. */
    BINARY32("float32", 32),
    /** IEEE 754 double. */
    BINARY64("float64", 64);

    private final String dtypeName;
    private final int bits;

    FloatFormat(String dtypeName, int bits) {
        this.dtypeName = dtypeName;
        this.bits = bits;
    }

    /** Name of the real dtype with this format. */
    public String dtypeName() {
        return dtypeName;
    }

    /** Width in bits. */
    public int bits() {
        return bits;
    }
}
