package io.arrayport.core.numeric;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.LinearAlgebraException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Temporaries;

/** The zeros of polynomials: the eigenvalues of their companion matrices. */
public final class Roots {
    private Roots() {}

    /** {@code np.roots}. */
    public static NdArray of(NdArray p) {
        NdArray row = Polynomial.atLeast1d(p);
        Polynomial.requireRow("roots", row);
        requirePrecision("roots", row.dtype());
        Complex[] numbers = numbers(row);
        int first = 0;
        int last = numbers.length - 1;
        while (first <= last && isZero(numbers[first])) {
            first++;
        }
        while (last >= first && isZero(numbers[last])) {
            last--;
        }
        if (first > last) {
            return Temporaries.empty(p, DType.FLOAT64, Shape.of(0));
        }
        int degree = last - first;
        int zeros = numbers.length - 1 - last;
        if (row.dtype().kind() == 'c') {
            Complex[] roots = degree == 0 ? new Complex[0] : complex(numbers, first, degree);
            return written(p, degree == 0 ? DType.FLOAT64 : row.dtype(), roots, zeros);
        }
        double[][] parts = degree == 0 ? new double[2][0] : real(numbers, first, degree);
        boolean narrow = row.dtype().equals(DType.FLOAT32) && degree > 0;
        Complex[] roots = new Complex[degree];
        boolean anyComplex = false;
        for (int i = 0; i < degree; i++) {
            roots[i] = new Complex(parts[0][i], parts[1][i]);
            anyComplex |= parts[1][i] != 0;
        }
        DType type = anyComplex ? narrow ? DType.COMPLEX64 : DType.COMPLEX128
                : narrow ? DType.FLOAT32 : DType.FLOAT64;
        return written(p, type, roots, zeros);
    }

    /** The eigenvalues of a square matrix of real numbers. */
    static NdArray eigenvalues(NdArray matrix) {
        int n = Math.toIntExact(matrix.shape().dim(0));
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = finite("poly", matrix.getDouble(i, j));
            }
        }
        double[][] parts = RealEigenvalues.of(rows);
        Complex[] values = new Complex[n];
        boolean anyComplex = false;
        for (int i = 0; i < n; i++) {
            values[i] = new Complex(parts[0][i], parts[1][i]);
            anyComplex |= parts[1][i] != 0;
        }
        return written(matrix, anyComplex ? DType.COMPLEX128 : DType.FLOAT64, values, 0);
    }

    /** @throws DTypeException of types that NumPy's linear algebra does not compute in */
    static void requirePrecision(String operation, DType type) {
        boolean half = type.kind() == 'f' && type.itemsize() == 2;
        if (half || "biufc".indexOf(type.kind()) < 0) {
            throw new DTypeException(operation + ": coefficients are " + type
                    + ", in which linear algebra is not computed; convert them with astype(...)");
        }
    }

    private static Complex[] numbers(NdArray row) {
        Complex[] numbers = new Complex[Math.toIntExact(row.size())];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = row.getComplex(i);
        }
        return numbers;
    }

    private static boolean isZero(Complex number) {
        return number.real() == 0 && number.imag() == 0;
    }

    private static double[][] real(Complex[] p, int first, int degree) {
        double[][] companion = new double[degree][degree];
        for (int i = 0; i < degree; i++) {
            companion[0][i] = finite("roots", -p[first + 1 + i].real() / p[first].real());
            if (i > 0) {
                companion[i][i - 1] = 1;
            }
        }
        return RealEigenvalues.of(companion);
    }

    private static Complex[] complex(Complex[] p, int first, int degree) {
        Complex[][] companion = new Complex[degree][degree];
        Complex lead = new Complex(-p[first].real(), -p[first].imag());
        for (int i = 0; i < degree; i++) {
            for (int j = 0; j < degree; j++) {
                companion[i][j] = i == 0 ? ComplexEigenvalues.over(p[first + 1 + j], lead)
                        : new Complex(i == j + 1 ? 1 : 0, 0);
            }
            finite("roots", companion[0][i].real() + companion[0][i].imag());
        }
        return ComplexEigenvalues.of(companion);
    }

    /** Eigenvalues are of matrices of finite numbers only. */
    private static double finite(String operation, double number) {
        if (!Double.isFinite(number)) {
            throw new LinearAlgebraException(operation + ": there are no eigenvalues of a matrix that holds " + number
                    + "; leave out what is infinite or NaN");
        }
        return number;
    }

    private static NdArray written(NdArray beside, DType type, Complex[] roots, int zeros) {
        NdArray result = Steps.zeros(beside, type.withOrder(DType.FLOAT64.order()), Shape.of(roots.length + zeros));
        for (int i = 0; i < roots.length; i++) {
            if (type.kind() == 'c') {
                result.setComplex(roots[i], i);
            } else {
                result.setDouble(roots[i].real(), i);
            }
        }
        return result;
    }
}
