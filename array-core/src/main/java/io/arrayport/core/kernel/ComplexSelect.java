package io.arrayport.core.kernel;

import java.util.SplittableRandom;

/** {@link SelectKernel} of complex numbers, by Hoare's quickselect, one rank after the other. */
final class ComplexSelect implements SelectKernel {
    private final Real form;
    private final int part;

    /** @param part the lane of the numbers' parts */
    ComplexSelect(Lane part) {
        this.form = Real.of(part);
        this.part = part.bytes();
    }

    @Override
    public void run(long in, long stride, long n, long[] ranks, long out, long outStride) {
        double[] real = new double[Math.toIntExact(n)];
        double[] imag = new double[real.length];
        for (int i = 0; i < real.length; i++) {
            real[i] = form.get(in + i * stride);
            imag[i] = form.get(in + i * stride + part);
        }
        SplittableRandom random = new SplittableRandom(n);
        int from = 0;
        for (int i = 0; i < ranks.length; i++) {
            int rank = (int) ranks[i];
            select(real, imag, from, rank, random);
            form.put(out + i * outStride, real[rank]);
            form.put(out + i * outStride + part, imag[rank]);
            from = rank;
        }
    }

    /** Brings the number of {@code rank} to its place; those before {@code from} are at theirs. */
    private static void select(double[] real, double[] imag, int from, int rank, SplittableRandom random) {
        int left = from;
        int right = real.length - 1;
        while (left < right) {
            int middle = random.nextInt(left, right + 1);
            double pivotReal = real[middle];
            double pivotImag = imag[middle];
            int i = left;
            int j = right;
            while (i <= j) {
                while (isLess(real[i], imag[i], pivotReal, pivotImag)) {
                    i++;
                }
                while (isLess(pivotReal, pivotImag, real[j], imag[j])) {
                    j--;
                }
                if (i <= j) {
                    swap(real, i, j);
                    swap(imag, i++, j--);
                }
            }
            if (rank > j && rank < i) {
                return;
            }
            left = rank >= i ? i : left;
            right = rank <= j ? j : right;
        }
    }

    private static void swap(double[] numbers, int i, int j) {
        double number = numbers[i];
        numbers[i] = numbers[j];
        numbers[j] = number;
    }

    /** Whether a sorts before b: numbers without NaN first, then those with an imaginary one, then with a real one. */
    static boolean isLess(double aReal, double aImag, double bReal, double bImag) {
        int a = (Double.isNaN(aReal) ? 2 : 0) + (Double.isNaN(aImag) ? 1 : 0);
        int b = (Double.isNaN(bReal) ? 2 : 0) + (Double.isNaN(bImag) ? 1 : 0);
        if (a != b) {
            return a < b;
        }
        return aReal < bReal || (aReal == bReal || a > 1) && aImag < bImag;
    }
}
