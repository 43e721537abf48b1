package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

import io.arrayport.core.backend.Op;

/**
 * Template: {@link ReduceKernel} one element after the other, with any stride. Where the order is free, four results
 * are under way at a time, for the processor to work on side by side.
 */
final class ScalarFold implements ReduceKernel {
    record Spec(Step step, ScalarOp op, Whole in, Whole acc, Real real, Kind kind, boolean free) {
        private static final Step NO_STEP = (_, _, _) -> {};

        static Spec of(Op op, Lane in, Lane acc) {
            if (in.isComplex() || op.isPredicate() || op == Op.NEXTAFTER) {
                return new Spec(Step.carried(op, in), ScalarOp.of(Op.ADD, in), Whole.I64, Whole.I64,
                        Real.F64,
                        Kind.STEP, false);
            }
            ScalarOp row = ScalarOp.of(op, acc);
            if (in.isFloat()) {
                return new Spec(NO_STEP, row, Whole.I64, Whole.I64, Real.of(in),
                        in == Lane.F64 ? Kind.DOUBLE : Kind.SINGLE, false);
            }
            return new Spec(NO_STEP, row, Step.form(op, in), Step.form(op, acc), Real.F64, Kind.WHOLE,
                    Step.isFree(op) && !(op == Op.ADD && in.isTime()));
        }
    }

    /** What a result is carried in; STEP carries it in memory. */
    enum Kind {
        WHOLE,
        SINGLE,
        DOUBLE,
        STEP
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Step STEP = SPEC.step();
    private static final ScalarOp OP = SPEC.op();
    private static final Whole IN = SPEC.in();
    private static final Whole ACC = SPEC.acc();
    private static final Real REAL = SPEC.real();
    private static final Kind KIND = SPEC.kind();
    private static final boolean FREE = SPEC.free();

    @Override
    public void run(long in, long stride, long n, long acc) {
        if (KIND == Kind.WHOLE) {
            ACC.put(acc, whole(ACC.get(acc), in, stride, n));
        } else if (KIND == Kind.SINGLE) {
            REAL.put(acc, single((float) REAL.get(acc), in, stride, n));
        } else if (KIND == Kind.DOUBLE) {
            Raw.f64(acc, real(Raw.f64(acc), in, stride, n));
        } else {
            long at = in;
            for (long i = n; i > 0; i--) {
                STEP.run(acc, at, acc);
                at += stride;
            }
        }
    }

    private static long whole(long start, long p, long s, long n) {
        long r0 = start;
        long i = 0;
        if (FREE && n >= 8) {
            long r1 = IN.get(p);
            long r2 = IN.get(p + s);
            long r3 = IN.get(p + 2 * s);
            for (i = 3; i + 4 <= n; i += 4) {
                long q = p + i * s;
                r0 = op(r0, IN.get(q));
                r1 = op(r1, IN.get(q + s));
                r2 = op(r2, IN.get(q + 2 * s));
                r3 = op(r3, IN.get(q + 3 * s));
            }
            r0 = op(op(r0, r1), op(r2, r3));
        }
        for (; i < n; i++) {
            r0 = FREE ? op(r0, IN.get(p + i * s)) : ACC.cut(op(r0, IN.get(p + i * s)));
        }
        return r0;
    }

    private static long op(long a, long b) {
        return OP.whole().applyAsLong(a, b);
    }

    private static float single(float start, long p, long s, long n) {
        float result = start;
        long at = p;
        for (long i = n; i > 0; i--) {
            result = OP.single().apply(result, (float) REAL.get(at));
            at += s;
        }
        return result;
    }

    private static double real(double start, long p, long s, long n) {
        double result = start;
        long at = p;
        for (long i = n; i > 0; i--) {
            result = OP.real().applyAsDouble(result, Raw.f64(at));
            at += s;
        }
        return result;
    }
}
