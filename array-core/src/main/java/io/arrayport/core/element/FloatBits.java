package io.arrayport.core.element;

import io.arrayport.core.dtype.FloatFormat;

/** Between the bits of a floating-point format, in the low bits of a long, and the number that they mean. */
public final class FloatBits {
    private FloatBits() {}

    /** The number, exactly. */
    public static double value(FloatFormat format, long bits) {
        return switch (format) {
            case BINARY16 -> Float.float16ToFloat((short) bits);
            case BFLOAT16 -> Float.intBitsToFloat((int) bits << 16);
            case BINARY32 -> Float.intBitsToFloat((int) bits);
            case BINARY64 -> Double.longBitsToDouble(bits);
        };
    }

    /** The nearest number of the format, ties to even; too large becomes infinite. */
    public static long of(FloatFormat format, double value) {
        return switch (format) {
            case BINARY16 -> Float.floatToFloat16(roundToOdd(value));
            case BFLOAT16 -> bfloat16(roundToOdd(value));
            case BINARY32 -> Float.floatToRawIntBits((float) value);
            case BINARY64 -> Double.doubleToRawLongBits(value);
        };
    }

    private static int bfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return bits >>> 16 | 0x40;
        }
        return (bits + 0x7FFF + (bits >>> 16 & 1)) >>> 16;
    }

    /** To float towards zero with a sticky last bit, so that rounding on to 16 bits rounds only once. */
    public static float roundToOdd(double value) {
        float nearest = (float) value;
        if (nearest == value || Double.isNaN(value)) {
            return nearest;
        }
        int bits = Float.floatToRawIntBits(nearest);
        int towardsZero = Math.abs((double) nearest) > Math.abs(value) ? bits - 1 : bits;
        return Float.intBitsToFloat(towardsZero | 1);
    }
}
