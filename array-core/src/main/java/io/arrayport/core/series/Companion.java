package io.arrayport.core.series;

import java.util.Arrays;
import java.util.Comparator;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.numeric.ComplexEigenvalues;
import io.arrayport.core.numeric.RealEigenvalues;

/**
 * Matrices of the recurrence, which multiply by x: where the last polynomial leads beyond the end, a series that is 0
 * says what it is.
 */
record Companion(Basis basis) {
    /** As {@link Arithmetic#companion}. */
    Complex[][] of(Coefficients c) {
        int n = c.length() - 1;
        Complex[][] matrix = new Complex[n][n];
        for (Complex[] row : matrix) {
            Arrays.fill(row, new Complex(0, 0));
        }
        double[] ratios = ratios(n);
        for (int k = 0; k < n; k++) {
            matrix[k][k] = new Complex(-basis.constant(k) / basis.slope(k) + 0.0, 0);
            if (k + 1 < n) {
                double between = ratios[k + 1] / basis.slope(k);
                matrix[k + 1][k] = new Complex(between, 0);
                matrix[k][k + 1] = new Complex(basis == Basis.POWER ? 0 : between, 0);
            }
        }
        double factor = 1 / basis.slope(n - 1);
        for (int k = n - 1; k >= 0; k--) {
            Complex part = Coefficients.over(c.at(k), c.at(n));
            Complex last = matrix[k][n - 1];
            matrix[k][n - 1] = new Complex(last.real() - part.real() * factor, last.imag() - part.imag() * factor);
            factor /= ratios[k];
        }
        return matrix;
    }

    /** By what each polynomial is scaled, beside the one before, to make it symmetric; powers of x cannot be. */
    private double[] ratios(int n) {
        double[] ratios = new double[n];
        Arrays.fill(ratios, 1);
        for (int k = 1; basis != Basis.POWER && k < n; k++) {
            ratios[k] = Math.sqrt(basis.before(k) * basis.slope(k - 1) / basis.slope(k));
        }
        return ratios;
    }

    /** Ascending by real part, then by imaginary part. */
    Coefficients roots(Coefficients c) {
        if (c.type().equals(DType.FLOAT16)) {
            throw new DTypeException(basis.prefix() + "roots: coefficients are float16, in which linear algebra is not"
                    + " computed; convert them with astype(...)");
        }
        Complex[] values = c.length() < 2 ? new Complex[0] : eigenvalues(c);
        Arrays.sort(values, Comparator.comparingDouble(Complex::real).thenComparingDouble(Complex::imag));
        boolean complex = c.type().kind() == 'c' || Arrays.stream(values).anyMatch(value -> value.imag() != 0);
        boolean narrow = c.type().itemsize() == (c.type().kind() == 'c' ? 2 : 1) * Float.BYTES;
        DType type = complex ? narrow ? DType.COMPLEX64 : DType.COMPLEX128
                : narrow ? DType.FLOAT32 : DType.FLOAT64;
        Coefficients roots = Coefficients.zeros(type, values.length);
        for (int i = 0; i < values.length; i++) {
            roots.re()[i] = values[i].real();
            roots.im()[i] = values[i].imag();
        }
        return roots;
    }

    private Complex[] eigenvalues(Coefficients c) {
        Complex[][] matrix = of(c);
        if (c.type().kind() == 'c') {
            return ComplexEigenvalues.of(matrix);
        }
        double[][] rows = new double[matrix.length][matrix.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = matrix[i][j].real();
            }
        }
        double[][] parts = RealEigenvalues.of(rows);
        Complex[] values = new Complex[rows.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = new Complex(parts[0][i], parts[1][i]);
        }
        return values;
    }
}
