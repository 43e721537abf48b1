package io.arrayport.core.numeric;

import io.arrayport.core.error.LinearAlgebraException;

/**
 * The eigenvalues of a real matrix: it is balanced, brought to Hessenberg form, and taken apart by Francis's double
 * steps, which keep it real, so that complex eigenvalues come in exact pairs.
 */
public final class RealEigenvalues {
    private static final double EPSILON = Math.ulp(1.0);
    private static final int STEPS = 60;

    private final double[][] h;
    private final double[] real;
    private final double[] imag;
    /** What was taken off the diagonal by shifts out of turn. */
    private double shifted;

    private RealEigenvalues(double[][] matrix) {
        h = matrix;
        real = new double[matrix.length];
        imag = new double[matrix.length];
    }

    /**
     * Returns real parts, and imaginary parts.
     *
     * @param matrix square, of finite numbers; overwritten
     */
    public static double[][] of(double[][] matrix) {
        RealEigenvalues work = new RealEigenvalues(matrix);
        work.balance();
        work.reduce();
        int last = matrix.length - 1;
        while (last >= 0) {
            last = work.deflate(last);
        }
        return new double[][]{work.real, work.imag};
    }

    /** Scales rows and columns by powers of two until both weigh about the same. */
    private void balance() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < h.length; i++) {
                double column = 0;
                double row = 0;
                for (int j = 0; j < h.length; j++) {
                    column += i == j ? 0 : Math.abs(h[j][i]);
                    row += i == j ? 0 : Math.abs(h[i][j]);
                }
                if (column == 0 || row == 0) {
                    continue;
                }
                int power = Math.getExponent(Math.sqrt(row / column));
                double factor = Math.scalb(1.0, power);
                if (power != 0 && column * factor + row / factor < 0.95 * (column + row)) {
                    changed = true;
                    for (int j = 0; j < h.length; j++) {
                        h[i][j] /= factor;
                        h[j][i] *= factor;
                    }
                }
            }
        }
    }

    /** Clears what stands below the first subdiagonal, by elimination with pivots. */
    private void reduce() {
        for (int m = 1; m < h.length - 1; m++) {
            int pivot = m;
            for (int i = m + 1; i < h.length; i++) {
                pivot = Math.abs(h[i][m - 1]) > Math.abs(h[pivot][m - 1]) ? i : pivot;
            }
            if (h[pivot][m - 1] == 0) {
                continue;
            }
            double[] row = h[pivot];
            h[pivot] = h[m];
            h[m] = row;
            for (double[] each : h) {
                double number = each[pivot];
                each[pivot] = each[m];
                each[m] = number;
            }
            for (int i = m + 1; i < h.length; i++) {
                double factor = h[i][m - 1] / h[m][m - 1];
                for (int j = m - 1; j < h.length; j++) {
                    h[i][j] -= factor * h[m][j];
                }
                for (double[] each : h) {
                    each[m] += factor * each[i];
                }
                h[i][m - 1] = 0;
            }
        }
    }

    /** Finds the eigenvalue at {@code last}, or the pair there; returns the last row of what is left. */
    private int deflate(int last) {
        for (int step = 0; step < STEPS; step++) {
            int first = last;
            while (first > 0 && !isSmall(first)) {
                first--;
            }
            if (first == last) {
                real[last] = h[last][last] + shifted;
                return last - 1;
            }
            if (first == last - 1) {
                pair(last);
                return last - 2;
            }
            doubleStep(first, last, step);
        }
        throw new LinearAlgebraException("eigenvalues: they do not converge within " + STEPS + " steps");
    }

    private boolean isSmall(int row) {
        double around = Math.abs(h[row - 1][row - 1]) + Math.abs(h[row][row]);
        return Math.abs(h[row][row - 1]) <= EPSILON * (around == 0 ? norm() : around);
    }

    private double norm() {
        double norm = 0;
        for (double[] row : h) {
            for (double number : row) {
                norm += Math.abs(number);
            }
        }
        return norm;
    }

    private void pair(int last) {
        double x = h[last][last];
        double half = (h[last - 1][last - 1] - x) / 2;
        double product = h[last][last - 1] * h[last - 1][last];
        double square = half * half + product;
        double root = Math.sqrt(Math.abs(square));
        if (square >= 0) {
            double far = half + Math.copySign(root, half);
            real[last - 1] = x + shifted + far;
            real[last] = x + shifted - (far == 0 ? 0 : product / far);
        } else {
            real[last - 1] = x + shifted + half;
            real[last] = real[last - 1];
            imag[last - 1] = root;
            imag[last] = -root;
        }
    }

    private void doubleStep(int first, int last, int step) {
        double x = h[last][last];
        double y = h[last - 1][last - 1];
        double w = h[last][last - 1] * h[last - 1][last];
        if (step > 0 && step % 10 == 0) {
            shifted += x;
            for (int i = 0; i <= last; i++) {
                h[i][i] -= x;
            }
            double size = Math.abs(h[last][last - 1]) + Math.abs(h[last - 1][last - 2]);
            x = 0.75 * size;
            y = x;
            w = -0.4375 * size * size;
        }
        double[] column = new double[3];
        int m = last - 2;
        for (;; m--) {
            double z = h[m][m];
            double r = x - z;
            double s = y - z;
            column[0] = (r * s - w) / h[m + 1][m] + h[m][m + 1];
            column[1] = h[m + 1][m + 1] - z - r - s;
            column[2] = h[m + 2][m + 1];
            double size = Math.abs(column[0]) + Math.abs(column[1]) + Math.abs(column[2]);
            for (int i = 0; i < 3; i++) {
                column[i] /= size;
            }
            if (m == first || Math.abs(h[m][m - 1]) * (Math.abs(column[1]) + Math.abs(column[2])) <= EPSILON
                    * Math.abs(column[0]) * (Math.abs(h[m - 1][m - 1]) + Math.abs(z) + Math.abs(h[m + 1][m + 1]))) {
                break;
            }
        }
        for (int i = m + 2; i <= last; i++) {
            h[i][i - 2] = 0;
            if (i > m + 2) {
                h[i][i - 3] = 0;
            }
        }
        for (int k = m; k < last; k++) {
            reflect(first, last, m, k, column);
        }
    }

    /** Moves the bulge that a step makes one row down, by a reflection of three rows and columns. */
    private void reflect(int first, int last, int start, int k, double[] column) {
        boolean three = k < last - 1;
        double size = 1;
        if (k > start) {
            column[0] = h[k][k - 1];
            column[1] = h[k + 1][k - 1];
            column[2] = three ? h[k + 2][k - 1] : 0;
            size = Math.abs(column[0]) + Math.abs(column[1]) + Math.abs(column[2]);
            if (size == 0) {
                return;
            }
            for (int i = 0; i < 3; i++) {
                column[i] /= size;
            }
        }
        double p = column[0];
        double q = column[1];
        double r = column[2];
        double length = Math.copySign(Math.sqrt(p * p + q * q + r * r), p);
        if (length == 0) {
            return;
        }
        if (k > start) {
            h[k][k - 1] = -length * size;
        } else if (start > first) {
            h[k][k - 1] = -h[k][k - 1];
        }
        p += length;
        double x = p / length;
        double y = q / length;
        double z = r / length;
        q /= p;
        r /= p;
        for (int j = k; j <= last; j++) {
            double sum = h[k][j] + q * h[k + 1][j] + (three ? r * h[k + 2][j] : 0);
            h[k][j] -= sum * x;
            h[k + 1][j] -= sum * y;
            if (three) {
                h[k + 2][j] -= sum * z;
            }
        }
        for (int i = first; i <= Math.min(last, k + 3); i++) {
            double sum = x * h[i][k] + y * h[i][k + 1] + (three ? z * h[i][k + 2] : 0);
            h[i][k] -= sum;
            h[i][k + 1] -= sum * q;
            if (three) {
                h[i][k + 2] -= sum * r;
            }
        }
    }
}
