package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

import io.arrayport.core.backend.Op;

/**
 * Template: {@link ReduceKernel} of any elements by their truth, into a bool, one after the other, with any stride.
 * All and any end where they are decided.
 */
final class ScalarLogic implements ReduceKernel {
    /** @param op LOGICAL_AND, LOGICAL_OR or LOGICAL_XOR */
    record Spec(Op op, Lane lane, Whole whole, Real real) {
        static Spec of(Op op, Lane lane) {
            boolean floating = lane.isFloat() || lane.isComplex();
            return new Spec(op, lane, floating ? Whole.I64 : Whole.of(lane),
                    floating ? Real.of(lane.part()) : Real.F64);
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Whole WHOLE = SPEC.whole();
    private static final Real REAL = SPEC.real();
    private static final boolean COUNTS = SPEC.op() == Op.LOGICAL_XOR;
    private static final boolean DECIDES = SPEC.op() == Op.LOGICAL_OR;
    private static final boolean FLOAT = SPEC.lane().isFloat();
    private static final boolean COMPLEX = SPEC.lane().isComplex();
    private static final long PART = SPEC.lane().part().bytes();

    @Override
    public void run(long in, long stride, long n, long acc) {
        boolean result = Raw.i8(acc) != 0;
        if (COUNTS) {
            for (long i = 0; i < n; i++) {
                result ^= isTrue(in + i * stride);
            }
        } else {
            for (long i = 0; i < n && result != DECIDES; i++) {
                result = isTrue(in + i * stride);
            }
        }
        Raw.i8(acc, (byte) (result ? 1 : 0));
    }

    private static boolean isTrue(long at) {
        return COMPLEX ? REAL.get(at) != 0 || REAL.get(at + PART) != 0
                : FLOAT ? REAL.get(at) != 0 : WHOLE.get(at) != 0;
    }
}
