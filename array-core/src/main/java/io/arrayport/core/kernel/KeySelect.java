package io.arrayport.core.kernel;

/**
 * {@link SelectKernel} of what has keys.
 *
 * @param kernel the lane's keys
 * @param longs the keys of I64, which are the numbers themselves
 * @param sort of longs
 */
record KeySelect(KeyKernel kernel, KeyKernel longs, StripSort sort) implements SelectKernel {
    @Override
    public void run(long in, long stride, long n, long[] ranks, long out, long outStride) {
        long[] found = Selection.select(kernel, longs, sort, in, stride, n, ranks);
        for (int i = 0; i < found.length; i++) {
            kernel.put(out + i * outStride, found[i]);
        }
    }
}
