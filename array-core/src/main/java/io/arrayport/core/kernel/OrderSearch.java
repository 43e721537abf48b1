package io.arrayport.core.kernel;

/**
 * Finds where elements belong among sorted ones that are no numbers.
 *
 * @param order in which they are sorted
 */
public record OrderSearch(ElementOrder order) implements SearchKernel {
    @Override
    public void run(Sorted sorted, long values, long stride, long out, long outStride, long count, boolean right) {
        for (long i = 0; i < count; i++) {
            Raw.i64(out + i * outStride, place(sorted, values + i * stride, right));
        }
    }

    private long place(Sorted sorted, long value, boolean right) {
        long low = 0;
        long high = sorted.n();
        while (low < high) {
            long middle = low + high >>> 1;
            int sign = order.compare(sorted.address(middle), value);
            if (sign < 0 || right && sign == 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
