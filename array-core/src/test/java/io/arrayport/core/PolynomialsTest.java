package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.cov;
import static io.arrayport.core.Options.full;
import static io.arrayport.core.Options.w;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.polynomial.Series;
import io.arrayport.core.polynomial.SeriesKind;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Polynomials from their zeros and back, from points and back, at degrees that golden cases do not have. */
final class PolynomialsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21})
    void realPolynomialsHaveTheirZeros(int degree) {
        Random random = new Random(degree);
        double[] coefficients = random.doubles(degree + 1, -2, 2).toArray();
        try (NdArray p = np.array(coefficients); NdArray roots = np.roots(p); NdArray again = np.poly(roots)) {
            assertThat(roots.size()).isEqualTo(degree);
            assertThat(again.dtype()).isEqualTo(np.float64);
            for (int i = 0; i <= degree; i++) {
                assertThat(Math.abs(again.getDouble(i) * coefficients[0] - coefficients[i])).as("power " + i)
                        .isLessThan(1e-9 * Arrays.stream(coefficients).map(Math::abs).max().orElseThrow());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13})
    void complexPolynomialsHaveTheirZeros(int degree) {
        Random random = new Random(degree);
        try (NdArray p = np.zeros(Options.shape(degree + 1), np.complex128)) {
            for (int i = 0; i <= degree; i++) {
                p.setComplex(new Complex(random.nextGaussian(), random.nextGaussian()), i);
            }
            try (NdArray roots = np.roots(p); NdArray values = np.polyval(p, roots);
                    NdArray far = np.absolute(values)) {
                assertThat(far.max().toDouble()).isLessThan(1e-9);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 8, 16, 31})
    void rootsOfUnityLieOnTheCircle(int degree) {
        double[] coefficients = new double[degree + 1];
        coefficients[0] = 1;
        coefficients[degree] = -1;
        try (NdArray p = np.array(coefficients); NdArray roots = np.roots(p); NdArray sizes = np.absolute(roots)) {
            assertThat(np.allclose(sizes, 1, Options.rtol(1e-12))).isTrue();
            assertThat(roots.dtype()).isEqualTo(np.complex128);
        }
    }

    @Test
    void rootsOfVeryDifferentSizesAreAllFound() {
        try (NdArray zeros = np.array(1e-8, 1, 1e8); NdArray p = np.poly(zeros); NdArray roots = np.roots(p)) {
            assertThat(roots.getDouble(0)).isCloseTo(1e8, org.assertj.core.data.Percentage.withPercentage(1e-9));
            assertThat(roots.getDouble(2)).isCloseTo(1e-8, org.assertj.core.data.Percentage.withPercentage(1e-6));
        }
    }

    @Test
    void whatWasPutOnAPolynomialIsFitted() {
        try (NdArray p = np.array(2.0, -1, 0.5, 3); NdArray x = np.arange(-3.0, 3, 0.25);
                NdArray y = np.polyval(p, x)) {
            Ledger.Counts before = Settled.counts();
            try (NdArray fitted = np.polyfit(x, y, 3, w(x))) {
                assertThat(np.allclose(fitted, p, Options.rtol(1e-12))).isTrue();
            }
            List<NdArray> all = np.polyfit(x, y, 3, full());
            assertThat(all.get(1).getDouble(0)).isLessThan(1e-20);
            assertThat(all.get(2).toLong()).isEqualTo(4);
            all.forEach(NdArray::close);
            List<NdArray> two = np.polyfit(x, y, 1, cov());
            assertThat(two.getLast().shape()).isEqualTo(Options.shape(2, 2));
            two.forEach(NdArray::close);
            assertThat(Ledger.counts()).isEqualTo(before);
        }
    }

    @Test
    void pointsThatAreTooFewLeaveTheShortestSolution() {
        try (NdArray x = np.array(1.0, 1); NdArray y = np.array(2.0, 4)) {
            List<NdArray> all = np.polyfit(x, y, 1, full());
            assertThat(all.get(2).toLong()).isEqualTo(1);
            assertThat(np.allclose(all.getFirst(), 1.5)).isTrue();
            all.forEach(NdArray::close);
            assertThatThrownBy(() -> np.polyfit(x, y, 1, cov())).isInstanceOf(ShapeException.class)
                    .hasMessageStartingWith("polyfit: 2 points do not tell how 2 coefficients vary");
        }
        try (NdArray x = np.arange(3.0); NdArray y = np.arange(4.0)) {
            assertThatThrownBy(() -> np.polyfit(x, y, 1)).isInstanceOf(ShapeException.class)
                    .hasMessageContaining("x has shape (3,), y (4,)");
        }
    }

    @Test
    void polynomialsAreValuesThatOwnTheirCoefficients() {
        try (NdArray c = np.array(0.0, 0, 1, -3, 2); Poly1d p = np.poly1d(c); NdArray zeros = np.array(1.0, 2);
                Poly1d same = np.poly1d(zeros, true); Poly1d none = p.subtract(same); Poly1d slope = p.deriv();
                NdArray x = np.arange(3.0); NdArray values = p.call(x)) {
            c.fill(7);
            assertThat(p).hasToString("poly1d([ 1., -3.,  2.])");
            assertThat(p.order()).isEqualTo(2);
            assertThat(none).hasToString("poly1d([0.])");
            assertThat(slope).hasToString("poly1d([ 2., -3.])");
            assertThat(values.tolist()).isEqualTo(List.of(2.0, 0.0, 0.0));
            assertThat(p.coeffs().isWriteable()).isFalse();
        }
    }

    @Test
    void longSeriesAreDividedInTheSquareOfTheirLength() {
        NdArray quotient = np.sin(np.arange(2000.0));
        NdArray divisor = np.cos(np.arange(2000.0)).multiply(1e-4);
        divisor.setDouble(1, 1999);
        for (SeriesKind kind : List.of(np.polynomial.Legendre, np.polynomial.Chebyshev, np.polynomial.Polynomial)) {
            try (Series q = kind.of(quotient); Series d = kind.of(divisor); Series product = q.multiply(d);
                    Series found = product.floorDivide(d); Series rest = product.remainder(d)) {
                assertThat(np.allclose(found.coef(), quotient, Options.atol(1e-6))).isTrue();
                assertThat(np.max(np.abs(rest.coef())).getDouble()).isLessThan(1e-6);
            }
        }
    }
}
