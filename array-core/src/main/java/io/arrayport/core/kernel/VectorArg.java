package io.arrayport.core.kernel;

/**
 * {@link ArgKernel} of contiguous real numbers: the best of each block, by vectors, then the first such element of the
 * first block that has it.
 *
 * @param peak says which element of a block is best
 */
record VectorArg(Ordering ordering, Peak peak, int least, ArgKernel twin) implements ArgKernel {
    /** A block stays in the nearest cache until it is searched. */
    private static final int BYTES = 16_384;

    @Override
    public long run(long in, long stride, long n) {
        int element = ordering.lane().bytes();
        if (stride != element || n < least) {
            return twin.run(in, stride, n);
        }
        long block = Math.min(n, BYTES / element);
        long top = ordering.top();
        long best = Long.MIN_VALUE;
        long start = 0;
        for (long done = 0; done < n && best <= top; done += block) {
            long from = Math.min(done, n - block); // the last one may overlap the one before
            long number = peak.peak(in + from * element, block);
            if (number > best || done == 0) {
                best = number;
                start = from;
            }
        }
        return find(in, n - 1, best, start, top);
    }

    /** Goes no further than to the last one: another thread may have written over the best since it was seen. */
    private long find(long in, long last, long best, long start, long top) {
        Whole form = ordering.form();
        int element = ordering.lane().bytes();
        long i = start;
        if (best > top) {
            while (i < last && ordering.of(form.get(in + i * element)) <= top) {
                i++;
            }
            return i;
        }
        long bits = ordering.bits(best);
        if (ordering.isZero(bits)) {
            i = 0; // there may be one of the other sign
            while (i < last && !ordering.isZero(form.get(in + i * element))) {
                i++;
            }
            return i;
        }
        while (i < last && form.get(in + i * element) != bits) {
            i++;
        }
        return i;
    }
}
