package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/** Template: the keys of one strip. */
final class ScalarKeys implements KeyKernel {
    /** @param bytes of an element */
    record Spec(Keys keys, int bytes) {
        static Spec of(Lane lane) {
            return new Spec(Keys.of(lane), lane.bytes());
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final Keys KEYS = SPEC.keys();
    private static final int ELEMENT = SPEC.bytes();

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
    public void collect(long in, long stride, long n, long places, long out) {
        switch (0) { // longer than what is inlined: see Template
            case 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80 -> {}
            default -> {}
        }
        if (places == 0) {
            for (long i = 0; i < n; i++) {
                Raw.i64(out + i * Long.BYTES, KEYS.get(in + i * stride));
            }
        } else {
            for (long i = 0; i < n; i++) {
                Raw.i64(out + i * Long.BYTES, KEYS.get(in + Raw.i64(places + i * Long.BYTES) * stride));
            }
        }
    }

    @Override
    public void spread(long keys, long n, long out, long stride) {
        for (long i = 0; i < n; i++) {
            KEYS.put(out + i * stride, Raw.i64(keys + i * Long.BYTES));
        }
    }

    @Override
    public void repeat(long out, long n, long key) {
        for (long i = 0; i < n; i++) {
            KEYS.put(out + i * ELEMENT, key);
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
