package io.arrayport.core.kernel;

/**
 * How real floating-point numbers lie in memory: read as a double, which holds each of them, and written from a double
 * that is a float, or for F64 any.
 */
enum Real {
    F16 {
        @Override
        double get(long at) {
            return Float.float16ToFloat(Raw.i16(at));
        }

        @Override
        void put(long at, double value) {
            Raw.i16(at, Float.floatToFloat16((float) value));
        }
    },
    BF16 {
        @Override
        double get(long at) {
            return Float.intBitsToFloat(Raw.i16(at) << 16);
        }

        @Override
        void put(long at, double value) {
            Raw.i16(at, bfloat16((float) value));
        }
    },
    F32 {
        @Override
        double get(long at) {
            return Raw.f32(at);
        }

        @Override
        void put(long at, double value) {
            Raw.f32(at, (float) value);
        }
    },
    F64 {
        @Override
        double get(long at) {
            return Raw.f64(at);
        }

        @Override
        void put(long at, double value) {
            Raw.f64(at, value);
        }
    };

    abstract double get(long at);

    abstract void put(long at, double value);

    static Real of(Lane lane) {
        return switch (lane) {
            case F16 -> F16;
            case BF16 -> BF16;
            case F32 -> F32;
            case F64 -> F64;
            default -> throw new IllegalArgumentException("kernel: " + lane + " is not real");
        };
    }

    /** Returns the nearest bfloat16, ties to even; nan stays nan. */
    static short bfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        int rounded = bits + 0x7FFF + (bits >>> 16 & 1);
        return (short) ((Float.isNaN(value) ? bits | 0x40_0000 : rounded) >>> 16);
    }
}
