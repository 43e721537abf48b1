package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/**
 * Template: {@link ReduceKernel} one element at a time, with any stride. Floats go in NumPy's pairwise order: up to 7
 * elements one after the other; up to {@link Pairwise#LEAF} by eight accumulators that are then added as a tree; more
 * by halves.
 */
final class ScalarReduce implements ReduceKernel {
    record Spec(ScalarOp op, Lane in, Lane acc) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final ScalarOp OP = SPEC.op();
    private static final Lane IN = SPEC.in();
    private static final Lane ACC = SPEC.acc();

    @Override
    public void run(long in, long stride, long n, long acc) {
        if (n <= 0) {
            return;
        }
        if (ACC == Lane.F32) {
            Raw.f32(acc, OP.f32(Raw.f32(acc), f32(in, stride, n)));
        } else if (ACC == Lane.F64) {
            Raw.f64(acc, OP.f64(Raw.f64(acc), f64(in, stride, n)));
        } else {
            Raw.i64(acc, OP.i64(Raw.i64(acc), i64(in, stride, n)));
        }
    }

    /** The order is free here: four accumulators, which the processor runs side by side. */
    private static long i64(long p, long s, long n) {
        long sum = integer(p);
        long i = 1;
        if (n >= 8) {
            long r1 = integer(p + s);
            long r2 = integer(p + 2 * s);
            long r3 = integer(p + 3 * s);
            for (i = 4; i + 4 <= n; i += 4) {
                long q = p + i * s;
                sum = OP.i64(sum, integer(q));
                r1 = OP.i64(r1, integer(q + s));
                r2 = OP.i64(r2, integer(q + 2 * s));
                r3 = OP.i64(r3, integer(q + 3 * s));
            }
            sum = OP.i64(OP.i64(sum, r1), OP.i64(r2, r3));
        }
        for (; i < n; i++) {
            sum = OP.i64(sum, integer(p + i * s));
        }
        return sum;
    }

    private static long integer(long address) {
        return IN == Lane.I32 ? Raw.i32(address) : Raw.i64(address);
    }

    private static float f32(long p, long s, long n) {
        if (n > Pairwise.LEAF) {
            long left = Pairwise.left(n);
            return OP.f32(f32(p, s, left), f32(p + left * s, s, n - left));
        }
        long i = 1;
        float sum = Raw.f32(p);
        if (n >= 8) {
            float r0 = sum;
            float r1 = Raw.f32(p + s);
            float r2 = Raw.f32(p + 2 * s);
            float r3 = Raw.f32(p + 3 * s);
            float r4 = Raw.f32(p + 4 * s);
            float r5 = Raw.f32(p + 5 * s);
            float r6 = Raw.f32(p + 6 * s);
            float r7 = Raw.f32(p + 7 * s);
            for (i = 8; i + 8 <= n; i += 8) {
                long q = p + i * s;
                r0 = OP.f32(r0, Raw.f32(q));
                r1 = OP.f32(r1, Raw.f32(q + s));
                r2 = OP.f32(r2, Raw.f32(q + 2 * s));
                r3 = OP.f32(r3, Raw.f32(q + 3 * s));
                r4 = OP.f32(r4, Raw.f32(q + 4 * s));
                r5 = OP.f32(r5, Raw.f32(q + 5 * s));
                r6 = OP.f32(r6, Raw.f32(q + 6 * s));
                r7 = OP.f32(r7, Raw.f32(q + 7 * s));
            }
            sum = OP.f32(OP.f32(OP.f32(r0, r1), OP.f32(r2, r3)), OP.f32(OP.f32(r4, r5), OP.f32(r6, r7)));
        }
        for (; i < n; i++) {
            sum = OP.f32(sum, Raw.f32(p + i * s));
        }
        return sum;
    }

    private static double f64(long p, long s, long n) {
        if (n > Pairwise.LEAF) {
            long left = Pairwise.left(n);
            return OP.f64(f64(p, s, left), f64(p + left * s, s, n - left));
        }
        long i = 1;
        double sum = Raw.f64(p);
        if (n >= 8) {
            double r0 = sum;
            double r1 = Raw.f64(p + s);
            double r2 = Raw.f64(p + 2 * s);
            double r3 = Raw.f64(p + 3 * s);
            double r4 = Raw.f64(p + 4 * s);
            double r5 = Raw.f64(p + 5 * s);
            double r6 = Raw.f64(p + 6 * s);
            double r7 = Raw.f64(p + 7 * s);
            for (i = 8; i + 8 <= n; i += 8) {
                long q = p + i * s;
                r0 = OP.f64(r0, Raw.f64(q));
                r1 = OP.f64(r1, Raw.f64(q + s));
                r2 = OP.f64(r2, Raw.f64(q + 2 * s));
                r3 = OP.f64(r3, Raw.f64(q + 3 * s));
                r4 = OP.f64(r4, Raw.f64(q + 4 * s));
                r5 = OP.f64(r5, Raw.f64(q + 5 * s));
                r6 = OP.f64(r6, Raw.f64(q + 6 * s));
                r7 = OP.f64(r7, Raw.f64(q + 7 * s));
            }
            sum = OP.f64(OP.f64(OP.f64(r0, r1), OP.f64(r2, r3)), OP.f64(OP.f64(r4, r5), OP.f64(r6, r7)));
        }
        for (; i < n; i++) {
            sum = OP.f64(sum, Raw.f64(p + i * s));
        }
        return sum;
    }
}
