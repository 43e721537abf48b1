package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/**
 * Template: the sum as {@link ReduceKernel}, one element at a time, with any stride, in NumPy's pairwise order: up to
 * 7 elements one after the other; up to {@link Pairwise#LEAF} by eight accumulators that are then added as a tree;
 * more by halves. Of complex numbers each part is summed by itself, by four accumulators.
 */
final class ScalarPairwise implements ReduceKernel {
    record Spec(Lane lane, Real form, int part) {
        static Spec of(Lane lane) {
            return new Spec(lane, Real.of(lane.part()), lane.part().bytes());
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Real FORM = SPEC.form();
    private static final boolean DOUBLE = FORM == Real.F64;
    private static final boolean COMPLEX = SPEC.lane().isComplex();
    private static final long PART = SPEC.part();

    @Override
    public void run(long in, long stride, long n, long acc) {
        if (n <= 0) {
            return;
        }
        if (COMPLEX) {
            FORM.put(acc, plus(FORM.get(acc), part(in, stride, n)));
            FORM.put(acc + PART, plus(FORM.get(acc + PART), part(in + PART, stride, n)));
        } else if (DOUBLE) {
            Raw.f64(acc, Raw.f64(acc) + real(in, stride, n));
        } else {
            FORM.put(acc, single(acc) + single(in, stride, n));
        }
    }

    private static float single(long at) {
        return (float) FORM.get(at);
    }

    private static float single(long p, long s, long n) {
        if (n > Pairwise.LEAF) {
            long left = Pairwise.left(n);
            return single(p, s, left) + single(p + left * s, s, n - left);
        }
        long i = 1;
        float sum = single(p);
        if (n >= 8) {
            float r0 = sum;
            float r1 = single(p + s);
            float r2 = single(p + 2 * s);
            float r3 = single(p + 3 * s);
            float r4 = single(p + 4 * s);
            float r5 = single(p + 5 * s);
            float r6 = single(p + 6 * s);
            float r7 = single(p + 7 * s);
            for (i = 8; i + 8 <= n; i += 8) {
                long q = p + i * s;
                r0 += single(q);
                r1 += single(q + s);
                r2 += single(q + 2 * s);
                r3 += single(q + 3 * s);
                r4 += single(q + 4 * s);
                r5 += single(q + 5 * s);
                r6 += single(q + 6 * s);
                r7 += single(q + 7 * s);
            }
            sum = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
        }
        for (; i < n; i++) {
            sum += single(p + i * s);
        }
        return sum;
    }

    private static double real(long p, long s, long n) {
        if (n > Pairwise.LEAF) {
            long left = Pairwise.left(n);
            return real(p, s, left) + real(p + left * s, s, n - left);
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
                r0 += Raw.f64(q);
                r1 += Raw.f64(q + s);
                r2 += Raw.f64(q + 2 * s);
                r3 += Raw.f64(q + 3 * s);
                r4 += Raw.f64(q + 4 * s);
                r5 += Raw.f64(q + 5 * s);
                r6 += Raw.f64(q + 6 * s);
                r7 += Raw.f64(q + 7 * s);
            }
            sum = ((r0 + r1) + (r2 + r3)) + ((r4 + r5) + (r6 + r7));
        }
        for (; i < n; i++) {
            sum += Raw.f64(p + i * s);
        }
        return sum;
    }

    /** One part of {@code n} complex numbers. */
    private static double part(long p, long s, long n) {
        if (n > Pairwise.COMPLEX_LEAF) {
            long left = Pairwise.complexLeft(n);
            return plus(part(p, s, left), part(p + left * s, s, n - left));
        }
        long i = 1;
        double sum = FORM.get(p);
        if (n >= 4) {
            double r0 = sum;
            double r1 = FORM.get(p + s);
            double r2 = FORM.get(p + 2 * s);
            double r3 = FORM.get(p + 3 * s);
            for (i = 4; i + 4 <= n; i += 4) {
                long q = p + i * s;
                r0 = plus(r0, FORM.get(q));
                r1 = plus(r1, FORM.get(q + s));
                r2 = plus(r2, FORM.get(q + 2 * s));
                r3 = plus(r3, FORM.get(q + 3 * s));
            }
            sum = plus(plus(r0, r1), plus(r2, r3));
        }
        for (; i < n; i++) {
            sum = plus(sum, FORM.get(p + i * s));
        }
        return sum;
    }

    /** The sum as FORM rounds it: of two floats that through a double is the same. */
    private static double plus(double a, double b) {
        return DOUBLE ? a + b : (float) (a + b);
    }
}
