package io.arrayport.core.polynomial;

import java.util.List;
import java.util.function.Supplier;

import io.arrayport.core.creation.JavaArrays;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.ArrayFunction;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.DerivativeOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PolyfitOption;
import io.arrayport.core.ndarray.SeriesMakeOption;
import io.arrayport.core.ndarray.SeriesOption;
import io.arrayport.core.series.Arithmetic;
import io.arrayport.core.series.Basis;
import io.arrayport.core.series.Calculus;
import io.arrayport.core.series.Domains;
import io.arrayport.core.series.Evaluation;
import io.arrayport.core.series.Fits;
import io.arrayport.core.series.Lines;
import io.arrayport.core.series.Quadrature;

/**
 * {@code np.polynomial.chebyshev}: series of Chebyshev's polynomials of the first kind, as arrays of coefficients, that of degree 0 first. Results are
 * new arrays, of float64 or complex128 unless coefficients are narrower floats. All of these functions throw {@link
 * io.arrayport.core.error.ShapeException} of coefficients that are empty or have more axes than they may, and
 * IllegalArgumentException of those without a type to compute in, which bools are.
 */
public final class ChebyshevFunctions {
    private static final Arithmetic ARITHMETIC = new Arithmetic(Basis.CHEBYSHEV);
    private static final Evaluation EVALUATION = new Evaluation(Basis.CHEBYSHEV);

    /** {@code np.polynomial.Chebyshev} by its other name. */
    public final SeriesKind Chebyshev;

    private final Supplier<Device> device;

    ChebyshevFunctions(Supplier<Device> device, SeriesKind kind) {
        this.device = device;
        Chebyshev = kind;
    }

    /** See {@link PolynomialModule#Chebyshev(NdArray, SeriesMakeOption...)}. */
    public Series Chebyshev(NdArray coef, SeriesMakeOption... options) {
        return Chebyshev.of(coef, options);
    }

    /** The ends of where these series are at home. */
    public NdArray chebdomain() {
        return JavaArrays.of(device.get(), Basis.CHEBYSHEV.domain());
    }

    /** The series that is 0. */
    public NdArray chebzero() {
        return JavaArrays.of(device.get(), new long[]{0});
    }

    /** The series that is 1. */
    public NdArray chebone() {
        return JavaArrays.of(device.get(), new long[]{1});
    }

    /** The series that is x. */
    public NdArray chebx() {
        return Lines.x(Basis.CHEBYSHEV, device.get());
    }

    /** The series of {@code off + scl x}. */
    public NdArray chebline(Number off, Number scl) {
        return Lines.of(Basis.CHEBYSHEV, device.get(), off, scl);
    }

    /** As {@link #chebline(Number, Number)}, of arrays without axes. */
    public NdArray chebline(NdArray off, NdArray scl) {
        return Lines.of(Basis.CHEBYSHEV, off, scl);
    }

    /** The sum of two series. */
    public NdArray chebadd(NdArray c1, NdArray c2) {
        return ARITHMETIC.add(c1, c2);
    }

    /** The difference of two series. */
    public NdArray chebsub(NdArray c1, NdArray c2) {
        return ARITHMETIC.subtract(c1, c2);
    }

    /** The product of a series and x. */
    public NdArray chebmulx(NdArray c) {
        return ARITHMETIC.timesX(c);
    }

    /** The product of two series. */
    public NdArray chebmul(NdArray c1, NdArray c2) {
        return ARITHMETIC.multiply(c1, c2);
    }

    /** The quotient of two series and what remains; an ArithmeticException if {@code c2} is 0. */
    public ArrayPair chebdiv(NdArray c1, NdArray c2) {
        return ARITHMETIC.divide(c1, c2);
    }

    /** A power of a series, 16 at most. */
    public NdArray chebpow(NdArray c, int pow) {
        return ARITHMETIC.power(c, pow, Arithmetic.LARGEST_POWER);
    }

    /** A power of a series, {@code maxpower} at most. */
    public NdArray chebpow(NdArray c, int pow, int maxpower) {
        return ARITHMETIC.power(c, pow, maxpower);
    }

    /** The values of a series at {@code x}; of several, along further axes of {@code c}, each at every x. */
    public NdArray chebval(NdArray x, NdArray c) {
        return EVALUATION.values(x, c, true);
    }

    /** As {@link #chebval(NdArray, NdArray)}; without {@code tensor} several series and x are broadcast. */
    public NdArray chebval(NdArray x, NdArray c, boolean tensor) {
        return EVALUATION.values(x, c, tensor);
    }

    /** The values of a series in two variables at points. */
    public NdArray chebval2d(NdArray x, NdArray y, NdArray c) {
        return EVALUATION.atPoints(c, List.of(x, y));
    }

    /** The values of a series in three variables at points. */
    public NdArray chebval3d(NdArray x, NdArray y, NdArray z, NdArray c) {
        return EVALUATION.atPoints(c, List.of(x, y, z));
    }

    /** The values of a series in two variables on a grid. */
    public NdArray chebgrid2d(NdArray x, NdArray y, NdArray c) {
        return EVALUATION.onGrid(c, List.of(x, y));
    }

    /** The values of a series in three variables on a grid. */
    public NdArray chebgrid3d(NdArray x, NdArray y, NdArray z, NdArray c) {
        return EVALUATION.onGrid(c, List.of(x, y, z));
    }

    /** The derivative of a series, along its first axis unless told. */
    public NdArray chebder(NdArray c, DerivativeOption... options) {
        return chebder(c, 1, options);
    }

    /** The {@code m}-th derivative. */
    public NdArray chebder(NdArray c, int m, DerivativeOption... options) {
        return Calculus.ofDerivative(Basis.CHEBYSHEV, "der", m, options).derivative(c);
    }

    /** The integral of a series, along its first axis unless told; 0 at 0 unless told. */
    public NdArray chebint(NdArray c, SeriesOption... options) {
        return chebint(c, 1, options);
    }

    /** Integrates {@code m} times. */
    public NdArray chebint(NdArray c, int m, SeriesOption... options) {
        return Calculus.of(Basis.CHEBYSHEV, "int", m, options).integral(c);
    }

    /** The same in powers of x. */
    public NdArray cheb2poly(NdArray c) {
        return ARITHMETIC.toPowers(c);
    }

    /** The series that is the same as these powers of x. */
    public NdArray poly2cheb(NdArray pol) {
        return ARITHMETIC.fromPowers(pol);
    }

    /** The series that has these zeros. */
    public NdArray chebfromroots(NdArray roots) {
        return ARITHMETIC.fromRoots(roots);
    }

    /** The values of the polynomials up to a degree, along a new last axis. */
    public NdArray chebvander(NdArray x, int deg) {
        return EVALUATION.vander(x, deg);
    }

    /** The values of all products of polynomials in x and in y, along a new last axis. */
    public NdArray chebvander2d(NdArray x, NdArray y, int[] deg) {
        return EVALUATION.vander(List.of(x, y), deg);
    }

    /** The values of all products of polynomials in x, y and z, along a new last axis. */
    public NdArray chebvander3d(NdArray x, NdArray y, NdArray z, int[] deg) {
        return EVALUATION.vander(List.of(x, y, z), deg);
    }

    /** The series up to a degree that comes nearest to points; columns of {@code y} have series of their own. */
    public NdArray chebfit(NdArray x, NdArray y, int deg, PolyfitOption... options) {
        return Fits.of(Basis.CHEBYSHEV, x, y, deg, options);
    }

    /** As {@link #chebfit(NdArray, NdArray, int, PolyfitOption...)}, of polynomials of these degrees alone. */
    public NdArray chebfit(NdArray x, NdArray y, NdArray deg, PolyfitOption... options) {
        return Fits.of(Basis.CHEBYSHEV, x, y, deg, options);
    }

    /** As {@link #chebfit(NdArray, NdArray, int, PolyfitOption...)}, and what was computed on the way. */
    public List<Object> chebfit(NdArray x, NdArray y, int deg, PolyfitOption.Full full, PolyfitOption... options) {
        return Fits.full(Basis.CHEBYSHEV, x, y, deg, options);
    }

    /** Without zeros at the end. */
    public NdArray chebtrim(NdArray c) {
        return Domains.trimmed("chebtrim", c, 0);
    }

    /** Without what is at most {@code tol} at the end. */
    public NdArray chebtrim(NdArray c, double tol) {
        return Domains.trimmed("chebtrim", c, tol);
    }

    /** The zeros of a series, ascending. */
    public NdArray chebroots(NdArray c) {
        return ARITHMETIC.roots(c);
    }

    /** A matrix whose eigenvalues are the zeros of a series. */
    public NdArray chebcompanion(NdArray c) {
        return ARITHMETIC.companion(c);
    }

    /** Gauss' points and weights: sums with them are integrals, up to degree {@code 2 deg - 1}. */
    public ArrayPair chebgauss(int deg) {
        return new Quadrature(Basis.CHEBYSHEV).gauss(device.get(), deg);
    }

    /** The weight by which the polynomials are at right angles to each other. */
    public NdArray chebweight(NdArray x) {
        return new Quadrature(Basis.CHEBYSHEV).weight(x);
    }

    /** The zeros of the polynomial of degree {@code npts}, ascending. */
    public NdArray chebpts1(int npts) {
        return Quadrature.points(device.get(), npts);
    }

    /** Where the polynomial of degree {@code npts - 1} is 1 or -1, ascending. */
    public NdArray chebpts2(int npts) {
        return Quadrature.extremes(device.get(), npts);
    }

    /** The series up to a degree that agrees with a function at the zeros of the polynomial of the next. */
    public NdArray chebinterpolate(ArrayFunction func, int deg) {
        return Quadrature.interpolate(device.get(), func, deg);
    }
}
