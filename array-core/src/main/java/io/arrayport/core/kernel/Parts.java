package io.arrayport.core.kernel;

/**
 * A kernel on pairs of numbers by one on their parts.
 *
 * @param in bytes of a part that is read
 * @param out bytes of a part that is written
 */
public record Parts(UnaryKernel part, int in, int out) implements UnaryKernel {
    @Override
    public void run(long from, long inStride, long to, long outStride, long n) {
        if (inStride == 2L * in && outStride == 2L * out) {
            part.run(from, in, to, out, 2 * n);
        } else {
            part.run(from, inStride, to, outStride, n);
            part.run(from + in, inStride, to + out, outStride, n);
        }
    }
}
