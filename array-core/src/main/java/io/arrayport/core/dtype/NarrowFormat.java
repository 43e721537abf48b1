package io.arrayport.core.dtype;

/** How the bits of a floating-point number of at most eight bits are split, and which of them are no finite number. */
public enum NarrowFormat {
    /** 3 exponent bits, 4 of the fraction; as IEEE 754 would have it. */
    FLOAT8_E3M4(8, 3, 4, 3, Specials.IEEE),
    /** 4 exponent bits, 3 of the fraction; as IEEE 754 would have it. */
    FLOAT8_E4M3(8, 4, 3, 7, Specials.IEEE),
    /** 4 exponent bits, bias 11; no infinities and no negative zero. */
    FLOAT8_E4M3B11FNUZ(8, 4, 3, 11, Specials.ONE_NAN),
    /** 4 exponent bits; no infinities, the largest number of each sign is NaN. */
    FLOAT8_E4M3FN(8, 4, 3, 7, Specials.TOP_NAN),
    /** 4 exponent bits, bias 8; no infinities and no negative zero. */
    FLOAT8_E4M3FNUZ(8, 4, 3, 8, Specials.ONE_NAN),
    /** 5 exponent bits, 2 of the fraction: the upper half of a float16. */
    FLOAT8_E5M2(8, 5, 2, 15, Specials.IEEE),
    /** 5 exponent bits, bias 16; no infinities and no negative zero. */
    FLOAT8_E5M2FNUZ(8, 5, 2, 16, Specials.ONE_NAN),
    /** A power of two: no sign, no fraction, no zero. */
    FLOAT8_E8M0FNU(8, 8, 0, 127, Specials.POWERS),
    /** 2 exponent bits, 3 of the fraction; every pattern is a finite number. */
    FLOAT6_E2M3FN(6, 2, 3, 1, Specials.NONE),
    /** 3 exponent bits, 2 of the fraction; every pattern is a finite number. */
    FLOAT6_E3M2FN(6, 3, 2, 3, Specials.NONE),
    /** 2 exponent bits, 1 of the fraction; every pattern is a finite number. */
    FLOAT4_E2M1FN(4, 2, 1, 1, Specials.NONE);

    /** Which patterns of a format are no finite number. */
    public enum Specials {
        /** The highest exponent is for infinities and NaNs. */
        IEEE,
        /** All ones is NaN, with either sign. */
        TOP_NAN,
        /** Negative zero is NaN. */
        ONE_NAN,
        /** All ones is NaN, and the rest are powers of two. */
        POWERS,
        /** None. */
        NONE
    }

    private final int bits;
    private final int exponent;
    private final int fraction;
    private final int bias;
    private final Specials specials;

    NarrowFormat(int bits, int exponent, int fraction, int bias, Specials specials) {
        this.bits = bits;
        this.exponent = exponent;
        this.fraction = fraction;
        this.bias = bias;
        this.specials = specials;
    }

    /** Width in bits; an element takes a byte, of which the others mean nothing. */
    public int bits() {
        return bits;
    }

    /** Bits of the exponent. */
    public int exponent() {
        return exponent;
    }

    /** Bits of the fraction. */
    public int fraction() {
        return fraction;
    }

    /** What is taken from the exponent. */
    public int bias() {
        return bias;
    }

    /** Which patterns are no finite number. */
    public Specials specials() {
        return specials;
    }
}
