package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/** Template: {@link SearchKernel} of what has keys. */
final class ScalarSearch implements SearchKernel {
    /** @param signedZeros whether there are two keys of 0 */
    record Spec(Keys keys, boolean signedZeros) {
        static Spec of(Lane lane) {
            return new Spec(Keys.of(lane), lane.isFloat());
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Keys KEYS = SPEC.keys();
    private static final boolean SIGNED_ZEROS = SPEC.signedZeros();

    @Override
    public void run(Sorted sorted, long values, long stride, long out, long outStride, long count, boolean right) {
        for (long i = 0; i < count; i++) {
            Raw.i64(out + i * outStride, find(sorted, key(values + i * stride), right));
        }
    }

    private static long find(Sorted sorted, long key, boolean right) {
        if (right && key == Long.MAX_VALUE) {
            return sorted.n();
        }
        long bound = right ? key + 1 : key;
        return sorted.sorter() == 0 && sorted.stride() != 0 ? direct(sorted, bound) : indirect(sorted, bound);
    }

    /** Returns how many keys are less. Which way it goes is as good as random: a sum is faster than a jump. */
    private static long direct(Sorted sorted, long bound) {
        long stride = sorted.stride();
        long from = sorted.at();
        long left = sorted.n();
        while (left > 1) {
            long half = left >>> 1;
            from += key(from + (half - 1) * stride) < bound ? half * stride : 0;
            left -= half;
        }
        return (from - sorted.at()) / stride + (left > 0 && key(from) < bound ? 1 : 0);
    }

    private static long indirect(Sorted sorted, long bound) {
        long before = 0;
        long left = sorted.n();
        while (left > 0) {
            long half = left >>> 1;
            boolean less = key(sorted.address(before + half)) < bound;
            before += less ? half + 1 : 0;
            left = less ? left - half - 1 : half;
        }
        return before;
    }

    private static long key(long at) {
        long key = KEYS.get(at);
        return SIGNED_ZEROS && key == -1 ? 0 : key;
    }
}
