package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/** Template: {@link CountKernel} one element after the other. */
final class ScalarCount implements CountKernel {
    record Spec(Lane lane, Whole whole, Real real) {
        static Spec of(Lane lane) {
            boolean floating = lane.isFloat() || lane.isComplex();
            return new Spec(lane, floating ? Whole.I64 : Whole.of(lane), floating ? Real.of(lane.part()) : Real.F64);
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Whole WHOLE = SPEC.whole();
    private static final Real REAL = SPEC.real();
    private static final boolean FLOAT = SPEC.lane().isFloat();
    private static final boolean COMPLEX = SPEC.lane().isComplex();
    private static final long PART = SPEC.lane().part().bytes();

    @Override
    public void run(long in, long inStride, long acc, long accStride, long n) {
        if (accStride == 0) {
            long count = 0;
            for (long i = 0; i < n; i++) {
                count += one(in + i * inStride);
            }
            Raw.i64(acc, Raw.i64(acc) + count);
            return;
        }
        for (long i = 0; i < n; i++) {
            long to = acc + i * accStride;
            Raw.i64(to, Raw.i64(to) + one(in + i * inStride));
        }
    }

    private static long one(long at) {
        return COMPLEX ? real(at) | real(at + PART) : FLOAT ? real(at) : WHOLE.get(at) != 0 ? 1 : 0;
    }

    private static long real(long at) {
        return REAL.get(at) != 0 ? 1 : 0;
    }
}
