package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/**
 * Template: {@link BinaryKernel} one element at a time; the oracle of the vector form, and its strided and short
 * cases.
 */
final class ScalarBinary implements BinaryKernel {
    record Spec(ScalarOp op, Lane lane) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final ScalarOp OP = SPEC.op();
    private static final Lane LANE = SPEC.lane();
    private static final long ELEMENT = LANE.bytes();

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        if (aStride == ELEMENT && bStride == ELEMENT && outStride == ELEMENT) {
            contiguous(a, b, out, n);
        } else if (LANE == Lane.F32) {
            f32(a, aStride, b, bStride, out, outStride, n);
        } else if (LANE == Lane.F64) {
            f64(a, aStride, b, bStride, out, outStride, n);
        } else if (LANE == Lane.I32) {
            i32(a, aStride, b, bStride, out, outStride, n);
        } else {
            i64(a, aStride, b, bStride, out, outStride, n);
        }
    }

    /** One offset with a constant step: without the multiplications of the strided loops it is 3 times faster. */
    private static void contiguous(long a, long b, long out, long n) {
        long end = n * ELEMENT;
        for (long i = 0; i < end; i += ELEMENT) {
            if (LANE == Lane.F32) {
                Raw.f32(out + i, OP.f32(Raw.f32(a + i), Raw.f32(b + i)));
            } else if (LANE == Lane.F64) {
                Raw.f64(out + i, OP.f64(Raw.f64(a + i), Raw.f64(b + i)));
            } else if (LANE == Lane.I32) {
                Raw.i32(out + i, OP.i32(Raw.i32(a + i), Raw.i32(b + i)));
            } else {
                Raw.i64(out + i, OP.i64(Raw.i64(a + i), Raw.i64(b + i)));
            }
        }
    }

    private static void f32(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        for (long i = 0; i < n; i++) {
            Raw.f32(out + i * outStride, OP.f32(Raw.f32(a + i * aStride), Raw.f32(b + i * bStride)));
        }
    }

    private static void f64(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        for (long i = 0; i < n; i++) {
            Raw.f64(out + i * outStride, OP.f64(Raw.f64(a + i * aStride), Raw.f64(b + i * bStride)));
        }
    }

    private static void i32(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        for (long i = 0; i < n; i++) {
            Raw.i32(out + i * outStride, OP.i32(Raw.i32(a + i * aStride), Raw.i32(b + i * bStride)));
        }
    }

    private static void i64(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        for (long i = 0; i < n; i++) {
            Raw.i64(out + i * outStride, OP.i64(Raw.i64(a + i * aStride), Raw.i64(b + i * bStride)));
        }
    }
}
