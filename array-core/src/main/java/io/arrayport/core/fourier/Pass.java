package io.arrayport.core.fourier;

/** One pass over all numbers: butterflies of {@code radix} of them each, and the roots their results are turned by. */
final class Pass {
    final int radix;
    /** How many butterflies; numbers of one lie so far apart. */
    final int count;
    /** Result j of butterfly p, from 1 on, at {@code p * (radix - 1) + j - 1}. */
    final double[] re;
    final double[] im;
    /** The roots of the radix. */
    final double[] ownRe;
    final double[] ownIm;

    Pass(int radix, int count) {
        this.radix = radix;
        this.count = count;
        re = new double[(radix - 1) * count];
        im = new double[(radix - 1) * count];
        long n = (long) radix * count;
        for (int p = 0; p < count; p++) {
            for (int j = 1; j < radix; j++) {
                re[p * (radix - 1) + j - 1] = Roots.re((long) p * j, n);
                im[p * (radix - 1) + j - 1] = Roots.im((long) p * j, n);
            }
        }
        ownRe = new double[radix];
        ownIm = new double[radix];
        for (int j = 0; j < radix; j++) {
            ownRe[j] = Roots.re(j, radix);
            ownIm[j] = Roots.im(j, radix);
        }
    }
}
