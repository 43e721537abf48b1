package io.arrayport.core.fourier;

import java.util.Arrays;

/**
 * Any length, by Bluestein's way: numbers times a chirp {@code exp(-pi i k k / n)}, convolved with its conjugate, are
 * the transform times that chirp. The convolution has a length of small factors.
 */
final class Bluestein implements Transform {
    private final Transform convolution;
    private final double[] chirpRe;
    private final double[] chirpIm;
    /** The transform of the chirp's conjugate, divided by the convolution's length. */
    private final double[] filterRe;
    private final double[] filterIm;

    /** @param convolution of at least {@code 2 n - 1} */
    Bluestein(int n, Transform convolution) {
        this.convolution = convolution;
        chirpRe = new double[n];
        chirpIm = new double[n];
        int m = convolution.length();
        Buffers filter = new Buffers(m);
        long circle = 2L * n;
        Roots roots = new Roots(circle);
        for (int i = 0; i < n; i++) {
            long square = (long) i * i % circle;
            chirpRe[i] = roots.re(square);
            chirpIm[i] = roots.im(square);
            int mirrored = i == 0 ? 0 : m - i;
            filter.re[i] = chirpRe[i] / m;
            filter.im[i] = -chirpIm[i] / m;
            filter.re[mirrored] = filter.re[i];
            filter.im[mirrored] = filter.im[i];
        }
        convolution.forward(filter, 1);
        filterRe = filter.re;
        filterIm = filter.im;
    }

    @Override
    public int length() {
        return chirpRe.length;
    }

    @Override
    public long room() {
        return 4L * length() + convolution.room();
    }

    @Override
    public void forward(Buffers b, int lanes) {
        int n = length();
        int m = convolution.length();
        Buffers wide = b.inner(m * lanes);
        for (int i = 0; i < n; i++) {
            Choice.BUTTERFLIES.turn(b.re, b.im, i * lanes, lanes, chirpRe[i], chirpIm[i], wide.re, wide.im);
        }
        Arrays.fill(wide.re, n * lanes, m * lanes, 0);
        Arrays.fill(wide.im, n * lanes, m * lanes, 0);
        convolution.forward(wide, lanes);
        for (int i = 0; i < m; i++) {
            Choice.BUTTERFLIES.turn(wide.re, wide.im, i * lanes, lanes, filterRe[i], filterIm[i], wide.re, wide.im);
        }
        wide.exchange();
        convolution.forward(wide, lanes);
        wide.exchange();
        for (int i = 0; i < n; i++) {
            Choice.BUTTERFLIES.turn(wide.re, wide.im, i * lanes, lanes, chirpRe[i], chirpIm[i], b.re, b.im);
        }
    }
}
