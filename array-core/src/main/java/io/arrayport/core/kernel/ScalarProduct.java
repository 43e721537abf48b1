package io.arrayport.core.kernel;

import java.lang.invoke.MethodHandles;

/**
 * Template: {@link ProductKernel}, one element of the result at a time. Floats are added in the order of the sum, each
 * product fused with its addition; but a row by a column that both are contiguous in {@link #PARTS} bytes of partial
 * sums, which vectors can do as well.
 */
final class ScalarProduct implements ProductKernel {
    /** Bytes of partial sums. */
    static final int PARTS = 128;
    /** Rows that are taken together. */
    private static final int ROWS = 4;

    /**
     * @param isWhole whether elements are bools or integers
     * @param whole how these lie in memory
     * @param real how others, or their parts, lie in memory
     * @param sign of the imaginary part of {@code a}
     */
    record Spec(Lane lane, boolean isWhole, Whole whole, Real real, double sign) {
        static Spec of(Lane lane, boolean conjugate) {
            boolean whole = lane.isInteger() || lane == Lane.BOOL;
            return new Spec(lane, whole, whole ? Whole.of(lane) : Whole.I64, whole ? Real.F64 : Real.of(lane.part()),
                    conjugate ? -1 : 1);
        }
    }

    private static final Spec SPEC = Template.data(MethodHandles.lookup(), Spec.class);
    private static final boolean BOOL = SPEC.lane() == Lane.BOOL;
    private static final boolean WHOLE = SPEC.isWhole();
    private static final boolean COMPLEX = SPEC.lane().isComplex();
    private static final boolean DOUBLE = SPEC.lane() == Lane.F64;
    private static final Whole FORM = SPEC.whole();
    private static final Real REAL = SPEC.real();
    private static final double SIGN = SPEC.sign();
    private static final int ELEMENT = SPEC.lane().bytes();
    private static final int PART = SPEC.lane().part().bytes();

    @Override
    public void run(Matrix a, Matrix b, Matrix out, long m, long k, long n) {
        one(a.at(), a, b.at(), b, out.at(), out, m, k, n);
    }

    /** Without a record for each of the matrices: small ones take less time than these. */
    @Override
    public void runAll(Matrix a, Matrix b, Matrix out, long m, long k, long n, long count, long... steps) {
        long left = a.at();
        long right = b.at();
        long to = out.at();
        for (long i = 0; i < count; i++) {
            one(left, a, right, b, to, out, m, k, n);
            left += steps[0];
            right += steps[1];
            to += steps[2];
        }
    }

    /** One product, of matrices whose elements lie as those of {@code a}, {@code b} and {@code out}. */
    private static void one(long left, Matrix a, long right, Matrix b, long to, Matrix out, long m, long k, long n) {
        // of fewer products than parts, these are all 0
        boolean parts = n == 1 && k * ELEMENT >= PARTS && inParts(SPEC.lane(), a.column(), b.row());
        long i = 0;
        if (!WHOLE && !COMPLEX && !parts) {
            for (; i + ROWS <= m; i += ROWS) {
                for (long j = 0; j < n; j++) {
                    four(left + i * a.row(), a, right + j * b.column(), b.row(), k,
                            to + i * out.row() + j * out.column(), out.row());
                }
            }
        }
        for (; i < m; i++) {
            for (long j = 0; j < n; j++) {
                element(left + i * a.row(), a.column(), right + j * b.column(), b.row(), k,
                        to + i * out.row() + j * out.column(), parts);
            }
        }
    }

    private static void element(long left, long leftStep, long right, long rightStep, long k, long to, boolean parts) {
        if (WHOLE) {
            FORM.put(to, wholes(left, leftStep, right, rightStep, k));
        } else if (COMPLEX) {
            complex(left, leftStep, right, rightStep, k, to);
        } else if (parts) {
            REAL.put(to, DOUBLE ? doubleParts(left, right, k) : singleParts(left, right, k));
        } else {
            REAL.put(to, DOUBLE ? doubles(left, leftStep, right, rightStep, k)
                    : singles(left, leftStep, right, rightStep, k));
        }
    }

    /** Whether a row by a column is added up in partial sums. */
    static boolean inParts(Lane lane, long aStride, long bStride) {
        return (lane == Lane.F64 || lane == Lane.F32) && aStride == lane.bytes() && bStride == lane.bytes();
    }

    private static long wholes(long a, long aStride, long b, long bStride, long k) {
        long sum = 0;
        for (long p = 0; p < k; p++) {
            long x = FORM.get(a + p * aStride);
            long y = FORM.get(b + p * bStride);
            sum = BOOL ? sum | x & y : sum + x * y;
        }
        return sum;
    }

    private static double doubles(long a, long aStride, long b, long bStride, long k) {
        double sum = 0;
        for (long p = 0; p < k; p++) {
            sum = Math.fma(Raw.f64(a + p * aStride), Raw.f64(b + p * bStride), sum);
        }
        return sum;
    }

    private static float singles(long a, long aStride, long b, long bStride, long k) {
        float sum = 0;
        for (long p = 0; p < k; p++) {
            sum = Math.fma((float) REAL.get(a + p * aStride), (float) REAL.get(b + p * bStride), sum);
        }
        return sum;
    }

    /** Four rows by a column: their sums do not wait for each other, and one loop is begun instead of four. */
    private static void four(long a, Matrix form, long b, long bStride, long k, long to, long toRow) {
        if (DOUBLE) {
            fourDoubles(a, form, b, bStride, k, to, toRow);
        } else {
            fourSingles(a, form, b, bStride, k, to, toRow);
        }
    }

    private static void fourDoubles(long a, Matrix form, long b, long bStride, long k, long to, long toRow) {
        long row = form.row();
        long left = a;
        long right = b;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (long p = 0; p < k; p++) {
            double factor = Raw.f64(right);
            s0 = Math.fma(Raw.f64(left), factor, s0);
            s1 = Math.fma(Raw.f64(left + row), factor, s1);
            s2 = Math.fma(Raw.f64(left + 2 * row), factor, s2);
            s3 = Math.fma(Raw.f64(left + 3 * row), factor, s3);
            left += form.column();
            right += bStride;
        }
        Raw.f64(to, s0);
        Raw.f64(to + toRow, s1);
        Raw.f64(to + 2 * toRow, s2);
        Raw.f64(to + 3 * toRow, s3);
    }

    private static void fourSingles(long a, Matrix form, long b, long bStride, long k, long to, long toRow) {
        long row = form.row();
        long left = a;
        long right = b;
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (long p = 0; p < k; p++) {
            float factor = (float) REAL.get(right);
            s0 = Math.fma((float) REAL.get(left), factor, s0);
            s1 = Math.fma((float) REAL.get(left + row), factor, s1);
            s2 = Math.fma((float) REAL.get(left + 2 * row), factor, s2);
            s3 = Math.fma((float) REAL.get(left + 3 * row), factor, s3);
            left += form.column();
            right += bStride;
        }
        REAL.put(to, s0);
        REAL.put(to + toRow, s1);
        REAL.put(to + 2 * toRow, s2);
        REAL.put(to + 3 * toRow, s3);
    }

    private static void complex(long a, long aStride, long b, long bStride, long k, long to) {
        double real = 0;
        double imag = 0;
        for (long p = 0; p < k; p++) {
            long left = a + p * aStride;
            long right = b + p * bStride;
            double ar = REAL.get(left);
            double ai = SIGN * REAL.get(left + PART);
            double br = REAL.get(right);
            double bi = REAL.get(right + PART);
            real += ar * br - ai * bi;
            imag += ar * bi + ai * br;
        }
        REAL.put(to, real);
        REAL.put(to + PART, imag);
    }

    private static double doubleParts(long a, long b, long k) {
        double[] sums = new double[PARTS / 8];
        long whole = k - k % sums.length;
        for (long p = 0; p < whole; p += sums.length) {
            for (int q = 0; q < sums.length; q++) {
                sums[q] = Math.fma(Raw.f64(a + (p + q) * ELEMENT), Raw.f64(b + (p + q) * ELEMENT), sums[q]);
            }
        }
        int quarter = sums.length / 4;
        double sum = 0;
        for (int q = 0; q < quarter; q++) {
            sum += sums[q] + sums[quarter + q] + (sums[2 * quarter + q] + sums[3 * quarter + q]);
        }
        for (long p = whole; p < k; p++) {
            sum = Math.fma(Raw.f64(a + p * ELEMENT), Raw.f64(b + p * ELEMENT), sum);
        }
        return sum;
    }

    private static float singleParts(long a, long b, long k) {
        float[] sums = new float[PARTS / 4];
        long whole = k - k % sums.length;
        for (long p = 0; p < whole; p += sums.length) {
            for (int q = 0; q < sums.length; q++) {
                sums[q] = Math.fma(Raw.f32(a + (p + q) * ELEMENT), Raw.f32(b + (p + q) * ELEMENT), sums[q]);
            }
        }
        int quarter = sums.length / 4;
        float sum = 0;
        for (int q = 0; q < quarter; q++) {
            sum += sums[q] + sums[quarter + q] + (sums[2 * quarter + q] + sums[3 * quarter + q]);
        }
        for (long p = whole; p < k; p++) {
            sum = Math.fma(Raw.f32(a + p * ELEMENT), Raw.f32(b + p * ELEMENT), sum);
        }
        return sum;
    }
}
