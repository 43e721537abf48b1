package io.arrayport.core.kernel;

/**
 * {@link ArgKernel} of contiguous real numbers: the best of each block, by vectors, then the first such element of the
 * first block that has it.
 *
 * @param near says which element of a block is best
 * @param far the same of an array that no cache holds
 * @param least elements of a block
 */
record VectorArg(Ordering ordering, Peak near, Peak far, int least, ArgKernel twin) implements ArgKernel {
    /** A block stays in the nearest cache until it is searched. */
    private static final int BYTES = 16_384;
    /** In the second one: what reads far memory should not be interrupted often. */
    private static final int FAR = 262_144;

    @Override
    public long run(long in, long stride, long n) {
        int element = ordering.lane().bytes();
        if (stride != element || n < least) {
            return twin.run(in, stride, n);
        }
        boolean isFar = n * element >= ReduceKernel.FAR_BYTES;
        Peak peak = isFar ? far : near;
        long block = Math.min(n, (isFar ? FAR : BYTES) / element);
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
        return find(in, n, best, best > top ? start : start + half(in + start * element, block, best));
    }

    /** Returns where a few of {@code count} elements begin that have the best of them first: half of half of them. */
    private long half(long in, long count, long best) {
        int element = ordering.lane().bytes();
        long start = 0;
        long left = count;
        while (left >= 2L * least) {
            long first = left / 2;
            boolean isThere = near.peak(in + start * element, first) == best;
            start += isThere ? 0 : first;
            left = isThere ? first : left - first;
        }
        return start;
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
