package io.arrayport.core.print;

import io.arrayport.core.dtype.FloatFormat;

/**
 * What printing must know of a floating-point format: how far apart its numbers are, and the decimal digits it holds.
 */
enum FloatPrecision {
    HALF(11, -24, 3) {
        @Override
        double round(double value) {
            return Float.float16ToFloat(Float.floatToFloat16((float) value));
        }
    },
    BRAIN(8, -133, 2) {
        @Override
        double round(double value) {
            int bits = Float.floatToRawIntBits((float) value);
            return Float.intBitsToFloat((bits + 0x7fff + (bits >>> 16 & 1)) & 0xffff0000);
        }
    },
    SINGLE(24, -149, 6) {
        @Override
        double round(double value) {
            return (float) value;
        }
    },
    DOUBLE(53, -1074, 15) {
        @Override
        double round(double value) {
            return value;
        }
    };

    /** Bits of the significand, the hidden one included. */
    final int significandBits;
    /** Exponent of two of the smallest subnormal number. */
    final int minExponent;
    /** Decimal digits that always survive a trip through the format: {@code numpy.finfo(...).precision}. */
    final int decimals;

    FloatPrecision(int significandBits, int minExponent, int decimals) {
        this.significandBits = significandBits;
        this.minExponent = minExponent;
        this.decimals = decimals;
    }

    /** Nearest number of the format; {@code value} is finite and not negative. */
    abstract double round(double value);

    static FloatPrecision of(FloatFormat format) {
        return switch (format) {
            case BINARY16 -> HALF;
            case BFLOAT16 -> BRAIN;
            case BINARY32 -> SINGLE;
            case BINARY64 -> DOUBLE;
        };
    }
}
