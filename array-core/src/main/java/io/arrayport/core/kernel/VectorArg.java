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
        return find(in, n, best, start);
    }

    /** Goes no further than to the last one: another thread may have written over the best since it was seen. */
    private long find(long in, long n, long best, long start) {
        int element = ordering.lane().bytes();
        long bits = ordering.bits(best);
        boolean isNan = best > ordering.top();
        boolean isZero = !isNan && ordering.isZero(bits);
        // There may be a zero of the other sign before
        for (long done = isZero ? 0 : start; done < n; done += BYTES) {
            int count = (int) Math.min(BYTES, n - done);
            long at = in + done * element;
            int first = isNan ? nan(at, count, element) : isZero ? zero(at, count, element)
                    : find(at, count, element, bits);
            if (first < count) {
                return done + first;
            }
        }
        return n - 1;
    }

    private int nan(long in, int n, int element) {
        Whole form = ordering.form();
        long top = ordering.top();
        int i = 0;
        while (i < n && ordering.of(form.get(in + (long) i * element)) <= top) {
            i++;
        }
        return i;
    }

    private int zero(long in, int n, int element) {
        Whole form = ordering.form();
        int i = 0;
        while (i < n && !ordering.isZero(form.get(in + (long) i * element))) {
            i++;
        }
        return i;
    }

    private int find(long in, int n, int element, long bits) {
        Whole form = ordering.form();
        int i = 0;
        while (i < n && form.get(in + (long) i * element) != bits) {
            i++;
        }
        return i;
    }
}
