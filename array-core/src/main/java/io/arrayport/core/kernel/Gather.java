package io.arrayport.core.kernel;

/**
 * Copies elements from or to positions along an axis: int64 one after the other, negative ones counted from the end.
 * Sizes have loops of their own, which the compiler would not make of one.
 */
public enum Gather {
    /** Elements of 1 byte. */
    GATHER_1(1) {
        @Override
        int packed(long in, long dim, long positions, long out, int n) {
            for (int i = 0; i < n; i++) {
                long position = Positions.fromFront(Raw.i64(positions + 8L * i), dim);
                if (Positions.isOutside(position, dim)) {
                    return i;
                }
                Raw.i8(out + i, Raw.i8(in + position));
            }
            return n;
        }

        @Override
        int strided(long in, long step, long dim, long positions, long out, long outStride, int n) {
            for (int i = 0; i < n; i++) {
                long position = Positions.fromFront(Raw.i64(positions + 8L * i), dim);
                if (Positions.isOutside(position, dim)) {
                    return i;
                }
                Raw.i8(out + i * outStride, Raw.i8(in + position * step));
            }
            return n;
        }

        @Override
        void spread(long in, long inStride, long positions, long dim, long out, long step, int n) {
            for (int i = 0; i < n; i++) {
                Raw.i8(out + Positions.fromFront(Raw.i64(positions + 8L * i), dim) * step, Raw.i8(in + i * inStride));
            }
        }
    },
    /** Elements of 2 bytes. */
    GATHER_2(2) {
        @Override
        int packed(long in, long dim, long positions, long out, int n) {
            for (int i = 0; i < n; i++) {
                long position = Positions.fromFront(Raw.i64(positions + 8L * i), dim);
                if (Positions.isOutside(position, dim)) {
                    return i;
                }
                Raw.i16(out + 2L * i, Raw.i16(in + (position << 1)));
            }
            return n;
        }

        @Override
        int strided(long in, long step, long dim, long positions, long out, long outStride, int n) {
            for (int i = 0; i < n; i++) {
                long position = Positions.fromFront(Raw.i64(positions + 8L * i), dim);
                if (Positions.isOutside(position, dim)) {
                    return i;
                }
                Raw.i16(out + i * outStride, Raw.i16(in + position * step));
            }
            return n;
        }

        @Override
        void spread(long in, long inStride, long positions, long dim, long out, long step, int n) {
            for (int i = 0; i < n; i++) {
                Raw.i16(out + Positions.fromFront(Raw.i64(positions + 8L * i), dim) * step, Raw.i16(in + i * inStride));
            }
        }
    },
    /** Elements of 4 bytes. */
    GATHER_4(4) {
        @Override
        int packed(long in, long dim, long positions, long out, int n) {
            for (int i = 0; i < n; i++) {
                long position = Positions.fromFront(Raw.i64(positions + 8L * i), dim);
                if (Positions.isOutside(position, dim)) {
                    return i;
                }
                Raw.i32(out + 4L * i, Raw.i32(in + (position << 2)));
            }
            return n;
        }

        @Override
        int strided(long in, long step, long dim, long positions, long out, long outStride, int n) {
            for (int i = 0; i < n; i++) {
                long position = Positions.fromFront(Raw.i64(positions + 8L * i), dim);
                if (Positions.isOutside(position, dim)) {
                    return i;
                }
                Raw.i32(out + i * outStride, Raw.i32(in + position * step));
            }
            return n;
        }

        @Override
        void spread(long in, long inStride, long positions, long dim, long out, long step, int n) {
            for (int i = 0; i < n; i++) {
                Raw.i32(out + Positions.fromFront(Raw.i64(positions + 8L * i), dim) * step, Raw.i32(in + i * inStride));
            }
        }
    },
    /** Elements of 8 bytes. */
    GATHER_8(8) {
        @Override
        int packed(long in, long dim, long positions, long out, int n) {
            for (int i = 0; i < n; i++) {
                long position = Positions.fromFront(Raw.i64(positions + 8L * i), dim);
                if (Positions.isOutside(position, dim)) {
                    return i;
                }
                Raw.i64(out + 8L * i, Raw.i64(in + (position << 3)));
            }
            return n;
        }

        @Override
        int strided(long in, long step, long dim, long positions, long out, long outStride, int n) {
            for (int i = 0; i < n; i++) {
                long position = Positions.fromFront(Raw.i64(positions + 8L * i), dim);
                if (Positions.isOutside(position, dim)) {
                    return i;
                }
                Raw.i64(out + i * outStride, Raw.i64(in + position * step));
            }
            return n;
        }

        @Override
        void spread(long in, long inStride, long positions, long dim, long out, long step, int n) {
            for (int i = 0; i < n; i++) {
                Raw.i64(out + Positions.fromFront(Raw.i64(positions + 8L * i), dim) * step, Raw.i64(in + i * inStride));
            }
        }
    },
    /** Elements of 16 bytes. */
    GATHER_16(16) {
        @Override
        int packed(long in, long dim, long positions, long out, int n) {
            for (int i = 0; i < n; i++) {
                long position = Positions.fromFront(Raw.i64(positions + 8L * i), dim);
                if (Positions.isOutside(position, dim)) {
                    return i;
                }
                pair(in + (position << 4), out + 16L * i);
            }
            return n;
        }

        @Override
        int strided(long in, long step, long dim, long positions, long out, long outStride, int n) {
            for (int i = 0; i < n; i++) {
                long position = Positions.fromFront(Raw.i64(positions + 8L * i), dim);
                if (Positions.isOutside(position, dim)) {
                    return i;
                }
                pair(in + position * step, out + i * outStride);
            }
            return n;
        }

        @Override
        void spread(long in, long inStride, long positions, long dim, long out, long step, int n) {
            for (int i = 0; i < n; i++) {
                pair(in + i * inStride, out + Positions.fromFront(Raw.i64(positions + 8L * i), dim) * step);
            }
        }
    };

    private static final int BLOCK = 1024;

    private final int bytes;

    Gather(int bytes) {
        this.bytes = bytes;
    }

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

    abstract int packed(long in, long dim, long positions, long out, int n);

    abstract int strided(long in, long step, long dim, long positions, long out, long outStride, int n);

    abstract void spread(long in, long inStride, long positions, long dim, long out, long step, int n);

    private static void pair(long in, long out) {
        Raw.i64(out, Raw.i64(in));
        Raw.i64(out + 8, Raw.i64(in + 8));
    }

    /**
     * Copies {@code out[i] = in[positions[i]]}, up to a position that the axis has not.
     *
     * @param step bytes from one of the axis' elements to the next
     * @param dim the axis' length
     * @return how many elements have been copied
     */
    public long gather(long in, long step, long dim, long positions, long out, long outStride, long n) {
        boolean packed = step == bytes && outStride == bytes;
        for (long done = 0; done < n; done += BLOCK) {
            int count = (int) Math.min(BLOCK, n - done);
            long at = positions + done * Long.BYTES;
            int copied = packed ? packed(in, dim, at, out + done * bytes, count)
                    : strided(in, step, dim, at, out + done * outStride, outStride, count);
            if (copied < count) {
                return done + copied;
            }
        }
        return n;
    }

    /** Copies {@code out[positions[i]] = in[i]}, in order, to positions that have been checked. */
    public void scatter(long in, long inStride, long positions, long dim, long out, long step, long n) {
        for (long done = 0; done < n; done += BLOCK) {
            spread(in + done * inStride, inStride, positions + done * Long.BYTES, dim, out, step,
                    (int) Math.min(BLOCK, n - done));
        }
    }
}
