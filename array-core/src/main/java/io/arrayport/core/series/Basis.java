package io.arrayport.core.series;

import java.util.function.IntToDoubleFunction;

/**
 * Polynomials p[0] = 1, p[1], ... of rising degree, as tables of numbers: the recurrence {@code p[k + 1] = (constant[k]
 * + slope[k] x) p[k] - before[k] p[k - 1]}, the derivative {@code p'[k] = below[k] p[k - 1] + same[k] p'[k - 1] +
 * second[k] p'[k - 2]}, and the integral of p[k], {@code up[k] p[k + 1] + stay[k] p[k] + down[k] p[k - 1]}.
 */
public enum Basis {
    /** The powers of x. */
    POWER("poly", "", -1, k -> 0, k -> 1, k -> 0, new Calculus(k -> k, k -> 0, k -> 0, k -> 1.0 / (k + 1), k -> 0,
            k -> 0)),
    /** Chebyshev's polynomials of the first kind. */
    CHEBYSHEV("cheb", "T", -1, k -> 0, k -> k == 0 ? 1 : 2, k -> k == 0 ? 0 : 1,
            new Calculus(k -> k == 1 ? 1 : 2.0 * k, k -> 0, k -> k > 2 ? k / (k - 2.0) : 0,
                    k -> k == 0 ? 1 : 1.0 / (2 * (k + 1)), k -> 0, k -> k > 1 ? -1.0 / (2 * (k - 1)) : 0)),
    /** Legendre's polynomials. */
    LEGENDRE("leg", "P", -1, k -> 0, k -> (2.0 * k + 1) / (k + 1), k -> k / (k + 1.0),
            new Calculus(k -> 2 * k - 1, k -> 0, k -> 1, k -> 1.0 / (2 * k + 1), k -> 0,
                    k -> k > 0 ? -1.0 / (2 * k + 1) : 0)),
    /** Laguerre's polynomials. */
    LAGUERRE("lag", "L", 0, k -> (2.0 * k + 1) / (k + 1), k -> -1.0 / (k + 1), k -> k / (k + 1.0),
            new Calculus(k -> -1, k -> 1, k -> 0, k -> -1, k -> 1, k -> 0)),
    /** Hermite's polynomials, as physics has them. */
    HERMITE("herm", "H", -1, k -> 0, k -> 2, k -> 2 * k,
            new Calculus(k -> 2 * k, k -> 0, k -> 0, k -> 1.0 / (2 * (k + 1)), k -> 0, k -> 0)),
    /** Hermite's polynomials, as probability has them. */
    HERMITE_E("herme", "He", -1, k -> 0, k -> 1, k -> k,
            new Calculus(k -> k, k -> 0, k -> 0, k -> 1.0 / (k + 1), k -> 0, k -> 0));

    private record Calculus(IntToDoubleFunction below, IntToDoubleFunction same, IntToDoubleFunction second,
            IntToDoubleFunction up, IntToDoubleFunction stay, IntToDoubleFunction down) {}

    private final String prefix;
    private final String letter;
    private final double low;
    private final IntToDoubleFunction constant;
    private final IntToDoubleFunction slope;
    private final IntToDoubleFunction before;
    private final Calculus calculus;

    Basis(String prefix, String letter, double low, IntToDoubleFunction constant, IntToDoubleFunction slope,
            IntToDoubleFunction before, Calculus calculus) {
        this.prefix = prefix;
        this.letter = letter;
        this.low = low;
        this.constant = constant;
        this.slope = slope;
        this.before = before;
        this.calculus = calculus;
    }

    /** What NumPy's names of functions begin with: {@code cheb}. */
    public String prefix() {
        return prefix;
    }

    /** What its polynomials are called; nothing for powers. */
    public String letter() {
        return letter;
    }

    /** The ends of where it is at home. */
    public double[] domain() {
        return new double[]{low, 1};
    }

    double constant(int k) {
        return constant.applyAsDouble(k);
    }

    double slope(int k) {
        return slope.applyAsDouble(k);
    }

    double before(int k) {
        return before.applyAsDouble(k);
    }

    double below(int k) {
        return calculus.below.applyAsDouble(k);
    }

    double same(int k) {
        return calculus.same.applyAsDouble(k);
    }

    double second(int k) {
        return calculus.second.applyAsDouble(k);
    }

    double up(int k) {
        return calculus.up.applyAsDouble(k);
    }

    double stay(int k) {
        return calculus.stay.applyAsDouble(k);
    }

    double down(int k) {
        return calculus.down.applyAsDouble(k);
    }
}
