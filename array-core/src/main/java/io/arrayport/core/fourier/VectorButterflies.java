package io.arrayport.core.fourier;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many numbers at once as a vector holds, where a stride is a multiple of that; the others go to the plain ones.
 * Methods are as small as they are because the compiler stops to inline vectors in larger ones, which costs a factor
 * of ten.
 */
final class VectorButterflies implements Butterflies {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final Class<?> VECTOR = SPECIES.vectorType();
    private static final int LENGTH = SPECIES.length();

    private final Butterflies plain = new PlainButterflies();

    @Override
    public void run(Pass pass, int s, double[] ar, double[] ai, double[] br, double[] bi) {
        if (s % LENGTH != 0) {
            plain.run(pass, s, ar, ai, br, bi);
            return;
        }
        switch (pass.radix) {
            case 2 -> two(pass, s, ar, ai, br, bi);
            case 3 -> three(pass, s, ar, ai, br, bi);
            case 4 -> four(pass, s, ar, ai, br, bi);
            case 5 -> {
                five(pass, s, ar, ai, br, bi);
                turn(pass, s, br, bi);
            }
            default -> {
                for (int p = 0; p < pass.count; p++) {
                    fold(pass, s * p, s, ar, ai, br, bi);
                    for (int j = 1; j <= pass.radix / 2; j++) {
                        pair(pass, j, s * p, s, ar, ai, br, bi);
                    }
                }
                turn(pass, s, br, bi);
            }
        }
    }

    private static DoubleVector get(double[] a, int at) {
        return (DoubleVector) VECTOR.cast(DoubleVector.fromArray(SPECIES, a, at));
    }

    /** Not {@code zero()}, which is an object: what a loop carries would stay one. */
    private static DoubleVector zeros() {
        return (DoubleVector) VECTOR.cast(DoubleVector.broadcast(SPECIES, 0));
    }

    /** Cast once more for where this is compiled by itself: it must not become too big to be inlined. */
    private static void put(DoubleVector re, DoubleVector im, double wr, double wi, double[] br, double[] bi, int at) {
        DoubleVector r = (DoubleVector) VECTOR.cast(re);
        DoubleVector i = (DoubleVector) VECTOR.cast(im);
        r.mul(wr).sub(i.mul(wi)).intoArray(br, at);
        r.mul(wi).add(i.mul(wr)).intoArray(bi, at);
    }

    private static void two(Pass pass, int s, double[] ar, double[] ai, double[] br, double[] bi) {
        int m = s * pass.count;
        for (int p = 0; p < pass.count; p++) {
            double wr = pass.re[p];
            double wi = pass.im[p];
            int out = s * p;
            for (int in = s * p; in < s * p + s; in += LENGTH) {
                DoubleVector r0 = get(ar, in);
                DoubleVector i0 = get(ai, in);
                DoubleVector r1 = get(ar, in + m);
                DoubleVector i1 = get(ai, in + m);
                r0.add(r1).intoArray(br, out + in);
                i0.add(i1).intoArray(bi, out + in);
                put(r0.sub(r1), i0.sub(i1), wr, wi, br, bi, out + in + s);
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
            for (int in = s * p; in < s * p + s; in += LENGTH) {
                DoubleVector r0 = get(ar, in);
                DoubleVector i0 = get(ai, in);
                DoubleVector r1 = get(ar, in + m);
                DoubleVector i1 = get(ai, in + m);
                DoubleVector r2 = get(ar, in + 2 * m);
                DoubleVector i2 = get(ai, in + 2 * m);
                DoubleVector sr = r1.add(r2);
                DoubleVector si = i1.add(i2);
                DoubleVector dr = r1.sub(r2).mul(SIN_60);
                DoubleVector di = i1.sub(i2).mul(SIN_60);
                r0.add(sr).intoArray(br, out + in);
                i0.add(si).intoArray(bi, out + in);
                DoubleVector tr = r0.sub(sr.mul(0.5));
                DoubleVector ti = i0.sub(si.mul(0.5));
                put(tr.add(di), ti.sub(dr), w1r, w1i, br, bi, out + in + s);
                put(tr.sub(di), ti.add(dr), w2r, w2i, br, bi, out + in + 2 * s);
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
            for (int in = s * p; in < s * p + s; in += LENGTH) {
                DoubleVector r0 = get(ar, in);
                DoubleVector i0 = get(ai, in);
                DoubleVector r2 = get(ar, in + 2 * m);
                DoubleVector i2 = get(ai, in + 2 * m);
                DoubleVector sr = r0.add(r2);
                DoubleVector si = i0.add(i2);
                DoubleVector dr = r0.sub(r2);
                DoubleVector di = i0.sub(i2);
                DoubleVector r1 = get(ar, in + m);
                DoubleVector i1 = get(ai, in + m);
                DoubleVector r3 = get(ar, in + 3 * m);
                DoubleVector i3 = get(ai, in + 3 * m);
                DoubleVector tr = r1.add(r3);
                DoubleVector ti = i1.add(i3);
                DoubleVector er = r1.sub(r3);
                DoubleVector ei = i1.sub(i3);
                sr.add(tr).intoArray(br, out + in);
                si.add(ti).intoArray(bi, out + in);
                put(dr.add(ei), di.sub(er), w1r, w1i, br, bi, out + in + s);
                put(sr.sub(tr), si.sub(ti), w2r, w2i, br, bi, out + in + 2 * s);
                put(dr.sub(ei), di.add(er), w3r, w3i, br, bi, out + in + 3 * s);
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
            for (int in = s * p; in < s * p + s; in += LENGTH) {
                DoubleVector r0 = get(ar, in);
                DoubleVector i0 = get(ai, in);
                DoubleVector r1 = get(ar, in + m);
                DoubleVector i1 = get(ai, in + m);
                DoubleVector r4 = get(ar, in + 4 * m);
                DoubleVector i4 = get(ai, in + 4 * m);
                DoubleVector sr = r1.add(r4);
                DoubleVector si = i1.add(i4);
                DoubleVector dr = r1.sub(r4);
                DoubleVector di = i1.sub(i4);
                DoubleVector r2 = get(ar, in + 2 * m);
                DoubleVector i2 = get(ai, in + 2 * m);
                DoubleVector r3 = get(ar, in + 3 * m);
                DoubleVector i3 = get(ai, in + 3 * m);
                DoubleVector tr = r2.add(r3);
                DoubleVector ti = i2.add(i3);
                DoubleVector er = r2.sub(r3);
                DoubleVector ei = i2.sub(i3);
                r0.add(sr).add(tr).intoArray(br, out + in);
                i0.add(si).add(ti).intoArray(bi, out + in);
                DoubleVector fr = r0.add(sr.mul(c1)).add(tr.mul(c2));
                DoubleVector fi = i0.add(si.mul(c1)).add(ti.mul(c2));
                DoubleVector gr = dr.mul(s1).add(er.mul(s2));
                DoubleVector gi = di.mul(s1).add(ei.mul(s2));
                fr.sub(gi).intoArray(br, out + in + s);
                fi.add(gr).intoArray(bi, out + in + s);
                fr.add(gi).intoArray(br, out + in + 4 * s);
                fi.sub(gr).intoArray(bi, out + in + 4 * s);
                fr = r0.add(sr.mul(c2)).add(tr.mul(c1));
                fi = i0.add(si.mul(c2)).add(ti.mul(c1));
                gr = dr.mul(s2).sub(er.mul(s1));
                gi = di.mul(s2).sub(ei.mul(s1));
                fr.sub(gi).intoArray(br, out + in + 2 * s);
                fi.add(gr).intoArray(bi, out + in + 2 * s);
                fr.add(gi).intoArray(br, out + in + 3 * s);
                fi.sub(gr).intoArray(bi, out + in + 3 * s);
            }
        }
    }

    private static void fold(Pass pass, int in, int s, double[] ar, double[] ai, double[] br, double[] bi) {
        int m = s * pass.count;
        int radix = pass.radix;
        for (int q = in; q < in + s; q += LENGTH) {
            DoubleVector sumRe = get(ar, q);
            DoubleVector sumIm = get(ai, q);
            for (int k = 1; k <= radix / 2; k++) {
                int low = q + k * m;
                int high = q + (radix - k) * m;
                DoubleVector r = get(ar, high);
                DoubleVector i = get(ai, high);
                DoubleVector lowRe = get(ar, low);
                DoubleVector lowIm = get(ai, low);
                lowRe.sub(r).intoArray(ar, high);
                lowIm.sub(i).intoArray(ai, high);
                lowRe = lowRe.add(r);
                lowIm = lowIm.add(i);
                lowRe.intoArray(ar, low);
                lowIm.intoArray(ai, low);
                sumRe = sumRe.add(lowRe);
                sumIm = sumIm.add(lowIm);
            }
            sumRe.intoArray(br, q + (radix - 1) * in);
            sumIm.intoArray(bi, q + (radix - 1) * in);
        }
    }

    /** Results are yet to be turned. */
    private static void pair(Pass pass, int j, int in, int s, double[] ar, double[] ai, double[] br, double[] bi) {
        int m = s * pass.count;
        int radix = pass.radix;
        for (int q = in; q < in + s; q += LENGTH) {
            DoubleVector er = get(ar, q);
            DoubleVector ei = get(ai, q);
            DoubleVector or = zeros();
            DoubleVector oi = zeros();
            int turn = 0;
            for (int k = 1; k <= radix / 2; k++) {
                turn += j;
                turn = turn >= radix ? turn - radix : turn;
                int low = q + k * m;
                int high = q + (radix - k) * m;
                er = er.add(get(ar, low).mul(pass.ownRe[turn]));
                ei = ei.add(get(ai, low).mul(pass.ownRe[turn]));
                or = or.add(get(ar, high).mul(pass.ownIm[turn]));
                oi = oi.add(get(ai, high).mul(pass.ownIm[turn]));
            }
            int out = q + (radix - 1) * in;
            er.sub(oi).intoArray(br, out + j * s);
            ei.add(or).intoArray(bi, out + j * s);
            er.add(oi).intoArray(br, out + (radix - j) * s);
            ei.sub(or).intoArray(bi, out + (radix - j) * s);
        }
    }

    private static void all(double[] ar, double[] ai, int at, int count, double wr, double wi, double[] br,
            double[] bi) {
        for (int i = at; i < at + count; i += LENGTH) {
            put(get(ar, i), get(ai, i), wr, wi, br, bi, i);
        }
    }

    @Override
    public void turn(double[] ar, double[] ai, int at, int count, double wr, double wi, double[] br, double[] bi) {
        if (count % LENGTH == 0) {
            all(ar, ai, at, count, wr, wi, br, bi);
        } else {
            plain.turn(ar, ai, at, count, wr, wi, br, bi);
        }
    }

    @Override
    public void twist(double[] ar, double[] ai, int at, int count, double[] rootRe, double[] rootIm, double wr,
            double wi, double[] br, double[] bi, int to) {
        int whole = count - count % LENGTH;
        for (int i = 0; i < whole; i += LENGTH) {
            DoubleVector rootR = get(rootRe, at + i);
            DoubleVector rootI = get(rootIm, at + i);
            DoubleVector turnR = rootR.mul(wr).sub(rootI.mul(wi));
            DoubleVector turnI = rootR.mul(wi).add(rootI.mul(wr));
            DoubleVector r = get(ar, at + i);
            DoubleVector im = get(ai, at + i);
            r.mul(turnR).sub(im.mul(turnI)).intoArray(br, to + i);
            r.mul(turnI).add(im.mul(turnR)).intoArray(bi, to + i);
        }
        plain.twist(ar, ai, at + whole, count - whole, rootRe, rootIm, wr, wi, br, bi, to + whole);
    }

    @Override
    public void split(double[] re, double[] im, int low, int high, int count, double wr, double wi) {
        if (count % LENGTH != 0) {
            plain.split(re, im, low, high, count, wr, wi);
            return;
        }
        for (int i = 0; i < count; i += LENGTH) {
            DoubleVector lowRe = get(re, low + i);
            DoubleVector lowIm = get(im, low + i);
            DoubleVector highRe = get(re, high + i);
            DoubleVector highIm = get(im, high + i);
            DoubleVector er = lowRe.add(highRe).mul(0.5);
            DoubleVector ei = lowIm.sub(highIm).mul(0.5);
            DoubleVector or = lowIm.add(highIm).mul(0.5);
            DoubleVector oi = highRe.sub(lowRe).mul(0.5);
            DoubleVector tr = or.mul(wr).sub(oi.mul(wi));
            DoubleVector ti = or.mul(wi).add(oi.mul(wr));
            er.add(tr).intoArray(re, low + i);
            ei.add(ti).intoArray(im, low + i);
            er.sub(tr).intoArray(re, high + i);
            ti.sub(ei).intoArray(im, high + i);
        }
    }

    @Override
    public void join(double[] re, double[] im, int low, int high, int count, double wr, double wi) {
        if (count % LENGTH != 0) {
            plain.join(re, im, low, high, count, wr, wi);
            return;
        }
        for (int i = 0; i < count; i += LENGTH) {
            DoubleVector lowRe = get(re, low + i);
            DoubleVector lowIm = get(im, low + i);
            DoubleVector highRe = get(re, high + i);
            DoubleVector highIm = get(im, high + i);
            DoubleVector er = lowRe.add(highRe);
            DoubleVector ei = lowIm.sub(highIm);
            DoubleVector dr = lowRe.sub(highRe);
            DoubleVector di = lowIm.add(highIm);
            DoubleVector or = dr.mul(wr).add(di.mul(wi));
            DoubleVector oi = di.mul(wr).sub(dr.mul(wi));
            er.sub(oi).intoArray(re, low + i);
            ei.add(or).intoArray(im, low + i);
            er.add(oi).intoArray(re, high + i);
            or.sub(ei).intoArray(im, high + i);
        }
    }
}
