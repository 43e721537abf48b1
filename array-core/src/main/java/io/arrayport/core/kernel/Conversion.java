package io.arrayport.core.kernel;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code out[i] = (type) in[i]} over one strip: the widenings that reductions need, float64 to float32, and the moves
 * of 4 and 8 bytes. Addresses of any alignment, byte strides of any sign; the two sides must not overlap.
 */
public enum Conversion implements UnaryKernel {
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
    /** Exact. */
    I32_TO_I64 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.i64(out + i * outStride, Raw.i32(in + i * inStride));
            }
        }
    },
    /** Exact. */
    I32_TO_F64 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.f64(out + i * outStride, Raw.i32(in + i * inStride));
            }
        }
    },
    /** Rounds to nearest, ties to even. */
    I64_TO_F64 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.f64(out + i * outStride, (double) Raw.i64(in + i * inStride));
            }
        }
    },
    /** Exact. */
    F32_TO_F64 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.f64(out + i * outStride, Raw.f32(in + i * inStride));
            }
        }
    },
    /** Rounds to nearest, ties to even; too large becomes infinite. */
    F64_TO_F32 {
        @Override
        public void run(long in, long inStride, long out, long outStride, long n) {
            for (long i = 0; i < n; i++) {
                Raw.f32(out + i * outStride, (float) Raw.f64(in + i * inStride));
            }
        }
    };

    /** Returns what takes {@code from} to {@code to}; empty if it is none of those above. */
    public static Optional<Conversion> of(Lane from, Lane to) {
        if (from == to) {
            return Optional.of(from.bytes() == 4 ? MOVE_4 : MOVE_8);
        }
        String name = from + "_TO_" + to;
        return Stream.of(values()).filter(conversion -> conversion.name().equals(name)).findAny();
    }
}
