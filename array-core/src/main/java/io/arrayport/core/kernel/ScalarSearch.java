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
    private static final int ABREAST = 4;

    @Override
    public void run(Sorted sorted, long values, long stride, long out, long outStride, long count, boolean right) {
        long done = 0;
        if (sorted.sorter() == 0 && sorted.stride() != 0 && sorted.n() > 0) {
            for (; done + ABREAST <= count; done += ABREAST) {
                if (!four(sorted, values + done * stride, stride, out + done * outStride, outStride, right)) {
                    each(sorted, values + done * stride, stride, out + done * outStride, outStride, ABREAST, right);
                }
            }
        }
        each(sorted, values + done * stride, stride, out + done * outStride, outStride, count - done, right);
    }

    private static void each(Sorted sorted, long values, long stride, long out, long outStride, long count,
            boolean right) {
        for (long i = 0; i < count; i++) {
            Raw.i64(out + i * outStride, find(sorted, key(values + i * stride), right));
        }
    }

    /**
     * Finds four at a time, none of which waits for what another reads. Returns false, and writes nothing, if one is
     * above all numbers.
     */
    private static boolean four(Sorted sorted, long values, long stride, long out, long outStride, boolean right) {
        long one = right ? 1 : 0;
        long a = key(values) + one;
        long b = key(values + stride) + one;
        long c = key(values + 2 * stride) + one;
        long d = key(values + 3 * stride) + one;
        if (right && Math.min(Math.min(a, b), Math.min(c, d)) == Long.MIN_VALUE) {
            return false;
        }
        long step = sorted.stride();
        long inA = sorted.at();
        long inB = inA;
        long inC = inA;
        long inD = inA;
        for (long left = sorted.n(); left > 1; left -= left >>> 1) {
            long half = (left >>> 1) * step;
            long last = half - step;
            inA += half & less(key(inA + last), a);
            inB += half & less(key(inB + last), b);
            inC += half & less(key(inC + last), c);
            inD += half & less(key(inD + last), d);
        }
        Raw.i64(out, (inA - sorted.at()) / step - less(key(inA), a));
        Raw.i64(out + outStride, (inB - sorted.at()) / step - less(key(inB), b));
        Raw.i64(out + 2 * outStride, (inC - sorted.at()) / step - less(key(inC), c));
        Raw.i64(out + 3 * outStride, (inD - sorted.at()) / step - less(key(inD), d));
        return true;
    }

    /** Returns -1 if it is, else 0: the sign of the difference, also where that overflows. Never a jump. */
    private static long less(long key, long bound) {
        return (key & ~bound | ~(key ^ bound) & key - bound) >> 63;
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
