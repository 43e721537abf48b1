package io.arrayport.core.kernel;

/**
 * Two kernels that give the same bits.
 *
 * @param kernel for contiguous strips of {@code least} elements on
 * @param twin for all others
 * @param in bytes of an element that is read
 * @param out bytes of an element that is written
 */
record LongStrips(UnaryKernel kernel, UnaryKernel twin, int in, int out, int least) implements UnaryKernel {
    @Override
    public void run(long from, long inStride, long to, long outStride, long n) {
        (n >= least && inStride == in && outStride == out ? kernel : twin).run(from, inStride, to, outStride, n);
    }
}
