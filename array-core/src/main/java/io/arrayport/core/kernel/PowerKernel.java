package io.arrayport.core.kernel;

import io.arrayport.core.backend.Op;

/**
 * {@link BinaryKernel} of powers, which are squares where the exponent is one repeated 2: {@code a ** 2} costs what
 * {@code square(a)} does. The general kernel has the same bits for these.
 */
record PowerKernel(BinaryKernel general, UnaryKernel square, boolean real, Lane lane) implements BinaryKernel {
    static BinaryKernel of(BinaryKernel general, Lane lane) {
        return lane.isComplex() ? general
                : new PowerKernel(general, Kernels.unary(Op.SQUARE, lane), lane.isFloat(), lane);
    }

    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        if (bStride == 0 && n > 0 && isTwo(b)) {
            square.run(a, aStride, out, outStride, n);
        } else {
            general.run(a, aStride, b, bStride, out, outStride, n);
        }
    }

    private boolean isTwo(long b) {
        return real ? Real.of(lane).get(b) == 2 : Whole.of(lane).get(b) == 2;
    }
}
