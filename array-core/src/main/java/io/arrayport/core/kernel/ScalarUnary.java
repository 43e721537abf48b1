package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/** Template: {@link UnaryKernel} one element at a time; as {@link ScalarBinary}. */
final class ScalarUnary implements UnaryKernel {
    record Spec(UnaryStep step, int element, int outElement) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final UnaryStep STEP = SPEC.step();
    private static final long ELEMENT = SPEC.element();
    private static final long OUT_ELEMENT = SPEC.outElement();

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        if (inStride == ELEMENT && outStride == OUT_ELEMENT) {
            contiguous(in, out, n);
            return;
        }
        long from = in;
        long to = out;
        for (long i = n; i > 0; i--) {
            STEP.run(from, to);
            from += inStride;
            to += outStride;
        }
    }

    private static void contiguous(long in, long out, long n) {
        for (long i = 0; i < n; i++) {
            STEP.run(in + i * ELEMENT, out + i * OUT_ELEMENT);
        }
    }
}
