package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/**
 * Template: {@link StepKernel} for one size and two steps. As constants the compiler unrolls the loop and looks at the
 * bounds of memory once, which takes half the time.
 */
final class FixedSteps implements StepKernel {
    record Spec(int itemsize, long fromStep, long toStep) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final int ITEMSIZE = SPEC.itemsize();
    private static final long FROM = SPEC.fromStep();
    private static final long TO = SPEC.toStep();

    @Override
    public void run(long from, long to, long n) {
        for (long i = 0; i < n; i++) {
            one(from + i * FROM, to + i * TO);
        }
    }

    /** All but one of the sizes are not there for the compiler. */
    private static void one(long from, long to) {
        switch (ITEMSIZE) {
            case 1 -> Raw.i8(to, Raw.i8(from));
            case 2 -> Raw.i16(to, Raw.i16(from));
            case 4 -> Raw.i32(to, Raw.i32(from));
            case 8 -> Raw.i64(to, Raw.i64(from));
            default -> {
                long second = Raw.i64(from + 8);
                Raw.i64(to, Raw.i64(from));
                Raw.i64(to + 8, second);
            }
        }
    }
}
