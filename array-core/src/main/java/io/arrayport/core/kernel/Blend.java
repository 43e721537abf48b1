package io.arrayport.core.kernel;

/**
 * Copies elements from one of two strips, chosen by bools. Sizes have loops of their own, which the compiler would not
 * make of one.
 */
public enum Blend {
    /** Elements of 1 bytes. */
    BLEND_1 {
        @Override
        void strided(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
                int n) {
            for (int i = 0; i < n; i++) {
                byte left = Raw.i8(a + i * aStride);
                byte right = Raw.i8(b + i * bStride);
                Raw.i8(out + i * outStride, Raw.i8(mask + i * maskStride) != 0 ? left : right);
            }
        }

        @Override
        void copy(long from, long to) {
            Raw.i8(to, Raw.i8(from));
        }
    },
    /** Elements of 2 bytes. */
    BLEND_2 {
        @Override
        void strided(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
                int n) {
            for (int i = 0; i < n; i++) {
                short left = Raw.i16(a + i * aStride);
                short right = Raw.i16(b + i * bStride);
                Raw.i16(out + i * outStride, Raw.i8(mask + i * maskStride) != 0 ? left : right);
            }
        }

        @Override
        void copy(long from, long to) {
            Raw.i16(to, Raw.i16(from));
        }
    },
    /** Elements of 4 bytes. */
    BLEND_4 {
        @Override
        void strided(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
                int n) {
            for (int i = 0; i < n; i++) {
                int left = Raw.i32(a + i * aStride);
                int right = Raw.i32(b + i * bStride);
                Raw.i32(out + i * outStride, Raw.i8(mask + i * maskStride) != 0 ? left : right);
            }
        }

        @Override
        void copy(long from, long to) {
            Raw.i32(to, Raw.i32(from));
        }
    },
    /** Elements of 8 bytes. */
    BLEND_8 {
        @Override
        void strided(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
                int n) {
            for (int i = 0; i < n; i++) {
                long left = Raw.i64(a + i * aStride);
                long right = Raw.i64(b + i * bStride);
                Raw.i64(out + i * outStride, Raw.i8(mask + i * maskStride) != 0 ? left : right);
            }
        }

        @Override
        void copy(long from, long to) {
            Raw.i64(to, Raw.i64(from));
        }
    },
    /** Elements of 16 bytes. */
    BLEND_16 {
        @Override
        void strided(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
                int n) {
            for (int i = 0; i < n; i++) {
                copy(Raw.i8(mask + i * maskStride) != 0 ? a + i * aStride : b + i * bStride, out + i * outStride);
            }
        }

        @Override
        void copy(long from, long to) {
            Raw.i64(to, Raw.i64(from));
            Raw.i64(to + 8, Raw.i64(from + 8));
        }
    };

    private static final int BLOCK = 1024;

    /** @param bytes of an element: 1, 2, 4, 8 or 16 */
    public static Blend of(int bytes) {
        return switch (bytes) {
            case 1 -> BLEND_1;
            case 2 -> BLEND_2;
            case 4 -> BLEND_4;
            case 8 -> BLEND_8;
            default -> BLEND_16;
        };
    }

    abstract void strided(long mask, long maskStride, long a, long aStride, long b, long bStride, long out,
            long outStride, int n);

    /** Copies one element. */
    abstract void copy(long from, long to);

    /** Copies {@code n} elements of {@code a} where the mask is not 0, of {@code b} elsewhere. */
    public void run(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
            long n) {
        for (long done = 0; done < n; done += BLOCK) {
            strided(mask + done * maskStride, maskStride, a + done * aStride, aStride, b + done * bStride, bStride,
                    out + done * outStride, outStride, (int) Math.min(BLOCK, n - done));
        }
    }

    /**
     * Copies elements, each from the strip that a number names.
     *
     * @param strips their first addresses; then that of the result, then that of the numbers: int64, each of a strip
     * @param strides of the same
     */
    public void choose(long[] strips, long[] strides, long n) {
        int out = strips.length - 2;
        int which = strips.length - 1;
        for (long i = 0; i < n; i++) {
            int strip = (int) Raw.i64(strips[which] + i * strides[which]);
            copy(strips[strip] + i * strides[strip], strips[out] + i * strides[out]);
        }
    }
}
