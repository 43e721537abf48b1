package io.arrayport.core.kernel;

import java.util.Arrays;

/**
 * What one look at all keys tells of a range of them: how many lie below, on either bound, and, collected, which lie
 * strictly inside. Bounds are counted apart, so that a key that comes very often is not collected very often.
 */
final class Sieve {
    /** Most keys that are looked at before room is made again. */
    static final int BLOCK = 1024;

    final long low;
    final long high;
    long below;
    long onLow;
    long onHigh;
    long greatest = Long.MIN_VALUE;
    long[] inside;
    int count;

    /** @param expected how many keys will be inside, about */
    Sieve(long low, long high, long expected) {
        this.low = low;
        this.high = high;
        inside = new long[(int) Math.min(Integer.MAX_VALUE - 8, BLOCK + expected + expected / 4)];
    }

    /** Makes room for a block of keys. */
    long[] room() {
        if (inside.length - count < BLOCK) {
            inside = Arrays.copyOf(inside, Math.max(inside.length + BLOCK, inside.length + (inside.length >> 1)));
        }
        return inside;
    }

    /** Returns whether the key of {@code rank} is one of those that were looked for. */
    boolean holds(long rank) {
        return rank >= below && rank < below + onLow + count + onHigh;
    }
}
