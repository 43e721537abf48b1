package io.arrayport.core.series;

import java.util.Arrays;

import io.arrayport.core.creation.JavaArrays;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.ArrayFunction;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option.Out;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.numeric.RealEigenvalues;
import io.arrayport.core.numeric.Steps;
import io.arrayport.core.ufunc.Ufuncs;

/** Points and weights by which integrals are sums, and the weights that stand under the integrals. */
public record Quadrature(Basis basis) {
    /** Of those that are computed one by one. */
    private static final int MOST_POINTS = 1 << 24;

    private static final UnaryUfunc EXP = new UnaryUfunc(Ufuncs.EXP);
    private static final UnaryUfunc SQRT = new UnaryUfunc(Ufuncs.SQRT);
    private static final UnaryUfunc SQUARE = new UnaryUfunc(Ufuncs.SQUARE);

    /**
     * Gauss' points, ascending, and their weights.
     *
     * @throws IllegalArgumentException if there are to be none
     */
    public ArrayPair gauss(Device device, int deg) {
        Degree.require(basis.prefix() + "gauss: deg", deg, 1,
                basis == Basis.CHEBYSHEV ? MOST_POINTS : Degree.MOST_OF_MATRICES);
        double[] points = basis == Basis.CHEBYSHEV ? chebyshev(deg) : zeros(deg);
        double[] weights = new double[deg];
        if (basis == Basis.CHEBYSHEV) {
            Arrays.fill(weights, Math.PI / deg);
        } else {
            for (int i = 0; i < deg; i++) {
                weights[i] = total() / squares(points[i], deg);
            }
        }
        NdArray first = JavaArrays.of(device, points);
        boolean done = false;
        try {
            ArrayPair pair = new ArrayPair(first, JavaArrays.of(device, weights));
            done = true;
            return pair;
        } finally {
            if (!done) {
                first.close();
            }
        }
    }

    /** In NumPy's order, descending. */
    private static double[] chebyshev(int n) {
        double[] points = new double[n];
        Arrays.setAll(points, i -> StrictMath.cos(Math.PI * (2 * i + 1) / (2.0 * n)));
        return points;
    }

    /** The integral of the weight. */
    private double total() {
        return switch (basis) {
            case LEGENDRE -> 2;
            case HERMITE -> Math.sqrt(Math.PI);
            case HERMITE_E -> Math.sqrt(2 * Math.PI);
            default -> 1;
        };
    }

    /** The zeros of the n-th polynomial, by eigenvalues and one of Newton's steps; those that mirror each other do. */
    private double[] zeros(int n) {
        Coefficients last = Coefficients.zeros(DType.FLOAT64, n + 1);
        last.re()[n] = 1;
        Complex[][] matrix = new Companion(basis).of(last);
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = matrix[i][j].real();
            }
        }
        double[] zeros = RealEigenvalues.of(rows)[0];
        Arrays.sort(zeros);
        for (int i = 0; i < n; i++) {
            zeros[i] -= newton(zeros[i], n);
        }
        if (basis != Basis.LAGUERRE) {
            double[] mirrored = zeros.clone();
            Arrays.setAll(zeros, i -> (mirrored[i] - mirrored[n - 1 - i]) / 2);
        }
        return zeros;
    }

    /** The n-th polynomial by its derivative: numbers are kept small, as only their ratio counts. */
    private double newton(double x, int n) {
        double before = 0;
        double value = 1;
        double slopeBefore = 0;
        double slope = 0;
        for (int k = 0; k < n; k++) {
            double factor = basis.constant(k) + basis.slope(k) * x;
            double next = factor * value - basis.before(k) * before;
            double nextSlope = factor * slope + basis.slope(k) * value - basis.before(k) * slopeBefore;
            double scale = Math.scalb(1.0, -Math.max(Math.getExponent(next), Math.getExponent(nextSlope)));
            before = value * scale;
            value = next * scale;
            slopeBefore = slope * scale;
            slope = nextSlope * scale;
        }
        return value / slope;
    }

    /** The sum of squares of the polynomials below the n-th, each scaled to length 1. */
    private double squares(double x, int n) {
        double before = 0;
        double value = 1;
        double sum = 0;
        double ratio = 1;
        for (int k = 0; k < n; k++) {
            sum += value * value;
            // x p[k] = (p[k + 1] - constant p[k] + before p[k - 1]) / slope, with lengths that make it symmetric
            double nextRatio = Math.sqrt(basis.before(k + 1) * basis.slope(k) / basis.slope(k + 1));
            double next = ((basis.constant(k) + basis.slope(k) * x) * value
                    - (k == 0 ? 0 : basis.before(k) / ratio) * before) / nextRatio;
            before = value;
            value = next;
            ratio = nextRatio;
        }
        return sum;
    }

    /** The weight at x. */
    public NdArray weight(NdArray x) {
        try (Scope scope = Scope.open()) {
            return scope.keep(switch (basis) {
                case CHEBYSHEV -> Steps.DIVIDE.call(1.0, Steps.MULTIPLY.call(SQRT.call(Steps.ADD.call(x, 1.0)),
                        SQRT.call(Steps.SUBTRACT.call(1.0, x))));
                case HERMITE -> EXP.call(Steps.NEGATIVE.call(SQUARE.call(x)));
                case HERMITE_E -> EXP.call(Steps.MULTIPLY.call(SQUARE.call(x), -0.5));
                case LAGUERRE -> EXP.call(Steps.NEGATIVE.call(x));
                default -> Steps.ADD.call(Steps.MULTIPLY.call(x, 0.0), 1.0);
            });
        }
    }

    /** Chebyshev's points of the first kind, ascending: the zeros of T[n]. */
    public static NdArray points(Device device, int npts) {
        Degree.require("chebpts1: npts", npts, 1, MOST_POINTS);
        double[] points = new double[npts];
        Arrays.setAll(points, i -> StrictMath.sin(0.5 * Math.PI / npts * (2 * i - npts + 1)));
        return JavaArrays.of(device, points);
    }

    /** Chebyshev's points of the second kind, ascending: where T[n - 1] is 1 or -1. */
    public static NdArray extremes(Device device, int npts) {
        Degree.require("chebpts2: npts", npts, 2, MOST_POINTS);
        double[] points = new double[npts];
        Arrays.setAll(points, i -> StrictMath.cos(Math.PI * (npts - 1 - i) / (npts - 1)));
        return JavaArrays.of(device, points);
    }

    /** The Chebyshev series of a function, that agrees with it at the zeros of the polynomial behind its last. */
    public static NdArray interpolate(Device device, ArrayFunction func, int deg) {
        Degree.require("chebinterpolate: deg", deg, 0, Degree.MOST);
        try (Scope scope = Scope.open()) {
            NdArray x = points(device, deg + 1);
            NdArray values = func.apply(x);
            NdArray vander = new Evaluation(Basis.CHEBYSHEV).vander(x, deg);
            NdArray sums = vander.transpose().dot(values);
            NdArray result = Steps.DIVIDE.call(sums, 0.5 * (deg + 1));
            NdArray first = result.get(0);
            Steps.MULTIPLY.call(first, 0.5, new Out(first));
            return scope.keep(result);
        }
    }
}
