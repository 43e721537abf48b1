package io.arrayport.core.fourier;

/** Number by number. */
final class PlainButterflies implements Butterflies {
    @Override
    public void run(Pass pass, int s, double[] ar, double[] ai, double[] br, double[] bi) {
        switch (pass.radix) {
            case 2 -> two(pass, s, ar, ai, br, bi);
            case 3 -> three(pass, s, ar, ai, br, bi);
            case 4 -> four(pass, s, ar, ai, br, bi);
            case 5 -> {
                five(pass, s, ar, ai, br, bi);
                turn(pass, s, br, bi);
            }
            default -> {
                odd(pass, s, ar, ai, br, bi);
                turn(pass, s, br, bi);
            }
        }
    }

    private static void two(Pass pass, int s, double[] ar, double[] ai, double[] br, double[] bi) {
        int m = s * pass.count;
        for (int p = 0; p < pass.count; p++) {
            double wr = pass.re[p];
            double wi = pass.im[p];
            int out = s * p;
            for (int in = s * p; in < s * p + s; in++) {
                double r0 = ar[in];
                double i0 = ai[in];
                double r1 = ar[in + m];
                double i1 = ai[in + m];
                br[out + in] = r0 + r1;
                bi[out + in] = i0 + i1;
                put(r0 - r1, i0 - i1, wr, wi, br, bi, out + in + s);
            }
        }
    }

    private static void three(Pass pass, int s, double[] ar, double[] ai, double[] br, double[] bi) {
        int m = s * pass.count;
        for (int p = 0; p < pass.count; p++) {
            double w1r = pass.re[2 * p];
            double w1i = pass.im[2 * p];
            double w2r = pass.re[2 * p + 1];
            double w2i = pass.im[2 * p + 1];
            int out = 2 * s * p;
            for (int in = s * p; in < s * p + s; in++) {
                double r0 = ar[in];
                double i0 = ai[in];
                double sr = ar[in + m] + ar[in + 2 * m];
                double si = ai[in + m] + ai[in + 2 * m];
                double dr = (ar[in + m] - ar[in + 2 * m]) * SIN_60;
                double di = (ai[in + m] - ai[in + 2 * m]) * SIN_60;
                br[out + in] = r0 + sr;
                bi[out + in] = i0 + si;
                double tr = r0 - sr * 0.5;
                double ti = i0 - si * 0.5;
                put(tr + di, ti - dr, w1r, w1i, br, bi, out + in + s);
                put(tr - di, ti + dr, w2r, w2i, br, bi, out + in + 2 * s);
            }
        }
    }

    private static void four(Pass pass, int s, double[] ar, double[] ai, double[] br, double[] bi) {
        int m = s * pass.count;
        for (int p = 0; p < pass.count; p++) {
            double w1r = pass.re[3 * p];
            double w1i = pass.im[3 * p];
            double w2r = pass.re[3 * p + 1];
            double w2i = pass.im[3 * p + 1];
            double w3r = pass.re[3 * p + 2];
            double w3i = pass.im[3 * p + 2];
            int out = 3 * s * p;
            for (int in = s * p; in < s * p + s; in++) {
                double sr = ar[in] + ar[in + 2 * m];
                double si = ai[in] + ai[in + 2 * m];
                double dr = ar[in] - ar[in + 2 * m];
                double di = ai[in] - ai[in + 2 * m];
                double tr = ar[in + m] + ar[in + 3 * m];
                double ti = ai[in + m] + ai[in + 3 * m];
                double er = ar[in + m] - ar[in + 3 * m];
                double ei = ai[in + m] - ai[in + 3 * m];
                br[out + in] = sr + tr;
                bi[out + in] = si + ti;
                put(dr + ei, di - er, w1r, w1i, br, bi, out + in + s);
                put(sr - tr, si - ti, w2r, w2i, br, bi, out + in + 2 * s);
                put(dr - ei, di + er, w3r, w3i, br, bi, out + in + 3 * s);
            }
        }
    }

    /** Results are yet to be turned. */
    private static void five(Pass pass, int s, double[] ar, double[] ai, double[] br, double[] bi) {
        int m = s * pass.count;
        double c1 = pass.ownRe[1];
        double c2 = pass.ownRe[2];
        double s1 = pass.ownIm[1];
        double s2 = pass.ownIm[2];
        for (int p = 0; p < pass.count; p++) {
            int out = 4 * s * p;
            for (int in = s * p; in < s * p + s; in++) {
                double r0 = ar[in];
                double i0 = ai[in];
                double sr = ar[in + m] + ar[in + 4 * m];
                double si = ai[in + m] + ai[in + 4 * m];
                double dr = ar[in + m] - ar[in + 4 * m];
                double di = ai[in + m] - ai[in + 4 * m];
                double tr = ar[in + 2 * m] + ar[in + 3 * m];
                double ti = ai[in + 2 * m] + ai[in + 3 * m];
                double er = ar[in + 2 * m] - ar[in + 3 * m];
                double ei = ai[in + 2 * m] - ai[in + 3 * m];
                br[out + in] = r0 + sr + tr;
                bi[out + in] = i0 + si + ti;
                double fr = r0 + sr * c1 + tr * c2;
                double fi = i0 + si * c1 + ti * c2;
                double gr = dr * s1 + er * s2;
                double gi = di * s1 + ei * s2;
                br[out + in + s] = fr - gi;
                bi[out + in + s] = fi + gr;
                br[out + in + 4 * s] = fr + gi;
                bi[out + in + 4 * s] = fi - gr;
                fr = r0 + sr * c2 + tr * c1;
                fi = i0 + si * c2 + ti * c1;
                gr = dr * s2 - er * s1;
                gi = di * s2 - ei * s1;
                br[out + in + 2 * s] = fr - gi;
                bi[out + in + 2 * s] = fi + gr;
                br[out + in + 3 * s] = fr + gi;
                bi[out + in + 3 * s] = fi - gr;
            }
        }
    }

    /** Any odd radix: results j and radix - j are made of the same products, and are yet to be turned. */
    private static void odd(Pass pass, int s, double[] ar, double[] ai, double[] br, double[] bi) {
        for (int p = 0; p < pass.count; p++) {
            fold(pass, s * p, s, ar, ai, br, bi);
            for (int j = 1; j <= pass.radix / 2; j++) {
                pair(pass, p, j, s, ar, ai, br, bi);
            }
        }
    }

    /** Puts sums and differences of numbers k and radix - k in their places; result 0 is the sum of all. */
    private static void fold(Pass pass, int in, int s, double[] ar, double[] ai, double[] br, double[] bi) {
        int m = s * pass.count;
        int radix = pass.radix;
        for (int q = in; q < in + s; q++) {
            double sumRe = ar[q];
            double sumIm = ai[q];
            for (int k = 1; k <= radix / 2; k++) {
                int low = q + k * m;
                int high = q + (radix - k) * m;
                double r = ar[high];
                double i = ai[high];
                ar[high] = ar[low] - r;
                ai[high] = ai[low] - i;
                ar[low] += r;
                ai[low] += i;
                sumRe += ar[low];
                sumIm += ai[low];
            }
            br[q + (radix - 1) * in] = sumRe;
            bi[q + (radix - 1) * in] = sumIm;
        }
    }

    private static void pair(Pass pass, int p, int j, int s, double[] ar, double[] ai, double[] br, double[] bi) {
        int m = s * pass.count;
        int radix = pass.radix;
        for (int q = s * p; q < s * p + s; q++) {
            double er = ar[q];
            double ei = ai[q];
            double or = 0;
            double oi = 0;
            int turn = 0;
            for (int k = 1; k <= radix / 2; k++) {
                turn += j;
                turn = turn >= radix ? turn - radix : turn;
                int low = q + k * m;
                int high = q + (radix - k) * m;
                er += ar[low] * pass.ownRe[turn];
                ei += ai[low] * pass.ownRe[turn];
                or += ar[high] * pass.ownIm[turn];
                oi += ai[high] * pass.ownIm[turn];
            }
            int out = q + (radix - 1) * s * p;
            br[out + j * s] = er - oi;
            bi[out + j * s] = ei + or;
            br[out + (radix - j) * s] = er + oi;
            bi[out + (radix - j) * s] = ei - or;
        }
    }

    private static void put(double r, double i, double wr, double wi, double[] br, double[] bi, int at) {
        br[at] = r * wr - i * wi;
        bi[at] = r * wi + i * wr;
    }

    @Override
    public void turn(double[] ar, double[] ai, int at, int count, double wr, double wi, double[] br, double[] bi) {
        for (int i = at; i < at + count; i++) {
            put(ar[i], ai[i], wr, wi, br, bi, i);
        }
    }

    @Override
    public void twist(double[] ar, double[] ai, int at, int count, double[] rootRe, double[] rootIm, double wr,
            double wi, double[] br, double[] bi, int to) {
        for (int i = 0; i < count; i++) {
            double r = rootRe[at + i] * wr - rootIm[at + i] * wi;
            double im = rootRe[at + i] * wi + rootIm[at + i] * wr;
            put(ar[at + i], ai[at + i], r, im, br, bi, to + i);
        }
    }

    @Override
    public void split(double[] re, double[] im, int low, int high, int count, double wr, double wi) {
        for (int i = 0; i < count; i++) {
            double er = 0.5 * (re[low + i] + re[high + i]);
            double ei = 0.5 * (im[low + i] - im[high + i]);
            double or = 0.5 * (im[low + i] + im[high + i]);
            double oi = 0.5 * (re[high + i] - re[low + i]);
            double tr = or * wr - oi * wi;
            double ti = or * wi + oi * wr;
            re[low + i] = er + tr;
            im[low + i] = ei + ti;
            re[high + i] = er - tr;
            im[high + i] = ti - ei;
        }
    }

    @Override
    public void join(double[] re, double[] im, int low, int high, int count, double wr, double wi) {
        for (int i = 0; i < count; i++) {
            double er = re[low + i] + re[high + i];
            double ei = im[low + i] - im[high + i];
            double dr = re[low + i] - re[high + i];
            double di = im[low + i] + im[high + i];
            double or = dr * wr + di * wi;
            double oi = di * wr - dr * wi;
            re[low + i] = er - oi;
            im[low + i] = ei + or;
            re[high + i] = er + oi;
            im[high + i] = or - ei;
        }
    }
}
