package io.arrayport.core.kernel;

/**
 * Copies elements from one of several strips, chosen by bools or by numbers. Sizes have loops of their own, which the
 * compiler would not make of one; none of them branches on a bool, which cannot be foreseen.
 */
public enum Blend {
    /** Elements of 1 byte. */
    BLEND_1(1) {
        @Override
        void packed(long mask, long a, long b, long out, int n) {
            for (int i = 0; i < n; i++) {
                int right = Raw.i8(b + i);
                int chosen = right ^ (Raw.i8(a + i) ^ right) & -Bools.bit(Raw.i8(mask + i));
                Raw.i8(out + i, (byte) chosen);
            }
        }

        @Override
        void strided(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
                int n) {
            for (int i = 0; i < n; i++) {
                int right = Raw.i8(b + i * bStride);
                int chosen = right ^ (Raw.i8(a + i * aStride) ^ right) & -Bools.bit(Raw.i8(mask + i * maskStride));
                Raw.i8(out + i * outStride, (byte) chosen);
            }
        }

        @Override
        void copy(long from, long to) {
            Raw.i8(to, Raw.i8(from));
        }
    },
    /** Elements of 2 bytes. */
    BLEND_2(2) {
        @Override
        void packed(long mask, long a, long b, long out, int n) {
            for (int i = 0; i < n; i++) {
                int right = Raw.i16(b + 2L * i);
                int chosen = right ^ (Raw.i16(a + 2L * i) ^ right) & -Bools.bit(Raw.i8(mask + i));
                Raw.i16(out + 2L * i, (short) chosen);
            }
        }

        @Override
        void strided(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
                int n) {
            for (int i = 0; i < n; i++) {
                int right = Raw.i16(b + i * bStride);
                int chosen = right ^ (Raw.i16(a + i * aStride) ^ right) & -Bools.bit(Raw.i8(mask + i * maskStride));
                Raw.i16(out + i * outStride, (short) chosen);
            }
        }

        @Override
        void copy(long from, long to) {
            Raw.i16(to, Raw.i16(from));
        }
    },
    /** Elements of 4 bytes. */
    BLEND_4(4) {
        @Override
        void packed(long mask, long a, long b, long out, int n) {
            for (int i = 0; i < n; i++) {
                int right = Raw.i32(b + 4L * i);
                int chosen = right ^ (Raw.i32(a + 4L * i) ^ right) & -Bools.bit(Raw.i8(mask + i));
                Raw.i32(out + 4L * i, chosen);
            }
        }

        @Override
        void strided(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
                int n) {
            for (int i = 0; i < n; i++) {
                int right = Raw.i32(b + i * bStride);
                int chosen = right ^ (Raw.i32(a + i * aStride) ^ right) & -Bools.bit(Raw.i8(mask + i * maskStride));
                Raw.i32(out + i * outStride, chosen);
            }
        }

        @Override
        void copy(long from, long to) {
            Raw.i32(to, Raw.i32(from));
        }
    },
    /** Elements of 8 bytes. */
    BLEND_8(8) {
        @Override
        void packed(long mask, long a, long b, long out, int n) {
            for (int i = 0; i < n; i++) {
                long right = Raw.i64(b + 8L * i);
                long chosen = right ^ (Raw.i64(a + 8L * i) ^ right) & -Bools.bit(Raw.i8(mask + i));
                Raw.i64(out + 8L * i, chosen);
            }
        }

        @Override
        void strided(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
                int n) {
            for (int i = 0; i < n; i++) {
                long right = Raw.i64(b + i * bStride);
                long chosen = right ^ (Raw.i64(a + i * aStride) ^ right) & -Bools.bit(Raw.i8(mask + i * maskStride));
                Raw.i64(out + i * outStride, chosen);
            }
        }

        @Override
        void copy(long from, long to) {
            Raw.i64(to, Raw.i64(from));
        }
    },
    /** Elements of 16 bytes. */
    BLEND_16(16) {
        @Override
        void packed(long mask, long a, long b, long out, int n) {
            strided(mask, 1, a, 16, b, 16, out, 16, n);
        }

        @Override
        void strided(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
                int n) {
            for (int i = 0; i < n; i++) {
                long from = b + i * bStride;
                copy(from + (a + i * aStride - from) * Bools.bit(Raw.i8(mask + i * maskStride)), out + i * outStride);
            }
        }

        @Override
        void copy(long from, long to) {
            Raw.i64(to, Raw.i64(from));
            Raw.i64(to + 8, Raw.i64(from + 8));
        }
    };

    private static final int BLOCK = 1024;

    private final int bytes;

    Blend(int bytes) {
        this.bytes = bytes;
    }

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

    abstract void packed(long mask, long a, long b, long out, int n);

    abstract void strided(long mask, long maskStride, long a, long aStride, long b, long bStride, long out,
            long outStride, int n);

    /** Copies one element. */
    abstract void copy(long from, long to);

    /** Copies {@code n} elements of {@code a} where the mask is not 0, of {@code b} elsewhere. */
    public void run(long mask, long maskStride, long a, long aStride, long b, long bStride, long out, long outStride,
            long n) {
        boolean packed = maskStride == 1 && aStride == bytes && bStride == bytes && outStride == bytes;
        for (long done = 0; done < n; done += BLOCK) {
            int count = (int) Math.min(BLOCK, n - done);
            if (packed) {
                packed(mask + done, a + done * bytes, b + done * bytes, out + done * bytes, count);
            } else {
                strided(mask + done * maskStride, maskStride, a + done * aStride, aStride, b + done * bStride, bStride,
                        out + done * outStride, outStride, count);
            }
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
