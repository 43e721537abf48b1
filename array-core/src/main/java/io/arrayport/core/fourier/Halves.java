package io.arrayport.core.fourier;

/**
 * Real numbers, an even count of them, as half as many complex ones: numbers 2k and 2k + 1 are the parts of number k.
 * What their transform and that of the real numbers have to do with each other.
 */
final class Halves {
    private final int half;
    private final Roots roots;

    /** @param n even */
    Halves(int n) {
        half = n / 2;
        roots = new Roots(n);
    }

    /** From the transform of half as many complex numbers to the first half of that of real ones, one number longer. */
    void split(Buffers b, int lanes) {
        ends(b, lanes, true);
        for (int k = 1; 2 * k <= half; k++) {
            Choice.BUTTERFLIES.split(b.re, b.im, k * lanes, (half - k) * lanes, lanes, roots.re(k), roots.im(k));
        }
    }

    /** The way back, without a factor, to what a backward transform makes real numbers of. */
    void join(Buffers b, int lanes) {
        ends(b, lanes, false);
        for (int k = 1; 2 * k <= half; k++) {
            Choice.BUTTERFLIES.join(b.re, b.im, k * lanes, (half - k) * lanes, lanes, roots.re(k), roots.im(k));
        }
    }

    /** The first number and the one behind the last: both are real, and are the parts of the first complex one. */
    private void ends(Buffers b, int lanes, boolean apart) {
        for (int lane = 0; lane < lanes; lane++) {
            int last = half * lanes + lane;
            double one = b.re[lane];
            double other = apart ? b.im[lane] : b.re[last];
            b.re[lane] = one + other;
            b.im[lane] = apart ? 0 : one - other;
            if (apart) {
                b.re[last] = one - other;
                b.im[last] = 0;
            }
        }
    }
}
