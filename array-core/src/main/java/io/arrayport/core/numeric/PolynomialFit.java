package io.arrayport.core.numeric;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.LinearAlgebraException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.PolyfitOption;
import io.arrayport.core.ndarray.PolyfitOption.Rcond;
import io.arrayport.core.ndarray.PolyfitOption.W;
import io.arrayport.core.ndarray.Temporaries;
import org.jspecify.annotations.Nullable;

/**
 * The polynomial that comes nearest to points: {@code np.polyfit}. A complex number is two real ones: the matrix of its
 * real and imaginary parts stands in its place.
 */
public final class PolynomialFit {
    /** The matrix is as large as the square of it. */
    private static final int MOST = 1 << 12;

    private final NdArray x;
    private final NdArray y;
    private final int terms;
    /** 2 if numbers are complex. */
    private final int parts;
    /** The powers of x, weighted, in columns of length 1; what their lengths were; what is wanted, in columns. */
    private final double[][] columns;
    private final double[] scale;
    private final double[][] wanted;
    private final double rcond;
    private final LeastSquares squares;

    private PolynomialFit(NdArray x, NdArray y, int deg, @Nullable Double rcond, @Nullable NdArray w) {
        this.x = x;
        this.y = y;
        terms = deg + 1;
        parts = x.dtype().kind() == 'c' || y.dtype().kind() == 'c' ? 2 : 1;
        int points = Math.toIntExact(x.size());
        columns = new double[parts * terms][parts * points];
        scale = new double[terms];
        wanted = new double[Math.toIntExact(y.ndim() == 1 ? 1 : y.shape().dim(1))][parts * points];
        for (int i = 0; i < points; i++) {
            double weight = w == null ? 1 : w.getDouble(i);
            powers(i, points, weight);
            for (int k = 0; k < wanted.length; k++) {
                Complex value = y.ndim() == 1 ? y.getComplex(i) : y.getComplex(i, k);
                wanted[k][i] = weight * value.real();
                if (parts == 2) {
                    wanted[k][points + i] = weight * value.imag();
                }
            }
        }
        for (int j = 0; j < columns.length; j++) {
            double length = Math.sqrt(LeastSquares.dot(columns[j], columns[j]));
            if (!Double.isFinite(length)) {
                throw new LinearAlgebraException("polyfit: powers of x up to " + deg + ", with their weights, are not"
                        + " all finite numbers; leave out such points, or scale x");
            }
            scale[j % terms] = length;
            for (int i = 0; i < columns[j].length; i++) {
                columns[j][i] /= length;
            }
        }
        double epsilon = x.dtype().kind() == 'f' && x.itemsize() == 4 || x.dtype().equals(DType.COMPLEX64)
                ? Math.ulp(1f) : Math.ulp(1.0);
        this.rcond = rcond == null ? points * epsilon : rcond;
        squares = new LeastSquares(columns);
    }

    /** The real numbers that stand for the powers of one point, the highest first. */
    private void powers(int i, int points, double weight) {
        Complex at = x.getComplex(i);
        double real = weight;
        double imag = 0;
        for (int j = terms - 1; j >= 0; j--) {
            columns[j][i] = real;
            if (parts == 2) {
                columns[j][points + i] = imag;
                columns[terms + j][i] = -imag;
                columns[terms + j][points + i] = real;
            }
            double next = real * at.real() - imag * at.imag();
            imag = real * at.imag() + imag * at.real();
            real = next;
        }
    }

    /**
     * Fits.
     *
     * @throws IllegalArgumentException if {@code deg} is negative, or more than 4096
     * @throws ShapeException if shapes do not fit, where NumPy has a TypeError
     * @throws DTypeException if types are none that it computes in
     * @throws LinearAlgebraException if a power of {@code x}, or a weight, is not finite
     */
    public static PolynomialFit of(NdArray x, NdArray y, int deg, PolyfitOption... options) {
        Option.requireDistinct("polyfit", options);
        Double rcond = null;
        NdArray w = null;
        for (PolyfitOption option : options) {
            switch (option) {
                case Rcond(double part) -> rcond = part;
                case W(NdArray weights) -> w = weights;
            }
        }
        if (deg < 0 || deg > MOST) {
            throw new IllegalArgumentException("polyfit: deg is " + deg + ", it must be at least 0"
                    + (deg > MOST ? ", and " + MOST + " at most" : ""));
        }
        boolean fits = x.ndim() == 1 && x.size() > 0 && (y.ndim() == 1 || y.ndim() == 2)
                && y.shape().dim(0) == x.size() && (w == null || w.ndim() == 1 && w.size() == x.size());
        if (!fits) {
            throw new ShapeException("polyfit: x has shape " + x.shape() + ", y " + y.shape()
                    + (w == null ? "" : ", w " + w.shape())
                    + "; x and w must be of one axis, y of one or two, the first"
                    + " as long as x and not empty");
        }
        Roots.requirePrecision("polyfit", x.dtype());
        Roots.requirePrecision("polyfit", y.dtype());
        return new PolynomialFit(x, y, deg, rcond, w);
    }

    private int rank() {
        return squares.rank(rcond);
    }

    /** Nothing comes near to what is not finite: then all are NaN. */
    private double[] solution(int column) {
        if (Arrays.stream(wanted[column]).allMatch(Double::isFinite)) {
            return squares.solve(wanted[column], rank());
        }
        double[] none = new double[columns.length];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /** The coefficients, one column for each of what is wanted: new. */
    public NdArray coefficients() {
        DType type = parts == 2 ? DType.COMPLEX128 : DType.FLOAT64;
        NdArray result = Temporaries.empty(x, type, y.ndim() == 1 ? Shape.of(terms) : Shape.of(terms, wanted.length));
        for (int k = 0; k < wanted.length; k++) {
            double[] solution = solution(k);
            for (int j = 0; j < terms; j++) {
                Complex number = new Complex(solution[j] / scale[j], parts == 2 ? solution[terms + j] / scale[j] : 0);
                result.setComplex(number, y.ndim() == 1 ? new long[]{j} : new long[]{j, k});
            }
        }
        return result;
    }

    /** Sums of squares of what is not met; none unless there are more points than terms, and all terms count. */
    private double[] residuals() {
        if (rank() < columns.length || columns[0].length <= columns.length) {
            return new double[0];
        }
        double[] residuals = new double[wanted.length];
        for (int k = 0; k < wanted.length; k++) {
            double[] solution = solution(k);
            double[] left = wanted[k].clone();
            for (int j = 0; j < columns.length; j++) {
                for (int i = 0; i < left.length; i++) {
                    left[i] -= solution[j] * columns[j][i];
                }
            }
            residuals[k] = LeastSquares.dot(left, left);
        }
        return residuals;
    }

    /** The coefficients, the residuals, the rank, the singular values and the part that counts as 0: all new. */
    public List<NdArray> full() {
        double[] all = squares.singularValues();
        double[] values = new double[terms];
        for (int j = 0; j < terms; j++) {
            values[j] = all[parts * j]; // those of complex numbers come twice
        }
        NdArray rank = Steps.zeros(x, DType.INT32, Shape.of());
        rank.setLong(rank() / parts);
        NdArray part = Steps.zeros(x, DType.FLOAT64, Shape.of());
        part.setDouble(rcond);
        return List.of(coefficients(), row(residuals()), rank, row(values), part);
    }

    private NdArray row(double[] values) {
        NdArray row = Steps.zeros(x, DType.FLOAT64, Shape.of(values.length));
        for (int i = 0; i < values.length; i++) {
            row.setDouble(values[i], i);
        }
        return row;
    }

    /**
     * The coefficients and how they vary together: both new.
     *
     * @param scaled whether by what is not met, else as if the weights told
     * @throws DTypeException if numbers are complex
     * @throws ShapeException if there are too few points to tell
     */
    public List<NdArray> withCovariance(boolean scaled) {
        if (parts == 2) {
            throw new DTypeException("polyfit: cov is there for real numbers only");
        }
        double[] factors = scaled ? residuals() : new double[]{1};
        int spare = columns[0].length - terms;
        if (scaled && (factors.length == 0 || spare <= 0)) {
            throw new ShapeException("polyfit: " + columns[0].length + " points do not tell how " + terms
                    + " coefficients vary; give more, or ask for the unscaled covariance");
        }
        boolean stacked = y.ndim() == 2;
        NdArray covariance = Steps.zeros(x, DType.FLOAT64, stacked ? Shape.of(terms, terms, factors.length)
                : Shape.of(terms, terms));
        double[][] inverse = squares.inverseProducts();
        for (int i = 0; i < terms; i++) {
            for (int j = 0; j < terms; j++) {
                for (int k = 0; k < factors.length; k++) {
                    double value = inverse[i][j] / (scale[i] * scale[j]) * (scaled ? factors[k] / spare : 1);
                    covariance.setDouble(value, stacked ? new long[]{i, j, k} : new long[]{i, j});
                }
            }
        }
        return List.of(coefficients(), covariance);
    }
}
