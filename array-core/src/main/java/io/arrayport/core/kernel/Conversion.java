package io.arrayport.core.kernel;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code out[i] = (type) in[i]} over one strip: the widenings that reductions need, float64 to float32, and the moves
 * of any lane. Addresses of any alignment, byte strides of any sign; the two sides must not overlap. Neighbours have
 * loops of their own: with constant strides these are three times as fast.
 */
public enum Conversion implements UnaryKernel {
    /** Copies 1 byte, whatever it means. */
    MOVE_1 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.i8(out + i * outStride, Raw.i8(in + i * inStride));
            }
        }
    },
    /** Copies 2 bytes, whatever they mean. */
    MOVE_2 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.i16(out + i * outStride, Raw.i16(in + i * inStride));
            }
        }
    },
    /** Copies 4 bytes, whatever they mean. */
    MOVE_4 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.i32(out + i * outStride, Raw.i32(in + i * inStride));
            }
        }
    },
    /** Copies 8 bytes, whatever they mean. */
    MOVE_8 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.i64(out + i * outStride, Raw.i64(in + i * inStride));
            }
        }
    },
    /** Copies 16 bytes, whatever they mean. */
    MOVE_16 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.i64(out + i * outStride, Raw.i64(in + i * inStride));
                Raw.i64(out + i * outStride + 8, Raw.i64(in + i * inStride + 8));
            }
        }
    },
    /** Exact. */
    I32_TO_I64 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            if (inStride == 4 && outStride == 8) {
                for (long i = 0; i < n; i++) {
                    Raw.i64(out + i * 8, Raw.i32(in + i * 4));
                }
                return;
            }
            for (long i = 0; i < n; i++) {
                Raw.i64(out + i * outStride, Raw.i32(in + i * inStride));
            }
        }
    },
    /** Exact. */
    I32_TO_F64 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            if (inStride == 4 && outStride == 8) {
                for (long i = 0; i < n; i++) {
                    Raw.f64(out + i * 8, Raw.i32(in + i * 4));
                }
                return;
            }
            for (long i = 0; i < n; i++) {
                Raw.f64(out + i * outStride, Raw.i32(in + i * inStride));
            }
        }
    },
    /** Rounds to nearest, ties to even. */
    I64_TO_F64 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            if (inStride == 8 && outStride == 8) {
                for (long i = 0; i < n; i++) {
                    Raw.f64(out + i * 8, (double) Raw.i64(in + i * 8));
                }
                return;
            }
            for (long i = 0; i < n; i++) {
                Raw.f64(out + i * outStride, (double) Raw.i64(in + i * inStride));
            }
        }
    },
    /** Exact. */
    F32_TO_F64 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            if (inStride == 4 && outStride == 8) {
                for (long i = 0; i < n; i++) {
                    Raw.f64(out + i * 8, Raw.f32(in + i * 4));
                }
                return;
            }
            for (long i = 0; i < n; i++) {
                Raw.f64(out + i * outStride, Raw.f32(in + i * inStride));
            }
        }
    },
    /** Rounds to nearest, ties to even; too large becomes infinite. */
    F64_TO_F32 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            if (inStride == 8 && outStride == 4) {
                for (long i = 0; i < n; i++) {
                    Raw.f32(out + i * 4, (float) Raw.f64(in + i * 8));
                }
                return;
            }
            for (long i = 0; i < n; i++) {
                Raw.f32(out + i * outStride, (float) Raw.f64(in + i * inStride));
            }
        }
    };

    /** Returns what takes {@code from} to {@code to}; empty if it is none of those above. */
    public static Optional<Conversion> of(Lane from, Lane to) {
        String name = from == to ? "MOVE_" + from.bytes() : from + "_TO_" + to;
        return Stream.of(values()).filter(conversion -> conversion.name().equals(name)).findAny();
    }
}
