package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/** Template: {@link ScanKernel}. Each element waits for the one before, so that there is no vector form. */
final class ScalarScan implements ScanKernel {
    record Spec(Step step) {}

    private static final Step STEP = Template.data(MethodHandles.lookup(), Spec.class).step();

    @Override
    public void run(long in, long inStride, long out, long outStride, long n) {
        for (long i = 0; i < n; i++) {
            long at = out + i * outStride;
            STEP.run(at - outStride, in + i * inStride, at);
        }
    }
}
