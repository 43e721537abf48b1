package io.arrayport.core.kernel;

import io.arrayport.core.memory.Memory;

/** Copies elements as they are. Sizes have loops of their own, which the compiler would not make of one. */
enum Move implements UnaryKernel {
    MOVE_1(1) {
        @Override
        void strided(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.i8(out + i * outStride, Raw.i8(in + i * inStride));
            }
        }
    },
    MOVE_2(2) {
        @Override
        void strided(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.i16(out + i * outStride, Raw.i16(in + i * inStride));
            }
        }
    },
    MOVE_4(4) {
        @Override
        void strided(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.i32(out + i * outStride, Raw.i32(in + i * inStride));
            }
        }
    },
    MOVE_8(8) {
        @Override
        void strided(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.i64(out + i * outStride, Raw.i64(in + i * inStride));
            }
        }
    },
    MOVE_16(16) {
        @Override
        void strided(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.i64(out + i * outStride, Raw.i64(in + i * inStride));
                Raw.i64(out + i * outStride + 8, Raw.i64(in + i * inStride + 8));
            }
        }
    };

    private final int bytes;

    Move(int bytes) {
        this.bytes = bytes;
    }

    /** @param bytes of an element: 1, 2, 4, 8 or 16 */
    static Move of(int bytes) {
        return switch (bytes) {
            case 1 -> MOVE_1;
            case 2 -> MOVE_2;
            case 4 -> MOVE_4;
            case 8 -> MOVE_8;
            default -> MOVE_16;
        };
    }

    abstract void strided(long in, long inStride, long out, long outStride, long n);

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        if (inStride == bytes && outStride == bytes) {
            Memory.copy(in, out, n * bytes);
        } else {
            strided(in, inStride, out, outStride, n);
        }
    }
}
