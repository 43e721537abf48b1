package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.domain;
import static io.arrayport.core.Options.symbol;
import static io.arrayport.core.Options.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.polynomial.Series;
import io.arrayport.core.polynomial.SeriesKind;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Series of polynomials as values: what golden cases cannot say. */
final class SeriesTest {
    private static final NdArray C = np.array(new double[]{1, -2, 0.5, 3, 0.25});
    private static final NdArray D = np.array(new double[]{2, 1, -1});
    private static final NdArray X = np.array(new double[]{-0.9, -0.25, 0, 0.5, 1});

    static Stream<SeriesKind> kinds() {
        return Stream.of(np.polynomial.Polynomial, np.polynomial.Chebyshev, np.polynomial.Legendre,
                np.polynomial.Laguerre, np.polynomial.Hermite, np.polynomial.HermiteE);
    }

    private static void assertNear(NdArray actual, NdArray desired) {
        np.testing.assertAllclose(actual, desired, Options.rtol(1e-11), Options.atol(1e-11));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void valuesOfResultsAreResultsOfValues(SeriesKind kind) {
        Series c = kind.of(C, domain(np.array(0, 3)));
        Series d = kind.of(D, domain(np.array(0, 3)));
        assertNear(c.add(d).call(X), np.add(c.call(X), d.call(X)));
        assertNear(c.subtract(d).call(X), np.subtract(c.call(X), d.call(X)));
        assertNear(c.multiply(d).call(X), np.multiply(c.call(X), d.call(X)));
        assertNear(c.multiply(2).call(X), np.multiply(c.call(X), 2));
        assertNear(d.power(3).call(X), np.power(d.call(X), 3));
        assertNear(d.negative().call(X), np.negative(d.call(X)));
        Series whole = c.floorDivide(d).multiply(d).add(c.remainder(d));
        assertNear(whole.call(X), c.call(X));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void valuesAtInfinityAreThoseOfTheHighestPower(SeriesKind kind) {
        double infinity = Double.POSITIVE_INFINITY;
        boolean powers = kind.equals(np.polynomial.Polynomial); // whose values are NaN there, as in NumPy
        NdArray c = np.array(new double[]{1, 2, 3});
        NdArray values = kind.of(c).call(np.array(new double[]{infinity, -infinity}));
        assertThat(values.getDouble(0)).isEqualTo(Double.valueOf(powers ? Double.NaN : infinity));
        assertThat(values.getDouble(1)).isEqualTo(Double.valueOf(powers ? Double.NaN : infinity));
        assertThat(kind.of(np.array(new double[]{1, 2})).call(np.array(-infinity)).getDouble())
                .isEqualTo(Double.valueOf(powers ? Double.NaN
                        : kind.equals(np.polynomial.Laguerre) ? infinity : -infinity));
        assertThat(c.tolist()).as("coefficients are not written over").isEqualTo(List.of(1.0, 2.0, 3.0));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void integralsAndDerivativesUndoEachOther(SeriesKind kind) {
        Series c = kind.of(C, domain(np.array(-2, 5)));
        assertNear(c.integ().deriv().coef(), C);
        Series integral = c.integ(2, np.array(new double[]{4, 7}), 0.5);
        assertNear(integral.call(np.array(0.5)), np.array(7));
        assertNear(integral.deriv().call(np.array(0.5)), np.array(4));
        double step = 1e-5;
        NdArray slope = np.divide(np.subtract(c.call(np.add(X, step)), c.call(np.subtract(X, step))), 2 * step);
        np.testing.assertAllclose(c.deriv().call(X), slope, Options.rtol(1e-6), Options.atol(1e-6));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void otherBasesHaveTheSameValues(SeriesKind kind) {
        Series c = kind.of(C, domain(np.array(-1, 3)), symbol("t"));
        kinds().forEach(other -> {
            Series converted = c.convert(other);
            assertNear(converted.call(X), c.call(X));
            assertThat(converted.symbol()).isEqualTo("t");
            assertNear(other.cast(c, domain(np.array(0, 2)), window(np.array(-1, 1))).call(X), c.call(X));
        });
        assertNear(kind.identity(domain(np.array(-4, 4))).call(X), X);
        np.testing.assertAllclose(kind.fromroots(X, domain(np.array(-2, 2))).roots(), X, Options.rtol(1e-7),
                Options.atol(1e-7));
        assertNear(kind.fit(X, c.call(X), 4).call(X), c.call(X));
    }

    @Test
    void sumsAtGaussPointsAreIntegrals() {
        ArrayPair legendre = np.polynomial.legendre.leggauss(64);
        assertThat(np.vecdot(legendre.second(), np.cos(legendre.first())).toDouble())
                .isCloseTo(2 * Math.sin(1), offset(1e-14));
        ArrayPair hermite = np.polynomial.hermite.hermgauss(150);
        assertThat(np.vecdot(hermite.second(), np.cos(hermite.first())).toDouble())
                .isCloseTo(Math.sqrt(Math.PI) * Math.exp(-0.25), offset(1e-13));
        ArrayPair laguerre = np.polynomial.laguerre.laggauss(40);
        assertThat(np.vecdot(laguerre.second(), np.cos(laguerre.first())).toDouble())
                .isCloseTo(0.5, offset(1e-11));
    }

    @Test
    void textsAreSumsOfTerms() {
        Series powers = np.polynomial.Polynomial(np.array(1, -2, 3));
        Series chebyshev = np.polynomial.Chebyshev(np.array(1, 2, 3), domain(np.array(0, 2)), symbol("t"));
        try {
            np.polynomial.setDefaultPrintstyle("unicode");
            assertThat(powers).hasToString("1.0 - 2.0·x + 3.0·x²");
            assertThat(chebyshev).hasToString("1.0 + 2.0·T₁(-1.0 + t) + 3.0·T₂(-1.0 + t)");
            np.polynomial.setDefaultPrintstyle("ascii");
            assertThat(powers).hasToString("1.0 - 2.0 x + 3.0 x**2");
            assertThat(chebyshev).hasToString("1.0 + 2.0 T_1(-1.0 + t) + 3.0 T_2(-1.0 + t)");
        } finally {
            np.polynomial.setDefaultPrintstyle("unicode");
        }
    }

    @Test
    void aSeriesOwnsItsCoefficients() {
        NdArray c = np.array(new double[]{1, 2, 3});
        Series series = np.polynomial.Legendre(c);
        c.fill(0);
        assertThat(series.coef().repr()).isEqualTo("array([1., 2., 3.])");
        assertThat(series.degree()).isEqualTo(2);
        assertThatThrownBy(() -> series.coef().fill(0)).isInstanceOf(ReadOnlyException.class);
        assertThat(series.truncate(2).hasSamecoef(np.polynomial.Legendre(np.array(1, 2)))).isTrue();
        assertThat(series.cutdeg(0).coef().size()).isEqualTo(1);
    }

    @Test
    void nothingButTheResultIsLeft() {
        Series c = np.polynomial.Chebyshev(C);
        Series d = np.polynomial.Chebyshev(D);
        assertOnly(3, () -> np.polynomial.Hermite(C));
        assertOnly(3, () -> c.multiply(d));
        assertOnly(3, () -> c.integ());
        assertOnly(3, () -> c.convert(np.polynomial.Laguerre));
        assertOnly(3, () -> np.polynomial.Legendre.fit(X, C, 2));
        assertOnly(1, () -> c.call(X));
        assertOnly(1, () -> c.roots());
        assertOnly(2, () -> c.linspace(5));
        assertOnly(1, () -> np.polynomial.chebyshev.chebvander2d(X, X, new int[]{1, 2}));
        assertOnly(1, () -> np.polynomial.legendre.legder(C, 2));
        assertOnly(1, () -> np.polynomial.chebyshev.chebinterpolate(np::exp, 6));
    }

    private static void assertOnly(int blocks, Supplier<? extends AutoCloseable> call) {
        Ledger.Counts before = Settled.counts();
        try (AutoCloseable _ = call.get()) {
            assertThat(Ledger.counts().nativeBlocks()).isEqualTo(before.nativeBlocks() + blocks);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void seriesThatDoNotGoTogetherAreRefused() {
        Series c = np.polynomial.Chebyshev(C);
        assertThatThrownBy(() -> c.add(np.polynomial.Legendre(C))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("convert one of them");
        assertThatThrownBy(() -> c.multiply(np.polynomial.Chebyshev(C, domain(np.array(0, 1)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> c.floorDivide(np.polynomial.Chebyshev(np.array(0))))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> np.polynomial.Chebyshev(C, domain(np.array(1, 2, 3))))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> np.polynomial.Chebyshev(C, symbol("2x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> c.truncate(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
