package io.arrayport.core.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Temporaries;

/** Sums, products, quotients and powers of series of one basis, and what makes series of their zeros. */
public record Arithmetic(Basis basis) {
    /** The most that a power may be unless told, which guards against slips; powers of x have no such. */
    public static final int LARGEST_POWER = 16;

    private String name(String operation) {
        return basis.prefix() + operation;
    }

    /** The sum. */
    public NdArray add(NdArray c1, NdArray c2) {
        return sum("add", c1, c2, 1);
    }

    /** The difference. */
    public NdArray subtract(NdArray c1, NdArray c2) {
        return sum("sub", c1, c2, -1);
    }

    private NdArray sum(String operation, NdArray c1, NdArray c2, double factor) {
        DType type = Coefficients.common(name(operation), c1, c2);
        return Coefficients.of(name(operation), c1, type).plus(Coefficients.of(name(operation), c2, type), factor)
                .trimmed().toArray(c1);
    }

    /** The product with x. */
    public NdArray timesX(NdArray c) {
        return timesX(read("mulx", c)).toArray(c);
    }

    private Coefficients read(String operation, NdArray c) {
        return Coefficients.of(name(operation), c, Coefficients.common(name(operation), c));
    }

    /** The recurrence, solved for x p[k]. */
    Coefficients timesX(Coefficients c) {
        if (c.length() == 1 && c.isZero(0)) {
            return c;
        }
        Coefficients product = Coefficients.zeros(c.type(), c.length() + 1);
        for (int k = 0; k < c.length(); k++) {
            double slope = basis.slope(k);
            add(product, k + 1, c, k, 1 / slope);
            add(product, k, c, k, -basis.constant(k) / slope);
            if (k > 0) {
                add(product, k - 1, c, k, basis.before(k) / slope);
            }
        }
        return product;
    }

    private static void add(Coefficients to, int at, Coefficients from, int k, double factor) {
        to.re()[at] += from.re()[k] * factor;
        to.im()[at] += from.im()[k] * factor;
    }

    /** The product. */
    public NdArray multiply(NdArray c1, NdArray c2) {
        DType type = Coefficients.common(name("mul"), c1, c2);
        return multiply(Coefficients.of(name("mul"), c1, type), Coefficients.of(name("mul"), c2, type)).trimmed()
                .toArray(c1);
    }

    /** By Clenshaw's rule, at the other series instead of at a number. */
    Coefficients multiply(Coefficients a, Coefficients b) {
        boolean first = a.length() < b.length();
        Coefficients shorter = first ? a : b;
        Coefficients longer = first ? b : a;
        Coefficients one = Coefficients.zeros(longer.type(), 1);
        Coefficients two = one;
        for (int k = shorter.length() - 1; k >= 0; k--) {
            Coefficients next = longer.times(shorter.at(k)).plus(step(k, one), 1).plus(two, -basis.before(k + 1));
            two = one;
            one = next;
        }
        return one;
    }

    /** From the products of a series with two polynomials that with the next one, of degree {@code k + 1}. */
    Coefficients next(int k, Coefficients one, Coefficients two) {
        return step(k, one).plus(two, -basis.before(k));
    }

    /** Times {@code constant[k] + slope[k] x}. */
    private Coefficients step(int k, Coefficients c) {
        Coefficients product = timesX(c).times(basis.slope(k));
        return basis.constant(k) == 0 ? product : product.plus(c, basis.constant(k));
    }

    /**
     * The quotient and what remains.
     *
     * @throws ArithmeticException if {@code c2} is 0
     */
    public ArrayPair divide(NdArray c1, NdArray c2) {
        DType type = Coefficients.common(name("div"), c1, c2);
        Coefficients rest = Coefficients.of(name("div"), c1, type);
        Coefficients divisor = Coefficients.of(name("div"), c2, type);
        int last = divisor.length() - 1;
        if (divisor.isZero(last)) {
            throw new ArithmeticException(name("div") + ": the divisor is 0");
        }
        int steps = rest.length() - divisor.length();
        Coefficients quotient = Coefficients.zeros(type, Math.max(1, steps + 1));
        Multiples multiples = last > 0 && steps >= 0 ? new Multiples(basis, divisor, steps) : null;
        for (int i = steps; multiples != null && i >= 0; i--) {
            Coefficients product = multiples.at(i);
            Complex factor = Coefficients.over(rest.at(rest.length() - 1), product.at(product.length() - 1));
            quotient.re()[i] = factor.real();
            quotient.im()[i] = factor.imag();
            rest = rest.plus(product.times(factor), -1).first(rest.length() - 1);
        }
        if (last == 0) {
            quotient = rest.over(divisor.at(0));
            rest = Coefficients.zeros(type, 1);
        }
        return pair(c1, quotient, rest.trimmed());
    }

    private static ArrayPair pair(NdArray beside, Coefficients first, Coefficients second) {
        NdArray one = first.toArray(beside);
        boolean done = false;
        try {
            ArrayPair pair = new ArrayPair(one, second.toArray(beside));
            done = true;
            return pair;
        } finally {
            if (!done) {
                one.close();
            }
        }
    }

    /**
     * A power.
     *
     * @throws IllegalArgumentException if it is negative, or more than {@code largest}
     */
    public NdArray power(NdArray c, int power, int largest) {
        Coefficients base = read("pow", c);
        if (power < 0 || power > largest) {
            throw new IllegalArgumentException(name("pow") + ": pow is " + power + ", it must be 0 to " + largest
                    + (power > largest ? "; maxpower says so" : ""));
        }
        Degree.require(name("pow") + ": pow", power, 0, Degree.MOST_OF_POWERS);
        Degree.require(name("pow") + ": the number of coefficients of the power",
                (base.length() - 1L) * power + 1, 1, Math.max(Degree.MOST_OF_POWERS, base.length()));
        Coefficients result = Coefficients.ofReal(base.type(), 1);
        for (int i = 0; i < power; i++) {
            result = i == 0 ? base : multiply(result, base);
        }
        return result.toArray(c);
    }

    /** The series of {@code off + scl x}. */
    Coefficients line(DType type, Complex off, Complex scl) {
        Coefficients x = timesX(Coefficients.ofReal(type, 1)).times(scl);
        x.re()[0] += off.real();
        x.im()[0] += off.imag();
        return x.trimmed();
    }

    /** The series that has these zeros, and x to the highest power once: products of two, again and again. */
    public NdArray fromRoots(NdArray roots) {
        String operation = name("fromroots");
        if (roots.ndim() == 1 && roots.size() == 0) {
            return Coefficients.ofReal(DType.FLOAT64, 1).toArray(roots);
        }
        DType type = Promotion.promoteTypes(Coefficients.common(operation, roots), DType.FLOAT64);
        Coefficients zeros = Coefficients.all(operation, roots, type);
        List<Coefficients> factors = new ArrayList<>();
        Complex[] sorted = new Complex[zeros.length()];
        Arrays.setAll(sorted, zeros::at);
        Arrays.sort(sorted, Comparator.comparingDouble(Complex::real).thenComparingDouble(Complex::imag));
        for (Complex zero : sorted) {
            factors.add(line(type, new Complex(-zero.real(), -zero.imag()), new Complex(1, 0)));
        }
        while (factors.size() > 1) {
            int half = factors.size() / 2;
            List<Coefficients> products = new ArrayList<>();
            for (int i = 0; i < half; i++) {
                products.add(multiply(factors.get(i), factors.get(i + half)));
            }
            if (factors.size() % 2 == 1) {
                products.set(0, multiply(products.getFirst(), factors.getLast()));
            }
            factors = products;
        }
        return factors.getFirst().toArray(roots);
    }

    /** From powers of x to this basis, by Horner's rule. */
    public NdArray fromPowers(NdArray pol) {
        String operation = "poly2" + basis.prefix();
        DType type = Promotion.promoteTypes(Coefficients.common(operation, pol), DType.FLOAT64);
        Coefficients powers = Coefficients.of(operation, pol, type);
        Coefficients result = Coefficients.zeros(type, 1);
        for (int k = powers.length() - 1; k >= 0; k--) {
            result = timesX(result);
            result.re()[0] += powers.re()[k];
            result.im()[0] += powers.im()[k];
        }
        return result.trimmed().toArray(pol);
    }

    /** From this basis to powers of x, by Clenshaw's rule. */
    public NdArray toPowers(NdArray c) {
        String operation = basis.prefix() + "2poly";
        Coefficients all = Coefficients.of(operation, c, Coefficients.common(operation, c));
        Arithmetic powers = new Arithmetic(Basis.POWER);
        Coefficients one = Coefficients.zeros(all.type(), 1);
        Coefficients two = one;
        for (int k = all.length() - 1; k >= 0; k--) {
            Coefficients next = powers.timesX(one).times(basis.slope(k)).plus(one, basis.constant(k))
                    .plus(two, -basis.before(k + 1)).trimmed();
            next.re()[0] += all.re()[k];
            next.im()[0] += all.im()[k];
            two = one;
            one = next;
        }
        return one.trimmed().toArray(c);
    }

    /**
     * The matrix whose eigenvalues are the zeros, scaled such that it is symmetric but for its last column.
     *
     * @throws ShapeException if the series is a constant
     */
    public NdArray companion(NdArray c) {
        Coefficients all = read("companion", c);
        if (all.length() < 2) {
            throw new ShapeException(name("companion") + ": the series has " + all.length()
                    + " coefficients, it must have 2 or more");
        }
        Complex[][] matrix = new Companion(basis).of(all);
        int n = matrix.length;
        return Temporaries.finished(Temporaries.empty(c, all.type(), Shape.of(n, n)), made -> {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (all.type().kind() == 'c') {
                        made.setComplex(matrix[i][j], i, j);
                    } else {
                        made.setDouble(matrix[i][j].real(), i, j);
                    }
                }
            }
        });
    }

    /** The line at a series: {@code offset + scale x}. */
    public NdArray mapped(NdArray x, Domains.Line line) {
        DType type = Promotion.promoteTypes(Coefficients.common("convert", x), DType.FLOAT64);
        Coefficients result = Coefficients.all("convert", x, type).times(line.scale());
        result.re()[0] += line.offset().real();
        result.im()[0] += line.offset().imag();
        return result.toArray(x);
    }

    /** A series of another basis at a series of this one, by Clenshaw's rule. */
    public NdArray composed(Basis other, NdArray coef, NdArray x) {
        DType type = Coefficients.common("convert", coef, x);
        Coefficients all = Coefficients.all("convert", coef, type);
        Coefficients at = Coefficients.of("convert", x, type);
        Coefficients one = Coefficients.zeros(type, 1);
        Coefficients two = one;
        for (int k = all.length() - 1; k >= 0; k--) {
            Coefficients next = multiply(at, one).times(other.slope(k)).plus(one, other.constant(k))
                    .plus(two, -other.before(k + 1)).trimmed();
            next.re()[0] += all.re()[k];
            next.im()[0] += all.im()[k];
            two = one;
            one = next;
        }
        return one.trimmed().toArray(coef);
    }

    /** The zeros, ascending. */
    public NdArray roots(NdArray c) {
        return new Companion(basis).roots(read("roots", c)).toArray(c);
    }
}
