package io.arrayport.core.kernel;

/** {@code out[i] = minimum(maximum(in[i], least), most)} over one contiguous strip, into memory apart from it. */
@FunctionalInterface
public interface ClipKernel {
    /** Computes {@code n >= 0} elements; the bounds are addresses of one element each. */
    void run(long in, long least, long most, long out, long n);

    /** Returns the kernel that does it by two others, which each take a block while it is in the cache. */
    static ClipKernel twice(BinaryKernel maximum, BinaryKernel minimum, int itemsize) {
        long block = (256L << 10) / itemsize;
        return (in, least, most, out, n) -> {
            for (long done = 0; done < n; done += block) {
                long at = done * itemsize;
                long part = Math.min(block, n - done);
                maximum.run(in + at, itemsize, least, 0, out + at, itemsize, part);
                minimum.run(out + at, itemsize, most, 0, out + at, itemsize, part);
            }
        };
    }
}
