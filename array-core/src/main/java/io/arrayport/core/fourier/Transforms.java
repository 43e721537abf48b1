package io.arrayport.core.fourier;

import java.util.ArrayList;
import java.util.List;

/** Which way a length is transformed. */
final class Transforms {
    /** Rows that are transformed together: a multiple of the length of every vector of doubles. */
    static final int LANES = 8;
    /** Up to here tables and buffers of all lanes stay in a cache of the second level. */
    static final int SHORT = 4096;

    private static final int LARGEST_RADIX = 31;
    private static final int LEAST_SIDE = 8;

    private Transforms() {}

    /** @param n 1 to {@link Plan#LONGEST} */
    static Transform of(int n) {
        int largest = largestFactor(n);
        if (largest > LARGEST_RADIX) {
            return largest == n ? new Bluestein(n, of(smooth(2 * n - 1)))
                    : new FourStep(of(n / largest), of(largest));
        }
        int side = n <= SHORT ? 1 : side(n);
        return side < LEAST_SIDE ? new MixedRadix(n, factors(n)) : new FourStep(of(side), of(n / side));
    }

    /** About how many doubles tables and buffers of one row take, known before they are made. */
    static long room(int n) {
        int largest = largestFactor(n);
        if (largest <= LARGEST_RADIX) {
            return 4L * n;
        }
        if (largest < n) {
            return 6L * n + room(largest);
        }
        int m = smooth(2 * n - 1);
        return 6L * n + 2L * m + room(m);
    }

    /** The greatest factor that is at most the root. */
    private static int side(int n) {
        int side = (int) Math.sqrt(n);
        while (n % side != 0) {
            side--;
        }
        return side;
    }

    /** The least product of twos, threes and fives that is not less. */
    private static int smooth(int least) {
        long best = Long.MAX_VALUE;
        for (long fives = 1; fives < best; fives *= 5) {
            for (long threes = fives; threes < best; threes *= 3) {
                long twos = threes;
                while (twos < least) {
                    twos *= 2;
                }
                best = Math.min(best, twos);
            }
        }
        return Math.toIntExact(best);
    }

    private static int largestFactor(int n) {
        int left = n;
        int largest = 1;
        for (int factor = 2; (long) factor * factor <= left; factor++) {
            while (left % factor == 0) {
                left /= factor;
                largest = factor;
            }
        }
        return Math.max(left, largest);
    }

    /** Fours, at most one two, and odd primes. */
    private static List<Integer> factors(int n) {
        List<Integer> factors = new ArrayList<>();
        int left = n;
        while (left % 4 == 0) {
            factors.add(4);
            left /= 4;
        }
        for (int prime = 2; left > 1; prime++) {
            while (left % prime == 0) {
                factors.add(prime);
                left /= prime;
            }
        }
        return factors;
    }
}
