package io.arrayport.core.fourier;

/**
 * Roots of unity: {@code exp(-2 pi i k / n)} for whole k. A table of about twice the square root of n numbers, of which
 * two are multiplied; angles are reduced to an eighth of the circle in whole numbers, before anything is rounded.
 */
final class Roots {
    /** Pi is so much more than {@link Math#PI}. */
    private static final double PI_REST = 1.2246467991473532e-16;

    private final int shift;
    private final int mask;
    private final double[] fineRe;
    private final double[] fineIm;
    private final double[] coarseRe;
    private final double[] coarseIm;

    Roots(long n) {
        shift = (64 - Long.numberOfLeadingZeros(n)) / 2;
        mask = (1 << shift) - 1;
        fineRe = new double[mask + 1];
        fineIm = new double[mask + 1];
        int coarse = (int) ((n - 1 >> shift) + 1);
        coarseRe = new double[coarse];
        coarseIm = new double[coarse];
        for (int i = 0; i <= mask && i < n; i++) {
            fineRe[i] = re(i, n);
            fineIm[i] = im(i, n);
        }
        for (int i = 0; i < coarse; i++) {
            coarseRe[i] = re((long) i << shift, n);
            coarseIm[i] = im((long) i << shift, n);
        }
    }

    /** @param k from 0 to n - 1 */
    double re(long k) {
        int i = (int) k & mask;
        int j = (int) (k >> shift);
        return coarseRe[j] * fineRe[i] - coarseIm[j] * fineIm[i];
    }

    /** @param k from 0 to n - 1 */
    double im(long k) {
        int i = (int) k & mask;
        int j = (int) (k >> shift);
        return coarseRe[j] * fineIm[i] + coarseIm[j] * fineRe[i];
    }

    /** The real part of one root, {@code 0 <= k < n}. */
    static double re(long k, long n) {
        // In eighths of n: the circle is 8n, and cos is even
        long turn = Math.min(8 * k, 8 * (n - k));
        boolean left = turn > 2 * n;
        if (left) {
            turn = 4 * n - turn;
        }
        double size = turn > n ? sin(2 * n - turn, n) : cos(turn, n);
        return left ? 0 - size : size;
    }

    /** The imaginary part of one root, {@code 0 <= k < n}. */
    static double im(long k, long n) {
        boolean lower = 8 * k > 4 * n;
        long turn = lower ? 8 * (n - k) : 8 * k;
        turn = Math.min(turn, 4 * n - turn);
        double size = turn > n ? cos(2 * n - turn, n) : sin(turn, n);
        return lower ? size : 0 - size; // no zero is negative
    }

    private static double sin(long eighths, long n) {
        double x = angle(eighths, n);
        return StrictMath.sin(x) + rest(x, eighths, n) * (1 - x * x / 2);
    }

    private static double cos(long eighths, long n) {
        double x = angle(eighths, n);
        return StrictMath.cos(x) - rest(x, eighths, n) * x;
    }

    /** From 0 to a quarter of pi. */
    private static double angle(long eighths, long n) {
        return Math.PI * eighths / (4.0 * n);
    }

    /** What the angle lacks of the exact one: it has been rounded three times, pi among them. */
    private static double rest(double angle, long eighths, long n) {
        double product = Math.PI * eighths;
        double lost = Math.fma(Math.PI, eighths, -product) + PI_REST * eighths;
        return (Math.fma(-angle, 4.0 * n, product) + lost) / (4.0 * n);
    }
}
