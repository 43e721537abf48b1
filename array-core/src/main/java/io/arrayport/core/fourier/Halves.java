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
            double wr = roots.re(k);
            double wi = roots.im(k);
            int low = k * lanes;
            int high = (half - k) * lanes;
            for (int lane = 0; lane < lanes; lane++) {
                double er = 0.5 * (b.re[low + lane] + b.re[high + lane]);
                double ei = 0.5 * (b.im[low + lane] - b.im[high + lane]);
                double or = 0.5 * (b.im[low + lane] + b.im[high + lane]);
                double oi = 0.5 * (b.re[high + lane] - b.re[low + lane]);
                double tr = or * wr - oi * wi;
                double ti = or * wi + oi * wr;
                b.re[low + lane] = er + tr;
                b.im[low + lane] = ei + ti;
                b.re[high + lane] = er - tr;
                b.im[high + lane] = ti - ei;
            }
        }
    }

    /** The way back, without a factor, to what a backward transform makes real numbers of. */
    void join(Buffers b, int lanes) {
        ends(b, lanes, false);
        for (int k = 1; 2 * k <= half; k++) {
            double wr = roots.re(k);
            double wi = roots.im(k);
            int low = k * lanes;
            int high = (half - k) * lanes;
            for (int lane = 0; lane < lanes; lane++) {
                double er = b.re[low + lane] + b.re[high + lane];
                double ei = b.im[low + lane] - b.im[high + lane];
                double dr = b.re[low + lane] - b.re[high + lane];
                double di = b.im[low + lane] + b.im[high + lane];
                double or = dr * wr + di * wi;
                double oi = di * wr - dr * wi;
                b.re[low + lane] = er - oi;
                b.im[low + lane] = ei + or;
                b.re[high + lane] = er + oi;
                b.im[high + lane] = or - ei;
            }
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
