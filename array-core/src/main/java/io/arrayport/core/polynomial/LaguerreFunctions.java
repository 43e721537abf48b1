package io.arrayport.core.polynomial;

import java.util.List;
import java.util.function.Supplier;

import io.arrayport.core.creation.JavaArrays;
import io.arrayport.core.memory.Device;
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
 * {@code np.polynomial.laguerre}: series of Laguerre's polynomials, as arrays of coefficients, that of degree 0 first. Results are
 * new arrays, of float64 or complex128 unless coefficients are narrower floats. All of these functions throw {@link
 * io.arrayport.core.error.ShapeException} of coefficients that are empty or have more axes than they may, and
 * IllegalArgumentException of those without a type to compute in, which bools are.
 */
public final class LaguerreFunctions {
    private static final Arithmetic ARITHMETIC = new Arithmetic(Basis.LAGUERRE);
    private static final Evaluation EVALUATION = new Evaluation(Basis.LAGUERRE);

    /** {@code np.polynomial.Laguerre} by its other name. */
    public final SeriesKind Laguerre;

    private final Supplier<Device> device;

    LaguerreFunctions(Supplier<Device> device, SeriesKind kind) {
        this.device = device;
        Laguerre = kind;
    }

    /** See {@link PolynomialModule#Laguerre(NdArray, SeriesMakeOption...)}. */
    public Series Laguerre(NdArray coef, SeriesMakeOption... options) {
        return Laguerre.of(coef, options);
    }

    /** The ends of where these series are at home. */
    public NdArray lagdomain() {
        return JavaArrays.of(device.get(), Basis.LAGUERRE.domain());
    }

    /** The series that is 0. */
    public NdArray lagzero() {
        return JavaArrays.of(device.get(), new long[]{0});
    }

    /** The series that is 1. */
    public NdArray lagone() {
        return JavaArrays.of(device.get(), new long[]{1});
    }

    /** The series that is x. */
    public NdArray lagx() {
        return Lines.x(Basis.LAGUERRE, device.get());
    }

    /** The series of {@code off + scl x}. */
    public NdArray lagline(Number off, Number scl) {
        return Lines.of(Basis.LAGUERRE, device.get(), off, scl);
    }

    /** As {@link #lagline(Number, Number)}, of arrays without axes. */
    public NdArray lagline(NdArray off, NdArray scl) {
        return Lines.of(Basis.LAGUERRE, off, scl);
    }

    /** The sum of two series. */
    public NdArray lagadd(NdArray c1, NdArray c2) {
        return ARITHMETIC.add(c1, c2);
    }

    /** The difference of two series. */
    public NdArray lagsub(NdArray c1, NdArray c2) {
        return ARITHMETIC.subtract(c1, c2);
    }

    /** The product of a series and x. */
    public NdArray lagmulx(NdArray c) {
        return ARITHMETIC.timesX(c);
    }

    /** The product of two series. */
    public NdArray lagmul(NdArray c1, NdArray c2) {
        return ARITHMETIC.multiply(c1, c2);
    }

    /** The quotient of two series and what remains; an ArithmeticException if {@code c2} is 0. */
    public ArrayPair lagdiv(NdArray c1, NdArray c2) {
        return ARITHMETIC.divide(c1, c2);
    }

    /** A power of a series, 16 at most. */
    public NdArray lagpow(NdArray c, int pow) {
        return ARITHMETIC.power(c, pow, Arithmetic.LARGEST_POWER);
    }

    /** A power of a series, {@code maxpower} at most. */
    public NdArray lagpow(NdArray c, int pow, int maxpower) {
        return ARITHMETIC.power(c, pow, maxpower);
    }

    /** The values of a series at {@code x}; of several, along further axes of {@code c}, each at every x. */
    public NdArray lagval(NdArray x, NdArray c) {
        return EVALUATION.values(x, c, true);
    }

    /** As {@link #lagval(NdArray, NdArray)}; without {@code tensor} several series and x are broadcast. */
    public NdArray lagval(NdArray x, NdArray c, boolean tensor) {
        return EVALUATION.values(x, c, tensor);
    }

    /** The values of a series in two variables at points. */
    public NdArray lagval2d(NdArray x, NdArray y, NdArray c) {
        return EVALUATION.atPoints(c, List.of(x, y));
    }

    /** The values of a series in three variables at points. */
    public NdArray lagval3d(NdArray x, NdArray y, NdArray z, NdArray c) {
        return EVALUATION.atPoints(c, List.of(x, y, z));
    }

    /** The values of a series in two variables on a grid. */
    public NdArray laggrid2d(NdArray x, NdArray y, NdArray c) {
        return EVALUATION.onGrid(c, List.of(x, y));
    }

    /** The values of a series in three variables on a grid. */
    public NdArray laggrid3d(NdArray x, NdArray y, NdArray z, NdArray c) {
        return EVALUATION.onGrid(c, List.of(x, y, z));
    }

    /** The derivative of a series, along its first axis unless told. */
    public NdArray lagder(NdArray c, DerivativeOption... options) {
        return lagder(c, 1, options);
    }

    /** The {@code m}-th derivative. */
    public NdArray lagder(NdArray c, int m, DerivativeOption... options) {
        return Calculus.ofDerivative(Basis.LAGUERRE, "der", m, options).derivative(c);
    }

    /** The integral of a series, along its first axis unless told; 0 at 0 unless told. */
    public NdArray lagint(NdArray c, SeriesOption... options) {
        return lagint(c, 1, options);
    }

    /** Integrates {@code m} times. */
    public NdArray lagint(NdArray c, int m, SeriesOption... options) {
        return Calculus.of(Basis.LAGUERRE, "int", m, options).integral(c);
    }

    /** The same in powers of x. */
    public NdArray lag2poly(NdArray c) {
        return ARITHMETIC.toPowers(c);
    }

    /** The series that is the same as these powers of x. */
    public NdArray poly2lag(NdArray pol) {
        return ARITHMETIC.fromPowers(pol);
    }

    /** The series that has these zeros. */
    public NdArray lagfromroots(NdArray roots) {
        return ARITHMETIC.fromRoots(roots);
    }

    /** The values of the polynomials up to a degree, along a new last axis. */
    public NdArray lagvander(NdArray x, int deg) {
        return EVALUATION.vander(x, deg);
    }

    /** The values of all products of polynomials in x and in y, along a new last axis. */
    public NdArray lagvander2d(NdArray x, NdArray y, int[] deg) {
        return EVALUATION.vander(List.of(x, y), deg);
    }

    /** The values of all products of polynomials in x, y and z, along a new last axis. */
    public NdArray lagvander3d(NdArray x, NdArray y, NdArray z, int[] deg) {
        return EVALUATION.vander(List.of(x, y, z), deg);
    }

    /** The series up to a degree that comes nearest to points; columns of {@code y} have series of their own. */
    public NdArray lagfit(NdArray x, NdArray y, int deg, PolyfitOption... options) {
        return Fits.of(Basis.LAGUERRE, x, y, deg, options);
    }

    /** As {@link #lagfit(NdArray, NdArray, int, PolyfitOption...)}, of polynomials of these degrees alone. */
    public NdArray lagfit(NdArray x, NdArray y, NdArray deg, PolyfitOption... options) {
        return Fits.of(Basis.LAGUERRE, x, y, deg, options);
    }

    /** As {@link #lagfit(NdArray, NdArray, int, PolyfitOption...)}, and what was computed on the way. */
    public List<Object> lagfit(NdArray x, NdArray y, int deg, PolyfitOption.Full full, PolyfitOption... options) {
        return Fits.full(Basis.LAGUERRE, x, y, deg, options);
    }

    /** Without zeros at the end. */
    public NdArray lagtrim(NdArray c) {
        return Domains.trimmed("lagtrim", c, 0);
    }

    /** Without what is at most {@code tol} at the end. */
    public NdArray lagtrim(NdArray c, double tol) {
        return Domains.trimmed("lagtrim", c, tol);
    }

    /** The zeros of a series, ascending. */
    public NdArray lagroots(NdArray c) {
        return ARITHMETIC.roots(c);
    }

    /** A matrix whose eigenvalues are the zeros of a series. */
    public NdArray lagcompanion(NdArray c) {
        return ARITHMETIC.companion(c);
    }

    /** Gauss' points and weights: sums with them are integrals, up to degree {@code 2 deg - 1}. */
    public ArrayPair laggauss(int deg) {
        return new Quadrature(Basis.LAGUERRE).gauss(device.get(), deg);
    }

    /** The weight by which the polynomials are at right angles to each other. */
    public NdArray lagweight(NdArray x) {
        return new Quadrature(Basis.LAGUERRE).weight(x);
    }
}
