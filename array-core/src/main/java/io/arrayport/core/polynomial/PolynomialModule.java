package io.arrayport.core.polynomial;

import java.util.function.Supplier;

import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.SeriesMakeOption;
import io.arrayport.core.series.Basis;

/** {@code np.polynomial}: series as values, and functions of their coefficients, in six bases. */
public final class PolynomialModule {
    /** Series of powers of x. */
    public final SeriesKind Polynomial;
    /** Series of Chebyshev's polynomials of the first kind. */
    public final SeriesKind Chebyshev;
    /** Series of Legendre's polynomials. */
    public final SeriesKind Legendre;
    /** Series of Laguerre's polynomials. */
    public final SeriesKind Laguerre;
    /** Series of Hermite's polynomials, as physics has them. */
    public final SeriesKind Hermite;
    /** Series of Hermite's polynomials, as probability has them. */
    public final SeriesKind HermiteE;
    /** Functions of coefficients: powers of x. */
    public final PolynomialFunctions polynomial;
    /** Functions of coefficients: Chebyshev's polynomials of the first kind. */
    public final ChebyshevFunctions chebyshev;
    /** Functions of coefficients: Legendre's polynomials. */
    public final LegendreFunctions legendre;
    /** Functions of coefficients: Laguerre's polynomials. */
    public final LaguerreFunctions laguerre;
    /** Functions of coefficients: Hermite's polynomials, as physics has them. */
    public final HermiteFunctions hermite;
    /** Functions of coefficients: Hermite's polynomials, as probability has them. */
    public final HermiteEFunctions hermiteE;
    /** What is common to all bases. */
    public final Polyutils polyutils = new Polyutils();

    /** @param device where arrays are made of no other */
    public PolynomialModule(Supplier<Device> device) {
        Polynomial = new SeriesKind(Basis.POWER, device);
        polynomial = new PolynomialFunctions(device, Polynomial);
        Chebyshev = new SeriesKind(Basis.CHEBYSHEV, device);
        chebyshev = new ChebyshevFunctions(device, Chebyshev);
        Legendre = new SeriesKind(Basis.LEGENDRE, device);
        legendre = new LegendreFunctions(device, Legendre);
        Laguerre = new SeriesKind(Basis.LAGUERRE, device);
        laguerre = new LaguerreFunctions(device, Laguerre);
        Hermite = new SeriesKind(Basis.HERMITE, device);
        hermite = new HermiteFunctions(device, Hermite);
        HermiteE = new SeriesKind(Basis.HERMITE_E, device);
        hermiteE = new HermiteEFunctions(device, HermiteE);
    }

    /** A series of powers of x, of these coefficients. */
    public Series Polynomial(NdArray coef, SeriesMakeOption... options) {
        return Polynomial.of(coef, options);
    }

    /** A series of Chebyshev's polynomials of the first kind, of these coefficients. */
    public Series Chebyshev(NdArray coef, SeriesMakeOption... options) {
        return Chebyshev.of(coef, options);
    }

    /** A series of Legendre's polynomials, of these coefficients. */
    public Series Legendre(NdArray coef, SeriesMakeOption... options) {
        return Legendre.of(coef, options);
    }

    /** A series of Laguerre's polynomials, of these coefficients. */
    public Series Laguerre(NdArray coef, SeriesMakeOption... options) {
        return Laguerre.of(coef, options);
    }

    /** A series of Hermite's polynomials, as physics has them, of these coefficients. */
    public Series Hermite(NdArray coef, SeriesMakeOption... options) {
        return Hermite.of(coef, options);
    }

    /** A series of Hermite's polynomials, as probability has them, of these coefficients. */
    public Series HermiteE(NdArray coef, SeriesMakeOption... options) {
        return HermiteE.of(coef, options);
    }

    /** How series are written from now on, on all threads: {@code "unicode"} or {@code "ascii"}. */
    public void setDefaultPrintstyle(String style) {
        SeriesText.setStyle(style);
    }
}
