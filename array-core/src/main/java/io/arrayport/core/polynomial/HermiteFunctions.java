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
 * {@code np.polynomial.hermite}: series of Hermite's polynomials, as physics has them, as arrays of coefficients, that of degree 0 first. Results are
 * new arrays, of float64 or complex128 unless coefficients are narrower floats. All of these functions throw {@link
 * io.arrayport.core.error.ShapeException} of coefficients that are empty or have more axes than they may, and
 * IllegalArgumentException of those without a type to compute in, which bools are.
 */
public final class HermiteFunctions {
    private static final Arithmetic ARITHMETIC = new Arithmetic(Basis.HERMITE);
    private static final Evaluation EVALUATION = new Evaluation(Basis.HERMITE);

    /** {@code np.polynomial.Hermite} by its other name. */
    public final SeriesKind Hermite;

    private final Supplier<Device> device;

    HermiteFunctions(Supplier<Device> device, SeriesKind kind) {
        this.device = device;
        Hermite = kind;
    }

    /** See {@link PolynomialModule#Hermite(NdArray, SeriesMakeOption...)}. */
    public Series Hermite(NdArray coef, SeriesMakeOption... options) {
        return Hermite.of(coef, options);
    }

    /** The ends of where these series are at home. */
    public NdArray hermdomain() {
        return JavaArrays.of(device.get(), Basis.HERMITE.domain());
    }

    /** The series that is 0. */
    public NdArray hermzero() {
        return JavaArrays.of(device.get(), new long[]{0});
    }

    /** The series that is 1. */
    public NdArray hermone() {
        return JavaArrays.of(device.get(), new long[]{1});
    }

    /** The series that is x. */
    public NdArray hermx() {
        return Lines.x(Basis.HERMITE, device.get());
    }

    /** The series of {@code off + scl x}. */
    public NdArray hermline(Number off, Number scl) {
        return Lines.of(Basis.HERMITE, device.get(), off, scl);
    }

    /** As {@link #hermline(Number, Number)}, of arrays without axes. */
    public NdArray hermline(NdArray off, NdArray scl) {
        return Lines.of(Basis.HERMITE, off, scl);
    }

    /** The sum of two series. */
    public NdArray hermadd(NdArray c1, NdArray c2) {
        return ARITHMETIC.add(c1, c2);
    }

    /** The difference of two series. */
    public NdArray hermsub(NdArray c1, NdArray c2) {
        return ARITHMETIC.subtract(c1, c2);
    }

    /** The product of a series and x. */
    public NdArray hermmulx(NdArray c) {
        return ARITHMETIC.timesX(c);
    }

    /** The product of two series. */
    public NdArray hermmul(NdArray c1, NdArray c2) {
        return ARITHMETIC.multiply(c1, c2);
    }

    /** The quotient of two series and what remains; an ArithmeticException if {@code c2} is 0. */
    public ArrayPair hermdiv(NdArray c1, NdArray c2) {
        return ARITHMETIC.divide(c1, c2);
    }

    /** A power of a series, 16 at most. */
    public NdArray hermpow(NdArray c, int pow) {
        return ARITHMETIC.power(c, pow, Arithmetic.LARGEST_POWER);
    }

    /** A power of a series, {@code maxpower} at most. */
    public NdArray hermpow(NdArray c, int pow, int maxpower) {
        return ARITHMETIC.power(c, pow, maxpower);
    }

    /** The values of a series at {@code x}; of several, along further axes of {@code c}, each at every x. */
    public NdArray hermval(NdArray x, NdArray c) {
        return EVALUATION.values(x, c, true);
    }

    /** As {@link #hermval(NdArray, NdArray)}; without {@code tensor} several series and x are broadcast. */
    public NdArray hermval(NdArray x, NdArray c, boolean tensor) {
        return EVALUATION.values(x, c, tensor);
    }

    /** The values of a series in two variables at points. */
    public NdArray hermval2d(NdArray x, NdArray y, NdArray c) {
        return EVALUATION.atPoints(c, List.of(x, y));
    }

    /** The values of a series in three variables at points. */
    public NdArray hermval3d(NdArray x, NdArray y, NdArray z, NdArray c) {
        return EVALUATION.atPoints(c, List.of(x, y, z));
    }

    /** The values of a series in two variables on a grid. */
    public NdArray hermgrid2d(NdArray x, NdArray y, NdArray c) {
        return EVALUATION.onGrid(c, List.of(x, y));
    }

    /** The values of a series in three variables on a grid. */
    public NdArray hermgrid3d(NdArray x, NdArray y, NdArray z, NdArray c) {
        return EVALUATION.onGrid(c, List.of(x, y, z));
    }

    /** The derivative of a series, along its first axis unless told. */
    public NdArray hermder(NdArray c, DerivativeOption... options) {
        return hermder(c, 1, options);
    }

    /** The {@code m}-th derivative. */
    public NdArray hermder(NdArray c, int m, DerivativeOption... options) {
        return Calculus.ofDerivative(Basis.HERMITE, "der", m, options).derivative(c);
    }

    /** The integral of a series, along its first axis unless told; 0 at 0 unless told. */
    public NdArray hermint(NdArray c, SeriesOption... options) {
        return hermint(c, 1, options);
    }

    /** Integrates {@code m} times. */
    public NdArray hermint(NdArray c, int m, SeriesOption... options) {
        return Calculus.of(Basis.HERMITE, "int", m, options).integral(c);
    }

    /** The same in powers of x. */
    public NdArray herm2poly(NdArray c) {
        return ARITHMETIC.toPowers(c);
    }

    /** The series that is the same as these powers of x. */
    public NdArray poly2herm(NdArray pol) {
        return ARITHMETIC.fromPowers(pol);
    }

    /** The series that has these zeros. */
    public NdArray hermfromroots(NdArray roots) {
        return ARITHMETIC.fromRoots(roots);
    }

    /** The values of the polynomials up to a degree, along a new last axis. */
    public NdArray hermvander(NdArray x, int deg) {
        return EVALUATION.vander(x, deg);
    }

    /** The values of all products of polynomials in x and in y, along a new last axis. */
    public NdArray hermvander2d(NdArray x, NdArray y, int[] deg) {
        return EVALUATION.vander(List.of(x, y), deg);
    }

    /** The values of all products of polynomials in x, y and z, along a new last axis. */
    public NdArray hermvander3d(NdArray x, NdArray y, NdArray z, int[] deg) {
        return EVALUATION.vander(List.of(x, y, z), deg);
    }

    /** The series up to a degree that comes nearest to points; columns of {@code y} have series of their own. */
    public NdArray hermfit(NdArray x, NdArray y, int deg, PolyfitOption... options) {
        return Fits.of(Basis.HERMITE, x, y, deg, options);
    }

    /** As {@link #hermfit(NdArray, NdArray, int, PolyfitOption...)}, of polynomials of these degrees alone. */
    public NdArray hermfit(NdArray x, NdArray y, NdArray deg, PolyfitOption... options) {
        return Fits.of(Basis.HERMITE, x, y, deg, options);
    }

    /** As {@link #hermfit(NdArray, NdArray, int, PolyfitOption...)}, and what was computed on the way. */
    public List<Object> hermfit(NdArray x, NdArray y, int deg, PolyfitOption.Full full, PolyfitOption... options) {
        return Fits.full(Basis.HERMITE, x, y, deg, options);
    }

    /** Without zeros at the end. */
    public NdArray hermtrim(NdArray c) {
        return Domains.trimmed("hermtrim", c, 0);
    }

    /** Without what is at most {@code tol} at the end. */
    public NdArray hermtrim(NdArray c, double tol) {
        return Domains.trimmed("hermtrim", c, tol);
    }

    /** The zeros of a series, ascending. */
    public NdArray hermroots(NdArray c) {
        return ARITHMETIC.roots(c);
    }

    /** A matrix whose eigenvalues are the zeros of a series. */
    public NdArray hermcompanion(NdArray c) {
        return ARITHMETIC.companion(c);
    }

    /** Gauss' points and weights: sums with them are integrals, up to degree {@code 2 deg - 1}. */
    public ArrayPair hermgauss(int deg) {
        return new Quadrature(Basis.HERMITE).gauss(device.get(), deg);
    }

    /** The weight by which the polynomials are at right angles to each other. */
    public NdArray hermweight(NdArray x) {
        return new Quadrature(Basis.HERMITE).weight(x);
    }
}
