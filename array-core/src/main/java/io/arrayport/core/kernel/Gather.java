package io.arrayport.core.kernel;

/**
 * Copies elements from or to positions along an axis. Sizes have loops of their own, which the compiler would not make
 * of one. All positions have been checked.
 */
public enum Gather {
    /** Elements of 1 byte. */
    GATHER_1 {
        @Override
        void strip(long in, long step, long dim, long positions, long stride, long out, long outStride, int n) {
            for (int i = 0; i < n; i++) {
                Raw.i8(out + i * outStride,
                        Raw.i8(in + Positions.fromFront(Raw.i64(positions + i * stride), dim) * step));
            }
        }

        @Override
        void spread(long in, long inStride, long positions, long stride, long dim, long out, long step, int n) {
            for (int i = 0; i < n; i++) {
                Raw.i8(out + Positions.fromFront(Raw.i64(positions + i * stride), dim) * step,
                        Raw.i8(in + i * inStride));
            }
        }
    },
    /** Elements of 2 bytes. */
    GATHER_2 {
        @Override
        void strip(long in, long step, long dim, long positions, long stride, long out, long outStride, int n) {
            for (int i = 0; i < n; i++) {
                Raw.i16(out + i * outStride,
                        Raw.i16(in + Positions.fromFront(Raw.i64(positions + i * stride), dim) * step));
            }
        }

        @Override
        void spread(long in, long inStride, long positions, long stride, long dim, long out, long step, int n) {
            for (int i = 0; i < n; i++) {
                Raw.i16(out + Positions.fromFront(Raw.i64(positions + i * stride), dim) * step,
                        Raw.i16(in + i * inStride));
            }
        }
    },
    /** Elements of 4 bytes. */
    GATHER_4 {
        @Override
        void strip(long in, long step, long dim, long positions, long stride, long out, long outStride, int n) {
            for (int i = 0; i < n; i++) {
                Raw.i32(out + i * outStride,
                        Raw.i32(in + Positions.fromFront(Raw.i64(positions + i * stride), dim) * step));
            }
        }

        @Override
        void spread(long in, long inStride, long positions, long stride, long dim, long out, long step, int n) {
            for (int i = 0; i < n; i++) {
                Raw.i32(out + Positions.fromFront(Raw.i64(positions + i * stride), dim) * step,
                        Raw.i32(in + i * inStride));
            }
        }
    },
    /** Elements of 8 bytes. */
    GATHER_8 {
        @Override
        void strip(long in, long step, long dim, long positions, long stride, long out, long outStride, int n) {
            for (int i = 0; i < n; i++) {
                Raw.i64(out + i * outStride,
                        Raw.i64(in + Positions.fromFront(Raw.i64(positions + i * stride), dim) * step));
            }
        }

        @Override
        void spread(long in, long inStride, long positions, long stride, long dim, long out, long step, int n) {
            for (int i = 0; i < n; i++) {
                Raw.i64(out + Positions.fromFront(Raw.i64(positions + i * stride), dim) * step,
                        Raw.i64(in + i * inStride));
            }
        }
    },
    /** Elements of 16 bytes. */
    GATHER_16 {
        @Override
        void strip(long in, long step, long dim, long positions, long stride, long out, long outStride, int n) {
            for (int i = 0; i < n; i++) {
                pair(in + Positions.fromFront(Raw.i64(positions + i * stride), dim) * step, out + i * outStride);
            }
        }

        @Override
        void spread(long in, long inStride, long positions, long stride, long dim, long out, long step, int n) {
            for (int i = 0; i < n; i++) {
                pair(in + i * inStride, out + Positions.fromFront(Raw.i64(positions + i * stride), dim) * step);
            }
        }
    };

    private static final int BLOCK = 1024;

    /** @param bytes of an element: 1, 2, 4, 8 or 16 */
    public static Gather of(int bytes) {
        return switch (bytes) {
            case 1 -> GATHER_1;
            case 2 -> GATHER_2;
            case 4 -> GATHER_4;
            case 8 -> GATHER_8;
            default -> GATHER_16;
        };
    }

    abstract void strip(long in, long step, long dim, long positions, long stride, long out, long outStride, int n);

    abstract void spread(long in, long inStride, long positions, long stride, long dim, long out, long step, int n);

    private static void pair(long in, long out) {
        Raw.i64(out, Raw.i64(in));
        Raw.i64(out + 8, Raw.i64(in + 8));
    }

    /**
     * Copies {@code out[i] = in[positions[i]]}.
     *
     * @param step bytes from one of the axis' elements to the next
     * @param dim the axis' length
     */
    public void gather(long in, long step, long dim, long positions, long stride, long out, long outStride, long n) {
        for (long done = 0; done < n; done += BLOCK) {
            strip(in, step, dim, positions + done * stride, stride, out + done * outStride, outStride,
                    (int) Math.min(BLOCK, n - done));
        }
    }

    /** Copies {@code out[positions[i]] = in[i]}, in order; as {@link #gather}. */
    public void scatter(long in, long inStride, long positions, long stride, long dim, long out, long step, long n) {
        for (long done = 0; done < n; done += BLOCK) {
            spread(in + done * inStride, inStride, positions + done * stride, stride, dim, out, step,
                    (int) Math.min(BLOCK, n - done));
        }
    }
}
