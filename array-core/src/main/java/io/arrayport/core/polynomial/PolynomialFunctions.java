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

/**
 * {@code np.polynomial.polynomial}: series of powers of x, as arrays of coefficients, that of degree 0 first. Results are
 * new arrays, of float64 or complex128 unless coefficients are narrower floats. All of these functions throw {@link
 * io.arrayport.core.error.ShapeException} of coefficients that are empty or have more axes than they may, and
 * IllegalArgumentException of those without a type to compute in, which bools are.
 */
public final class PolynomialFunctions {
    private static final Arithmetic ARITHMETIC = new Arithmetic(Basis.POWER);
    private static final Evaluation EVALUATION = new Evaluation(Basis.POWER);

    /** {@code np.polynomial.Polynomial} by its other name. */
    public final SeriesKind Polynomial;

    private final Supplier<Device> device;

    PolynomialFunctions(Supplier<Device> device, SeriesKind kind) {
        this.device = device;
        Polynomial = kind;
    }

    /** See {@link PolynomialModule#Polynomial(NdArray, SeriesMakeOption...)}. */
    public Series Polynomial(NdArray coef, SeriesMakeOption... options) {
        return Polynomial.of(coef, options);
    }

    /** The ends of where these series are at home. */
    public NdArray polydomain() {
        return JavaArrays.of(device.get(), Basis.POWER.domain());
    }

    /** The series that is 0. */
    public NdArray polyzero() {
        return JavaArrays.of(device.get(), new long[]{0});
    }

    /** The series that is 1. */
    public NdArray polyone() {
        return JavaArrays.of(device.get(), new long[]{1});
    }

    /** The series that is x. */
    public NdArray polyx() {
        return Lines.x(Basis.POWER, device.get());
    }

    /** The series of {@code off + scl x}. */
    public NdArray polyline(Number off, Number scl) {
        return Lines.of(Basis.POWER, device.get(), off, scl);
    }

    /** As {@link #polyline(Number, Number)}, of arrays without axes. */
    public NdArray polyline(NdArray off, NdArray scl) {
        return Lines.of(Basis.POWER, off, scl);
    }

    /** The sum of two series. */
    public NdArray polyadd(NdArray c1, NdArray c2) {
        return ARITHMETIC.add(c1, c2);
    }

    /** The difference of two series. */
    public NdArray polysub(NdArray c1, NdArray c2) {
        return ARITHMETIC.subtract(c1, c2);
    }

    /** The product of a series and x. */
    public NdArray polymulx(NdArray c) {
        return ARITHMETIC.timesX(c);
    }

    /** The product of two series. */
    public NdArray polymul(NdArray c1, NdArray c2) {
        return ARITHMETIC.multiply(c1, c2);
    }

    /** The quotient of two series and what remains; an ArithmeticException if {@code c2} is 0. */
    public ArrayPair polydiv(NdArray c1, NdArray c2) {
        return ARITHMETIC.divide(c1, c2);
    }

    /** A power of a series. */
    public NdArray polypow(NdArray c, int pow) {
        return ARITHMETIC.power(c, pow, Integer.MAX_VALUE);
    }

    /** A power of a series, {@code maxpower} at most. */
    public NdArray polypow(NdArray c, int pow, int maxpower) {
        return ARITHMETIC.power(c, pow, maxpower);
    }

    /** The values of a series at {@code x}; of several, along further axes of {@code c}, each at every x. */
    public NdArray polyval(NdArray x, NdArray c) {
        return EVALUATION.values(x, c, true);
    }

    /** As {@link #polyval(NdArray, NdArray)}; without {@code tensor} several series and x are broadcast. */
    public NdArray polyval(NdArray x, NdArray c, boolean tensor) {
        return EVALUATION.values(x, c, tensor);
    }

    /** The values of a series in two variables at points. */
    public NdArray polyval2d(NdArray x, NdArray y, NdArray c) {
        return EVALUATION.atPoints(c, List.of(x, y));
    }

    /** The values of a series in three variables at points. */
    public NdArray polyval3d(NdArray x, NdArray y, NdArray z, NdArray c) {
        return EVALUATION.atPoints(c, List.of(x, y, z));
    }

    /** The values of a series in two variables on a grid. */
    public NdArray polygrid2d(NdArray x, NdArray y, NdArray c) {
        return EVALUATION.onGrid(c, List.of(x, y));
    }

    /** The values of a series in three variables on a grid. */
    public NdArray polygrid3d(NdArray x, NdArray y, NdArray z, NdArray c) {
        return EVALUATION.onGrid(c, List.of(x, y, z));
    }

    /** The values at {@code x} of polynomials that have the zeros {@code r} along its first axis. */
    public NdArray polyvalfromroots(NdArray x, NdArray r) {
        return Evaluation.fromRoots(x, r, true);
    }

    /** As {@link #polyvalfromroots(NdArray, NdArray)}; without {@code tensor} they are broadcast. */
    public NdArray polyvalfromroots(NdArray x, NdArray r, boolean tensor) {
        return Evaluation.fromRoots(x, r, tensor);
    }

    /** The derivative of a series, along its first axis unless told. */
    public NdArray polyder(NdArray c, DerivativeOption... options) {
        return polyder(c, 1, options);
    }

    /** The {@code m}-th derivative. */
    public NdArray polyder(NdArray c, int m, DerivativeOption... options) {
        return Calculus.ofDerivative(Basis.POWER, "der", m, options).derivative(c);
    }

    /** The integral of a series, along its first axis unless told; 0 at 0 unless told. */
    public NdArray polyint(NdArray c, SeriesOption... options) {
        return polyint(c, 1, options);
    }

    /** Integrates {@code m} times. */
    public NdArray polyint(NdArray c, int m, SeriesOption... options) {
        return Calculus.of(Basis.POWER, "int", m, options).integral(c);
    }

    /** The series that has these zeros. */
    public NdArray polyfromroots(NdArray roots) {
        return ARITHMETIC.fromRoots(roots);
    }

    /** The values of the polynomials up to a degree, along a new last axis. */
    public NdArray polyvander(NdArray x, int deg) {
        return EVALUATION.vander(x, deg);
    }

    /** The values of all products of polynomials in x and in y, along a new last axis. */
    public NdArray polyvander2d(NdArray x, NdArray y, int[] deg) {
        return EVALUATION.vander(List.of(x, y), deg);
    }

    /** The values of all products of polynomials in x, y and z, along a new last axis. */
    public NdArray polyvander3d(NdArray x, NdArray y, NdArray z, int[] deg) {
        return EVALUATION.vander(List.of(x, y, z), deg);
    }

    /** The series up to a degree that comes nearest to points; columns of {@code y} have series of their own. */
    public NdArray polyfit(NdArray x, NdArray y, int deg, PolyfitOption... options) {
        return Fits.of(Basis.POWER, x, y, deg, options);
    }

    /** As {@link #polyfit(NdArray, NdArray, int, PolyfitOption...)}, of polynomials of these degrees alone. */
    public NdArray polyfit(NdArray x, NdArray y, NdArray deg, PolyfitOption... options) {
        return Fits.of(Basis.POWER, x, y, deg, options);
    }

    /** As {@link #polyfit(NdArray, NdArray, int, PolyfitOption...)}, and what was computed on the way. */
    public List<Object> polyfit(NdArray x, NdArray y, int deg, PolyfitOption.Full full, PolyfitOption... options) {
        return Fits.full(Basis.POWER, x, y, deg, options);
    }

    /** Without zeros at the end. */
    public NdArray polytrim(NdArray c) {
        return Domains.trimmed("polytrim", c, 0);
    }

    /** Without what is at most {@code tol} at the end. */
    public NdArray polytrim(NdArray c, double tol) {
        return Domains.trimmed("polytrim", c, tol);
    }

    /** The zeros of a series, ascending. */
    public NdArray polyroots(NdArray c) {
        return ARITHMETIC.roots(c);
    }

    /** A matrix whose eigenvalues are the zeros of a series. */
    public NdArray polycompanion(NdArray c) {
        return ARITHMETIC.companion(c);
    }
}
