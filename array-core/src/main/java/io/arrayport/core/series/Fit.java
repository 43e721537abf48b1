package io.arrayport.core.series;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.PolyfitOption;
import io.arrayport.core.ndarray.PolyfitOption.Rcond;
import io.arrayport.core.ndarray.PolyfitOption.W;
import io.arrayport.core.ndarray.Temporaries;
import io.arrayport.core.numeric.LeastSquares;
import org.jspecify.annotations.Nullable;

/**
 * The series that comes nearest to points, by the squares of its distances. A complex number is two real ones: the
 * matrix of its real and imaginary parts stands in its place.
 */
public final class Fit {
    private final NdArray x;
    private final NdArray y;
    private final DType type;
    private final int[] degrees;
    private final int parts;
    private final double[] scale;
    private final double[][] wanted;
    private final double rcond;
    private final LeastSquares squares;
    private final double[][] columns;

    private Fit(Basis basis, NdArray x, NdArray y, int[] degrees, @Nullable Double rcond, @Nullable NdArray w) {
        this.x = x;
        this.y = y;
        this.degrees = degrees;
        type = type(x, y, w);
        parts = type.kind() == 'c' ? 2 : 1;
        int points = Math.toIntExact(x.size());
        int terms = degrees.length;
        columns = new double[parts * terms][parts * points];
        wanted = new double[Math.toIntExact(y.ndim() == 1 ? 1 : y.shape().dim(1))][parts * points];
        for (int i = 0; i < points; i++) {
            double weight = w == null ? 1 : w.getDouble(i);
            row(basis, i, points, weight);
            for (int k = 0; k < wanted.length; k++) {
                Complex value = y.ndim() == 1 ? y.getComplex(i) : y.getComplex(i, k);
                wanted[k][i] = weight * value.real();
                if (parts == 2) {
                    wanted[k][points + i] = weight * value.imag();
                }
            }
        }
        scale = new double[terms];
        for (int j = 0; j < columns.length; j++) {
            double length = Math.sqrt(LeastSquares.dot(columns[j], columns[j]));
            double divisor = length == 0 ? 1 : length;
            scale[j % terms] = divisor;
            columns[j] = Arrays.stream(columns[j]).map(number -> number / divisor).toArray();
        }
        boolean narrow = x.dtype().kind() == 'f' && x.itemsize() == Float.BYTES || x.dtype().equals(DType.COMPLEX64);
        this.rcond = rcond == null ? points * (narrow ? Math.ulp(1f) : Math.ulp(1.0)) : rcond;
        squares = new LeastSquares(columns);
    }

    private static DType type(NdArray x, NdArray y, @Nullable NdArray w) {
        DType type = DType.FLOAT32;
        for (NdArray array : w == null ? new NdArray[]{x, y} : new NdArray[]{x, y, w}) {
            DType each = array.dtype();
            if ("biufc".indexOf(each.kind()) < 0 || each.kind() == 'f' && each.itemsize() == 2) {
                throw new DTypeException("fit: numbers are " + each + ", in which linear algebra is not computed;"
                        + " convert them with astype(...)");
            }
            type = Promotion.promoteTypes(type, "biu".indexOf(each.kind()) >= 0 ? DType.FLOAT64
                    : Promotion.nativeOf(each));
        }
        return type;
    }

    /** The values of the polynomials at one point, as the real numbers that stand for them. */
    private void row(Basis basis, int i, int points, double weight) {
        Complex at = x.getComplex(i);
        int highest = degrees[degrees.length - 1];
        Complex before = new Complex(0, 0);
        Complex value = new Complex(weight, 0);
        int j = 0;
        for (int k = 0; k <= highest; k++) {
            for (; j < degrees.length && degrees[j] == k; j++) {
                put(i, j, points, value);
            }
            double real = basis.constant(k) + basis.slope(k) * at.real();
            double imag = basis.slope(k) * at.imag();
            Complex next = new Complex(
                    real * value.real() - imag * value.imag() - basis.before(k) * before.real(),
                    real * value.imag() + imag * value.real() - basis.before(k) * before.imag());
            before = value;
            value = next;
        }
    }

    private void put(int i, int j, int points, Complex value) {
        columns[j][i] = value.real();
        if (parts == 2) {
            columns[j][points + i] = value.imag();
            columns[degrees.length + j][i] = -value.imag();
            columns[degrees.length + j][points + i] = value.real();
        }
    }

    /**
     * Fits.
     *
     * @param degrees of the polynomials that are taken
     * @throws DTypeException if shapes do not fit, as NumPy's TypeError, or types are none that it computes in
     * @throws IllegalArgumentException if a degree is negative
     */
    public static Fit of(Basis basis, NdArray x, NdArray y, int[] degrees, PolyfitOption... options) {
        String operation = basis.prefix() + "fit";
        Option.requireDistinct(operation, options);
        Double rcond = null;
        NdArray w = null;
        for (PolyfitOption option : options) {
            switch (option) {
                case Rcond(double part) -> rcond = part;
                case W(NdArray weights) -> w = weights;
            }
        }
        int[] sorted = degrees.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && sorted[0] < 0) {
            throw new IllegalArgumentException(operation + ": deg is " + sorted[0] + ", it must be at least 0");
        }
        boolean fits = sorted.length > 0 && x.ndim() == 1 && x.size() > 0 && (y.ndim() == 1 || y.ndim() == 2)
                && y.shape().dim(0) == x.size() && (w == null || w.ndim() == 1 && w.size() == x.size());
        if (!fits) {
            throw new DTypeException(operation + ": x has shape " + x.shape() + ", y " + y.shape()
                    + (w == null ? "" : ", w " + w.shape()) + ", for " + sorted.length
                    + " degrees; x and w must be of one axis, y of one or two, the first as long as x and not empty");
        }
        return new Fit(basis, x, y, sorted, rcond, w);
    }

    /** The coefficients, one column for each of what is wanted: new. */
    public NdArray coefficients() {
        int terms = degrees[degrees.length - 1] + 1;
        Shape shape = y.ndim() == 1 ? Shape.of(terms) : Shape.of(terms, wanted.length);
        return Temporaries.finished(Temporaries.empty(x, type, shape), made -> {
            made.fill(0);
            for (int k = 0; k < wanted.length; k++) {
                double[] solution = squares.solve(wanted[k], squares.rank(rcond));
                for (int j = 0; j < degrees.length; j++) {
                    double imag = parts == 2 ? solution[degrees.length + j] / scale[j] : 0;
                    put(made, new Complex(solution[j] / scale[j], imag),
                            y.ndim() == 1 ? new long[]{degrees[j]} : new long[]{degrees[j], k});
                }
            }
        });
    }

    private static void put(NdArray made, Complex number, long... index) {
        if (made.dtype().kind() == 'c') {
            made.setComplex(number, index);
        } else {
            made.setDouble(number.real(), index);
        }
    }

    /** The sums of squares, the rank, the singular values and the part that counts as 0: arrays are new. */
    public List<Object> status() {
        int rank = squares.rank(rcond) / parts;
        double[] values = new double[degrees.length];
        for (int j = 0; j < values.length; j++) {
            values[j] = squares.singularValues()[parts * j]; // those of complex numbers come twice
        }
        DType real = type.itemsize() == (long) parts * Float.BYTES ? DType.FLOAT32 : DType.FLOAT64;
        return List.of(Coefficients.ofReal(real, residuals(rank)).toArray(x), rank,
                Coefficients.ofReal(real, values).toArray(x), rcond);
    }

    /** None unless there are more points than terms, and all terms count. */
    private double[] residuals(int rank) {
        if (rank < degrees.length || x.size() <= degrees.length) {
            return new double[0];
        }
        double[] residuals = new double[wanted.length];
        for (int k = 0; k < wanted.length; k++) {
            double[] solution = squares.solve(wanted[k], squares.rank(rcond));
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
}
