package io.arrayport.core.numeric;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.error.LinearAlgebraException;

/**
 * The eigenvalues of a complex Hessenberg matrix by QR steps with Wilkinson's shift: each step rotates rows, then
 * columns.
 */
public final class ComplexEigenvalues {
    private static final double EPSILON = Math.ulp(1.0);
    private static final int STEPS = 60;

    private final Complex[][] h;

    private ComplexEigenvalues(Complex[][] matrix) {
        h = matrix;
    }

    /**
     * Returns them in the order of the diagonal that they end on.
     *
     * @param matrix square, 0 below the first subdiagonal; overwritten
     */
    public static Complex[] of(Complex[][] matrix) {
        ComplexEigenvalues work = new ComplexEigenvalues(matrix);
        Complex[] values = new Complex[matrix.length];
        Complex shifted = new Complex(0, 0);
        int steps = 0;
        for (int last = matrix.length - 1; last >= 0;) {
            int first = last;
            while (first > 0 && !work.isSmall(first)) {
                first--;
            }
            if (first == last) {
                values[last] = plus(matrix[last][last], shifted);
                last--;
                steps = 0;
                continue;
            }
            if (++steps > STEPS) {
                throw new LinearAlgebraException("eigenvalues: they do not converge within " + STEPS + " steps");
            }
            Complex shift = steps % 10 == 0 ? new Complex(size(matrix[last][last - 1]), 0) : work.shift(last);
            shifted = plus(shifted, shift);
            for (int i = 0; i <= last; i++) {
                matrix[i][i] = minus(matrix[i][i], shift);
            }
            work.step(first, last);
        }
        return values;
    }

    private boolean isSmall(int row) {
        return size(h[row][row - 1]) <= EPSILON * (size(h[row - 1][row - 1]) + size(h[row][row]));
    }

    /** The eigenvalue of the last two rows that is nearer to the last element. */
    private Complex shift(int last) {
        Complex d = h[last][last];
        Complex half = times(minus(h[last - 1][last - 1], d), new Complex(0.5, 0));
        Complex product = times(h[last][last - 1], h[last - 1][last]);
        Complex root = root(plus(times(half, half), product));
        Complex far = size(plus(half, root)) >= size(minus(half, root)) ? plus(half, root) : minus(half, root);
        return size(far) == 0 ? d : minus(d, over(product, far));
    }

    private void step(int first, int last) {
        double[] cosine = new double[last];
        Complex[] sine = new Complex[last];
        for (int k = first; k < last; k++) {
            Complex a = h[k][k];
            Complex b = h[k + 1][k];
            double length = Math.hypot(size(a), size(b));
            cosine[k] = length == 0 ? 1 : size(a) / length;
            Complex phase = size(a) == 0 ? new Complex(1, 0) : over(a, new Complex(size(a), 0));
            sine[k] = length == 0 ? new Complex(0, 0) : over(times(phase, conjugate(b)), new Complex(length, 0));
            for (int j = k; j <= last; j++) {
                Complex upper = h[k][j];
                Complex lower = h[k + 1][j];
                h[k][j] = plus(times(upper, new Complex(cosine[k], 0)), times(sine[k], lower));
                h[k + 1][j] = minus(times(lower, new Complex(cosine[k], 0)), times(conjugate(sine[k]), upper));
            }
        }
        for (int k = first; k < last; k++) {
            for (int i = first; i <= Math.min(last, k + 1); i++) {
                Complex left = h[i][k];
                Complex right = h[i][k + 1];
                h[i][k] = plus(times(left, new Complex(cosine[k], 0)), times(right, conjugate(sine[k])));
                h[i][k + 1] = minus(times(right, new Complex(cosine[k], 0)), times(left, sine[k]));
            }
        }
    }

    private static double size(Complex a) {
        return Math.hypot(a.real(), a.imag());
    }

    private static Complex conjugate(Complex a) {
        return new Complex(a.real(), -a.imag());
    }

    private static Complex plus(Complex a, Complex b) {
        return new Complex(a.real() + b.real(), a.imag() + b.imag());
    }

    private static Complex minus(Complex a, Complex b) {
        return new Complex(a.real() - b.real(), a.imag() - b.imag());
    }

    private static Complex times(Complex a, Complex b) {
        return new Complex(a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real());
    }

    static Complex over(Complex a, Complex b) {
        double scale = Math.max(Math.abs(b.real()), Math.abs(b.imag()));
        double real = b.real() / scale;
        double imag = b.imag() / scale;
        double square = (real * real + imag * imag) * scale;
        return new Complex((a.real() * real + a.imag() * imag) / square, (a.imag() * real - a.real() * imag) / square);
    }

    private static Complex root(Complex a) {
        double size = size(a);
        double real = Math.sqrt((size + Math.abs(a.real())) / 2);
        double imag = real == 0 ? 0 : a.imag() / (2 * real);
        return a.real() >= 0 ? new Complex(real, imag)
                : new Complex(Math.abs(imag), Math.copySign(real, a.imag()));
    }
}
