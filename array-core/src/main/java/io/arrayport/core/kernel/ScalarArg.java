package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

import io.arrayport.core.backend.Op;

/** Template: {@link ArgKernel} one element after the other, with any stride. */
final class ScalarArg implements ArgKernel {
    record Spec(Ordering ordering, ScalarTest test, Whole whole, Real real) {
        static Spec of(Op op, Lane lane) {
            boolean floating = lane.isFloat() || lane.isComplex();
            Ordering ordering = new Ordering(lane, op == Op.MAXIMUM, false);
            return new Spec(ordering, ScalarTest.of(op == Op.MAXIMUM ? Op.GREATER : Op.LESS),
                    lane == Lane.BOOL ? Whole.BOOL : ordering.form(), floating ? Real.of(lane.part()) : Real.F64);
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Lane LANE = SPEC.ordering().lane();
    private static final long FLIP = SPEC.ordering().flip();
    private static final long SHIFT = SPEC.ordering().shift();
    private static final ScalarTest TEST = SPEC.test();
    private static final Whole WHOLE = SPEC.whole();
    private static final Real REAL = SPEC.real();
    private static final boolean FLOAT = LANE.isFloat();
    private static final boolean COMPLEX = LANE.isComplex();
    private static final long PART = LANE.part().bytes();

    @Override
    public long run(long in, long stride, long n) {
        return COMPLEX ? complex(in, stride, n) : FLOAT ? real(in, stride, n) : whole(in, stride, n);
    }

    private static long whole(long in, long stride, long n) {
        long best = 0;
        long winner = number(in);
        for (long i = 1; i < n; i++) {
            long value = number(in + i * stride);
            if (value > winner) {
                winner = value;
                best = i;
            }
        }
        return best;
    }

    private static long number(long at) {
        return (WHOLE.get(at) ^ FLIP) + SHIFT;
    }

    private static long real(long in, long stride, long n) {
        long best = 0;
        double winner = REAL.get(in);
        for (long i = 1; i < n && !Double.isNaN(winner); i++) {
            double value = REAL.get(in + i * stride);
            if (TEST.real().test(value, winner) || Double.isNaN(value)) {
                winner = value;
                best = i;
            }
        }
        return best;
    }

    private static long complex(long in, long stride, long n) {
        long best = 0;
        double real = REAL.get(in);
        double imag = REAL.get(in + PART);
        for (long i = 1; i < n && !Double.isNaN(real) && !Double.isNaN(imag); i++) {
            double r = REAL.get(in + i * stride);
            double j = REAL.get(in + i * stride + PART);
            if (TEST.complex().test(r, j, real, imag) || Double.isNaN(r) || Double.isNaN(j)) {
                real = r;
                imag = j;
                best = i;
            }
        }
        return best;
    }
}
