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
 * {@code np.polynomial.hermiteE}: series of Hermite's polynomials, as probability has them, as arrays of coefficients, that of degree 0 first. Results are
 * new arrays, of float64 or complex128 unless coefficients are narrower floats. All of these functions throw {@link
 * io.arrayport.core.error.ShapeException} of coefficients that are empty or have more axes than they may, and
 * IllegalArgumentException of those without a type to compute in, which bools are.
 */
public final class HermiteEFunctions {
    private static final Arithmetic ARITHMETIC = new Arithmetic(Basis.HERMITE_E);
    private static final Evaluation EVALUATION = new Evaluation(Basis.HERMITE_E);

    /** {@code np.polynomial.HermiteE} by its other name. */
    public final SeriesKind HermiteE;

    private final Supplier<Device> device;

    HermiteEFunctions(Supplier<Device> device, SeriesKind kind) {
        this.device = device;
        HermiteE = kind;
    }

    /** See {@link PolynomialModule#HermiteE(NdArray, SeriesMakeOption...)}. */
    public Series HermiteE(NdArray coef, SeriesMakeOption... options) {
        return HermiteE.of(coef, options);
    }

    /** The ends of where these series are at home. */
    public NdArray hermedomain() {
        return JavaArrays.of(device.get(), Basis.HERMITE_E.domain());
    }

    /** The series that is 0. */
    public NdArray hermezero() {
        return JavaArrays.of(device.get(), new long[]{0});
    }

    /** The series that is 1. */
    public NdArray hermeone() {
        return JavaArrays.of(device.get(), new long[]{1});
    }

    /** The series that is x. */
    public NdArray hermex() {
        return Lines.x(Basis.HERMITE_E, device.get());
    }

    /** The series of {@code off + scl x}. */
    public NdArray hermeline(Number off, Number scl) {
        return Lines.of(Basis.HERMITE_E, device.get(), off, scl);
    }

    /** As {@link #hermeline(Number, Number)}, of arrays without axes. */
    public NdArray hermeline(NdArray off, NdArray scl) {
        return Lines.of(Basis.HERMITE_E, off, scl);
    }

    /** The sum of two series. */
    public NdArray hermeadd(NdArray c1, NdArray c2) {
        return ARITHMETIC.add(c1, c2);
    }

    /** The difference of two series. */
    public NdArray hermesub(NdArray c1, NdArray c2) {
        return ARITHMETIC.subtract(c1, c2);
    }

    /** The product of a series and x. */
    public NdArray hermemulx(NdArray c) {
        return ARITHMETIC.timesX(c);
    }

    /** The product of two series. */
    public NdArray hermemul(NdArray c1, NdArray c2) {
        return ARITHMETIC.multiply(c1, c2);
    }

    /** The quotient of two series and what remains; an ArithmeticException if {@code c2} is 0. */
    public ArrayPair hermediv(NdArray c1, NdArray c2) {
        return ARITHMETIC.divide(c1, c2);
    }

    /** A power of a series, 16 at most. */
    public NdArray hermepow(NdArray c, int pow) {
        return ARITHMETIC.power(c, pow, Arithmetic.LARGEST_POWER);
    }

    /** A power of a series, {@code maxpower} at most. */
    public NdArray hermepow(NdArray c, int pow, int maxpower) {
        return ARITHMETIC.power(c, pow, maxpower);
    }

    /** The values of a series at {@code x}; of several, along further axes of {@code c}, each at every x. */
    public NdArray hermeval(NdArray x, NdArray c) {
        return EVALUATION.values(x, c, true);
    }

    /** As {@link #hermeval(NdArray, NdArray)}; without {@code tensor} several series and x are broadcast. */
    public NdArray hermeval(NdArray x, NdArray c, boolean tensor) {
        return EVALUATION.values(x, c, tensor);
    }

    /** The values of a series in two variables at points. */
    public NdArray hermeval2d(NdArray x, NdArray y, NdArray c) {
        return EVALUATION.atPoints(c, List.of(x, y));
    }

    /** The values of a series in three variables at points. */
    public NdArray hermeval3d(NdArray x, NdArray y, NdArray z, NdArray c) {
        return EVALUATION.atPoints(c, List.of(x, y, z));
    }

    /** The values of a series in two variables on a grid. */
    public NdArray hermegrid2d(NdArray x, NdArray y, NdArray c) {
        return EVALUATION.onGrid(c, List.of(x, y));
    }

    /** The values of a series in three variables on a grid. */
    public NdArray hermegrid3d(NdArray x, NdArray y, NdArray z, NdArray c) {
        return EVALUATION.onGrid(c, List.of(x, y, z));
    }

    /** The derivative of a series, along its first axis unless told. */
    public NdArray hermeder(NdArray c, DerivativeOption... options) {
        return hermeder(c, 1, options);
    }

    /** The {@code m}-th derivative. */
    public NdArray hermeder(NdArray c, int m, DerivativeOption... options) {
        return Calculus.ofDerivative(Basis.HERMITE_E, "der", m, options).derivative(c);
    }

    /** The integral of a series, along its first axis unless told; 0 at 0 unless told. */
    public NdArray hermeint(NdArray c, SeriesOption... options) {
        return hermeint(c, 1, options);
    }

    /** Integrates {@code m} times. */
    public NdArray hermeint(NdArray c, int m, SeriesOption... options) {
        return Calculus.of(Basis.HERMITE_E, "int", m, options).integral(c);
    }

    /** The same in powers of x. */
    public NdArray herme2poly(NdArray c) {
        return ARITHMETIC.toPowers(c);
    }

    /** The series that is the same as these powers of x. */
    public NdArray poly2herme(NdArray pol) {
        return ARITHMETIC.fromPowers(pol);
    }

    /** The series that has these zeros. */
    public NdArray hermefromroots(NdArray roots) {
        return ARITHMETIC.fromRoots(roots);
    }

    /** The values of the polynomials up to a degree, along a new last axis. */
    public NdArray hermevander(NdArray x, int deg) {
        return EVALUATION.vander(x, deg);
    }

    /** The values of all products of polynomials in x and in y, along a new last axis. */
    public NdArray hermevander2d(NdArray x, NdArray y, int[] deg) {
        return EVALUATION.vander(List.of(x, y), deg);
    }

    /** The values of all products of polynomials in x, y and z, along a new last axis. */
    public NdArray hermevander3d(NdArray x, NdArray y, NdArray z, int[] deg) {
        return EVALUATION.vander(List.of(x, y, z), deg);
    }

    /** The series up to a degree that comes nearest to points; columns of {@code y} have series of their own. */
    public NdArray hermefit(NdArray x, NdArray y, int deg, PolyfitOption... options) {
        return Fits.of(Basis.HERMITE_E, x, y, deg, options);
    }

    /** As {@link #hermefit(NdArray, NdArray, int, PolyfitOption...)}, of polynomials of these degrees alone. */
    public NdArray hermefit(NdArray x, NdArray y, NdArray deg, PolyfitOption... options) {
        return Fits.of(Basis.HERMITE_E, x, y, deg, options);
    }

    /** As {@link #hermefit(NdArray, NdArray, int, PolyfitOption...)}, and what was computed on the way. */
    public List<Object> hermefit(NdArray x, NdArray y, int deg, PolyfitOption.Full full, PolyfitOption... options) {
        return Fits.full(Basis.HERMITE_E, x, y, deg, options);
    }

    /** Without zeros at the end. */
    public NdArray hermetrim(NdArray c) {
        return Domains.trimmed("hermetrim", c, 0);
    }

    /** Without what is at most {@code tol} at the end. */
    public NdArray hermetrim(NdArray c, double tol) {
        return Domains.trimmed("hermetrim", c, tol);
    }

    /** The zeros of a series, ascending. */
    public NdArray hermeroots(NdArray c) {
        return ARITHMETIC.roots(c);
    }

    /** A matrix whose eigenvalues are the zeros of a series. */
    public NdArray hermecompanion(NdArray c) {
        return ARITHMETIC.companion(c);
    }

    /** Gauss' points and weights: sums with them are integrals, up to degree {@code 2 deg - 1}. */
    public ArrayPair hermegauss(int deg) {
        return new Quadrature(Basis.HERMITE_E).gauss(device.get(), deg);
    }

    /** The weight by which the polynomials are at right angles to each other. */
    public NdArray hermeweight(NdArray x) {
        return new Quadrature(Basis.HERMITE_E).weight(x);
    }
}
