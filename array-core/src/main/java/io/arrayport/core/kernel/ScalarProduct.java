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
        boolean parts = n == 1 && inParts(SPEC.lane(), a.column(), b.row());
        for (long i = 0; i < m; i++) {
            for (long j = 0; j < n; j++) {
                long left = a.at(i, 0);
                long right = b.at(0, j);
                long to = out.at(i, j);
                if (WHOLE) {
                    FORM.put(to, wholes(left, a.column(), right, b.row(), k));
                } else if (COMPLEX) {
                    complex(left, a.column(), right, b.row(), k, to);
                } else if (parts) {
                    REAL.put(to, DOUBLE ? doubleParts(left, right, k) : singleParts(left, right, k));
                } else {
                    REAL.put(to, DOUBLE ? doubles(left, a.column(), right, b.row(), k)
                            : singles(left, a.column(), right, b.row(), k));
                }
            }
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
