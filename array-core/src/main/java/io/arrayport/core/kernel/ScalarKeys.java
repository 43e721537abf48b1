package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/** Template: the keys of one strip. */
final class ScalarKeys implements KeyKernel {
    record Spec(Keys keys) {}

    private static final Keys KEYS = Template.data(MethodHandles.lookup(), Spec.class).keys();

    @Override
    public long key(long at) {
        return KEYS.get(at);
    }

    @Override
    public void put(long at, long key) {
        KEYS.put(at, key);
    }

    @Override
    public void keys(long in, long stride, int n, long[] keys) {
        for (int i = 0; i < n; i++) {
            keys[i] = KEYS.get(in + i * stride);
        }
    }

    @Override
    public void sift(long in, long stride, int n, Sieve sieve) {
        long[] room = sieve.room();
        int kept = sieve.count;
        long low = sieve.low;
        long high = sieve.high;
        long below = 0;
        long onLow = 0;
        long onHigh = 0;
        long greatest = sieve.greatest;
        for (int i = 0; i < n; i++) {
            long key = KEYS.get(in + i * stride);
            room[kept] = key;
            kept += (key > low ? 1 : 0) & (key < high ? 1 : 0);
            below += key < low ? 1 : 0;
            onLow += key == low ? 1 : 0;
            onHigh += key == high ? 1 : 0;
            greatest = Math.max(greatest, key);
        }
        sieve.count = kept;
        sieve.below += below;
        sieve.onLow += onLow;
        sieve.onHigh += low == high ? 0 : onHigh;
        sieve.greatest = greatest;
    }
}
