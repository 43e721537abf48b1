package io.arrayport.core.series;

/**
 * Polynomials p[0] = 1, p[1], ... of rising degree, as tables of numbers: the recurrence {@code p[k + 1] = (constant[k]
 * + slope[k] x) p[k] - before[k] p[k - 1]}, the derivative {@code p'[k] = below[k] p[k - 1] + same p'[k - 1] +
 * second[k] p'[k - 2]}, and the integral of p[k], {@code up[k] p[k + 1] + stay p[k] + down[k] p[k - 1]}.
 */
public enum Basis {
    /** The powers of x. */
    POWER("poly", "", -1),
    /** Chebyshev's polynomials of the first kind. */
    CHEBYSHEV("cheb", "T", -1),
    /** Legendre's polynomials. */
    LEGENDRE("leg", "P", -1),
    /** Laguerre's polynomials. */
    LAGUERRE("lag", "L", 0),
    /** Hermite's polynomials, as physics has them. */
    HERMITE("herm", "H", -1),
    /** Hermite's polynomials, as probability has them. */
    HERMITE_E("herme", "He", -1);

    private final String prefix;
    private final String letter;
    private final double low;

    Basis(String prefix, String letter, double low) {
        this.prefix = prefix;
        this.letter = letter;
        this.low = low;
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
        return this == LAGUERRE ? (2.0 * k + 1) / (k + 1) : 0;
    }

    double slope(int k) {
        return switch (this) {
            case POWER, HERMITE_E -> 1;
            case CHEBYSHEV -> k == 0 ? 1 : 2;
            case LEGENDRE -> (2.0 * k + 1) / (k + 1);
            case LAGUERRE -> -1.0 / (k + 1);
            case HERMITE -> 2;
        };
    }

    double before(int k) {
        return switch (this) {
            case POWER -> 0;
            case CHEBYSHEV -> k == 0 ? 0 : 1;
            case LEGENDRE, LAGUERRE -> k / (k + 1.0);
            case HERMITE -> 2 * k;
            case HERMITE_E -> k;
        };
    }

    double below(int k) {
        return switch (this) {
            case POWER, HERMITE_E -> k;
            case CHEBYSHEV -> k == 1 ? 1 : 2.0 * k;
            case LEGENDRE -> 2 * k - 1;
            case LAGUERRE -> -1;
            case HERMITE -> 2 * k;
        };
    }

    double same() {
        return this == LAGUERRE ? 1 : 0;
    }

    double second(int k) {
        return switch (this) {
            case POWER, LAGUERRE, HERMITE, HERMITE_E -> 0;
            case CHEBYSHEV -> k > 2 ? k / (k - 2.0) : 0;
            case LEGENDRE -> 1;
        };
    }

    double up(int k) {
        return switch (this) {
            case POWER, HERMITE_E -> 1.0 / (k + 1);
            case CHEBYSHEV -> k == 0 ? 1 : 1.0 / (2 * (k + 1));
            case LEGENDRE -> 1.0 / (2 * k + 1);
            case LAGUERRE -> -1;
            case HERMITE -> 1.0 / (2 * (k + 1));
        };
    }

    double stay() {
        return this == LAGUERRE ? 1 : 0;
    }

    double down(int k) {
        return switch (this) {
            case POWER, LAGUERRE, HERMITE, HERMITE_E -> 0;
            case CHEBYSHEV -> k > 1 ? -1.0 / (2 * (k - 1)) : 0;
            case LEGENDRE -> k > 0 ? -1.0 / (2 * k + 1) : 0;
        };
    }
}
