package io.arrayport.core.kernel;

/**
 * {@link BinaryKernel} by three others, each for one way in which its inputs lie, contiguous or one repeated element,
 * into a contiguous result; what lies otherwise is the twin's.
 *
 * @param element bytes of an element
 * @param least how many elements the three need at least
 */
record ByOperands(BinaryKernel both, BinaryKernel right, BinaryKernel left, BinaryKernel twin, int element, int least)
        implements BinaryKernel {
    @Override
    public void run(long a, long aStride, long b, long bStride, long out, long outStride, long n) {
        BinaryKernel kernel = n >= least && outStride == element ? of(aStride, bStride) : twin;
        kernel.run(a, aStride, b, bStride, out, outStride, n);
    }

    @Override
    public int element() {
        return element;
    }

    private BinaryKernel of(long aStride, long bStride) {
        if (aStride == element) {
            return bStride == element ? both : bStride == 0 ? right : twin;
        }
        return aStride == 0 && bStride == element ? left : twin;
    }
}
