package io.arrayport.core.kernel;

/**
 * Copies those elements of a strip at which bools are true, one after the other. Sizes have loops of their own, which
 * the compiler would not make of one. Each element is written where the next true one goes, whether it is true or not,
 * so that nothing branches on a bool, which cannot be foreseen: behind the last one there must be room for one more.
 */
public enum Squeeze {
    /** Elements of 1 byte. */
    SQUEEZE_1(1) {
        @Override
        long strip(long mask, long maskStride, long in, long inStride, long out, int n) {
            long to = out;
            for (int i = 0; i < n; i++) {
                Raw.i8(to, Raw.i8(in + i * inStride));
                to += Bools.bit(Raw.i8(mask + i * maskStride));
            }
            return to;
        }
    },
    /** Elements of 2 bytes. */
    SQUEEZE_2(2) {
        @Override
        long strip(long mask, long maskStride, long in, long inStride, long out, int n) {
            long to = out;
            for (int i = 0; i < n; i++) {
                Raw.i16(to, Raw.i16(in + i * inStride));
                to += Bools.bit(Raw.i8(mask + i * maskStride)) * 2L;
            }
            return to;
        }
    },
    /** Elements of 4 bytes. */
    SQUEEZE_4(4) {
        @Override
        long strip(long mask, long maskStride, long in, long inStride, long out, int n) {
            long to = out;
            for (int i = 0; i < n; i++) {
                Raw.i32(to, Raw.i32(in + i * inStride));
                to += Bools.bit(Raw.i8(mask + i * maskStride)) * 4L;
            }
            return to;
        }
    },
    /** Elements of 8 bytes. */
    SQUEEZE_8(8) {
        @Override
        long strip(long mask, long maskStride, long in, long inStride, long out, int n) {
            long to = out;
            for (int i = 0; i < n; i++) {
                Raw.i64(to, Raw.i64(in + i * inStride));
                to += Bools.bit(Raw.i8(mask + i * maskStride)) * 8L;
            }
            return to;
        }
    },
    /** Elements of 16 bytes. */
    SQUEEZE_16(16) {
        @Override
        long strip(long mask, long maskStride, long in, long inStride, long out, int n) {
            long to = out;
            for (int i = 0; i < n; i++) {
                pair(in + i * inStride, to);
                to += Bools.bit(Raw.i8(mask + i * maskStride)) * 16L;
            }
            return to;
        }
    };

    private static final int BLOCK = 1024;

    private final int bytes;

    Squeeze(int bytes) {
        this.bytes = bytes;
    }

    /** @param bytes of an element: 1, 2, 4, 8 or 16 */
    public static Squeeze of(int bytes) {
        return switch (bytes) {
            case 1 -> SQUEEZE_1;
            case 2 -> SQUEEZE_2;
            case 4 -> SQUEEZE_4;
            case 8 -> SQUEEZE_8;
            default -> SQUEEZE_16;
        };
    }

    abstract long strip(long mask, long maskStride, long in, long inStride, long out, int n);

    private static void pair(long in, long out) {
        Raw.i64(out, Raw.i64(in));
        Raw.i64(out + 8, Raw.i64(in + 8));
    }

    /** Returns the bytes of an element. */
    public int bytes() {
        return bytes;
    }

    /** Returns where the element after the last one goes. */
    public long run(long mask, long maskStride, long in, long inStride, long out, long n) {
        long to = out;
        for (long done = 0; done < n; done += BLOCK) {
            to = strip(mask + done * maskStride, maskStride, in + done * inStride, inStride, to,
                    (int) Math.min(BLOCK, n - done));
        }
        return to;
    }
}
