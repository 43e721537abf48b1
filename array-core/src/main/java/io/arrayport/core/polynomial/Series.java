package io.arrayport.core.polynomial;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import io.arrayport.core.creation.Spaced;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.ArrayPair;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.SeriesMakeOption;
import io.arrayport.core.ndarray.SeriesOption.K;
import io.arrayport.core.ndarray.SeriesOption.Lbnd;
import io.arrayport.core.ndarray.SeriesOption.Scl;
import io.arrayport.core.ndarray.SpacingOption.Num;
import io.arrayport.core.ndarray.UnaryUfunc;
import io.arrayport.core.numeric.Steps;
import io.arrayport.core.series.Arithmetic;
import io.arrayport.core.series.Basis;
import io.arrayport.core.series.Calculus;
import io.arrayport.core.series.Domains;
import io.arrayport.core.series.Evaluation;
import io.arrayport.core.ufunc.Ufuncs;

/**
 * A series as a value: coefficients, that of degree 0 first, and a domain, which is mapped to a window before the
 * polynomials of the basis are looked at. It owns its arrays, which are closed with it; results are new.
 */
public final class Series implements AutoCloseable {
    private static final UnaryUfunc NEGATIVE = new UnaryUfunc(Ufuncs.NEGATIVE);

    private final SeriesKind kind;
    private final NdArray coef;
    private final NdArray domain;
    private final NdArray window;
    private final String symbol;

    private Series(SeriesKind kind, NdArray coef, NdArray domain, NdArray window, String symbol) {
        this.kind = kind;
        this.coef = coef;
        this.domain = domain;
        this.window = window;
        this.symbol = symbol;
    }

    /** Of copies, left to the ambient scope. */
    static Series of(SeriesKind kind, NdArray coef, NdArray domain, NdArray window, String symbol) {
        if (domain.size() != 2 || window.size() != 2) {
            throw new ShapeException("series: the domain has " + domain.size() + " numbers, the window "
                    + window.size() + "; both must have two");
        }
        if (symbol.isEmpty() || !Character.isJavaIdentifierStart(symbol.charAt(0)) || symbol.indexOf('$') >= 0
                || !symbol.chars().allMatch(Character::isJavaIdentifierPart)) {
            throw new IllegalArgumentException("series: the symbol '" + symbol + "' is no name of a variable");
        }
        return new Series(kind, Domains.asSeries(List.of(coef), false).getFirst(),
                Domains.asSeries(List.of(domain), false).getFirst(),
                Domains.asSeries(List.of(window), false).getFirst(), symbol);
    }

    /** This, whose arrays outlive the scope. */
    Series kept(Scope scope) {
        scope.keep(coef);
        scope.keep(domain);
        scope.keep(window);
        return this;
    }

    private Series with(UnaryOperator<NdArray> made) {
        try (Scope scope = Scope.open()) {
            return of(kind, made.apply(coef), domain, window, symbol).kept(scope);
        }
    }

    private Basis basis() {
        return kind.basis();
    }

    private Arithmetic arithmetic() {
        return new Arithmetic(basis());
    }

    /** The coefficients; a view that cannot be written. */
    public NdArray coef() {
        return coef.asReadOnly();
    }

    /** The ends of the domain; a view that cannot be written. */
    public NdArray domain() {
        return domain.asReadOnly();
    }

    /** The ends of the window; a view that cannot be written. */
    public NdArray window() {
        return window.asReadOnly();
    }

    /** What texts call the variable. */
    public String symbol() {
        return symbol;
    }

    /** What the polynomials of the basis are called; nothing for powers. */
    public String basisName() {
        return basis().letter();
    }

    /** One less than there are coefficients. */
    public long degree() {
        return coef.size() - 1;
    }

    /** The values at {@code x}. */
    public NdArray call(NdArray x) {
        try (Scope scope = Scope.open()) {
            return scope.keep(new Evaluation(basis()).values(Domains.mapped(x, domain, window), coef, true));
        }
    }

    /** The sum; both must be of one basis, domain, window and symbol. */
    public Series add(Series other) {
        requireAlike("add", other);
        return with(c -> arithmetic().add(c, other.coef));
    }

    /** The difference, as {@link #add}. */
    public Series subtract(Series other) {
        requireAlike("subtract", other);
        return with(c -> arithmetic().subtract(c, other.coef));
    }

    /** The product, as {@link #add}. */
    public Series multiply(Series other) {
        requireAlike("multiply", other);
        return with(c -> arithmetic().multiply(c, other.coef));
    }

    /** The product with a number. */
    public Series multiply(Number factor) {
        return with(c -> Steps.MULTIPLY.call(c, factor));
    }

    /** The quotient without what remains, as {@link #add}. */
    public Series floorDivide(Series other) {
        requireAlike("floorDivide", other);
        return with(c -> arithmetic().divide(c, other.coef).first());
    }

    /** What remains of a division, as {@link #add}. */
    public Series remainder(Series other) {
        requireAlike("remainder", other);
        return with(c -> arithmetic().divide(c, other.coef).second());
    }

    /** The quotient by a number. */
    public Series divide(Number divisor) {
        return with(c -> Steps.DIVIDE.call(c, divisor));
    }

    /** A power. */
    public Series power(int exponent) {
        return with(c -> arithmetic().power(c, exponent, Integer.MAX_VALUE));
    }

    /** With the signs of all coefficients changed. */
    public Series negative() {
        return with(NEGATIVE::call);
    }

    private void requireAlike(String operation, Series other) {
        if (!hasSametype(other) || !hasSamedomain(other) || !hasSamewindow(other) || !symbol.equals(other.symbol)) {
            throw new IllegalArgumentException(operation + ": series of other bases, domains, windows or symbols do not"
                    + " go together; convert one of them");
        }
    }

    /** Whether the coefficients are the same. */
    public boolean hasSamecoef(Series other) {
        return same(coef, other.coef);
    }

    /** Whether the domains are the same. */
    public boolean hasSamedomain(Series other) {
        return same(domain, other.domain);
    }

    /** Whether the windows are the same. */
    public boolean hasSamewindow(Series other) {
        return same(window, other.window);
    }

    /** Whether the bases are the same. */
    public boolean hasSametype(Series other) {
        return basis() == other.basis();
    }

    private static boolean same(NdArray a, NdArray b) {
        boolean same = a.size() == b.size();
        for (long i = 0; same && i < a.size(); i++) {
            same = Objects.equals(a.getComplex(i), b.getComplex(i));
        }
        return same;
    }

    /** A copy. */
    public Series copy() {
        return with(c -> c);
    }

    /** Without the terms above a degree. */
    public Series cutdeg(int deg) {
        return truncate("cutdeg: deg + 1", deg + 1L);
    }

    /** With so many coefficients at most, one at least. */
    public Series truncate(int size) {
        return truncate("truncate: size", size);
    }

    private Series truncate(String what, long size) {
        if (size < 1) {
            throw new IllegalArgumentException(what + " is " + size + ", it must be 1 or more");
        }
        return with(c -> Steps.slice(c, 0, 0L, Math.min(size, c.size())));
    }

    /** Without zeros at the end. */
    public Series trim() {
        return trim(0);
    }

    /** Without what is at most {@code tol} at the end. */
    public Series trim(double tol) {
        return with(c -> Domains.trimmed("trim", c, tol));
    }

    /** The derivative. */
    public Series deriv() {
        return deriv(1);
    }

    /** The {@code m}-th derivative. */
    public Series deriv(int m) {
        double scale = Domains.line(domain, window).scale().real();
        return with(c -> Calculus.ofDerivative(basis(), "der", m, new Scl(scale)).derivative(c));
    }

    /** The integral. */
    public Series integ() {
        return integ(1);
    }

    /** Integrates {@code m} times. */
    public Series integ(int m) {
        double scale = Domains.line(domain, window).scale().real();
        return with(c -> Calculus.of(basis(), "int", m, new Scl(1 / scale)).integral(c));
    }

    /**
     * Integrates {@code m} times.
     *
     * @param k what is added each time
     * @param lbnd where integrals are 0 but for that
     */
    public Series integ(int m, NdArray k, double lbnd) {
        Domains.Line line = Domains.line(domain, window);
        double scale = line.scale().real();
        double bound = line.offset().real() + scale * lbnd;
        return with(c -> Calculus.of(basis(), "int", m, new Scl(1 / scale), new K(k), new Lbnd(bound)).integral(c));
    }

    /** The zeros, ascending. */
    public NdArray roots() {
        try (Scope scope = Scope.open()) {
            return scope.keep(Domains.mapped(arithmetic().roots(coef), window, domain));
        }
    }

    /** Where the line that leads from domain to window is at 0, and what it rises by. */
    public List<Complex> mapparms() {
        Domains.Line line = Domains.line(domain, window);
        return List.of(line.offset(), line.scale());
    }

    /** 100 points across the domain, and the values there. */
    public ArrayPair linspace() {
        return linspace(100);
    }

    /** Points across the domain, and the values there. */
    public ArrayPair linspace(int n) {
        try (Scope scope = Scope.open()) {
            NdArray x = Spaced.of("linspace", coef.device(),
                    new Num(n)).linear(domain.get(0), domain.get(1));
            return new ArrayPair(scope.keep(x), scope.keep(call(x)));
        }
    }

    /** The same polynomial in another basis, on the domain of that unless options name one. */
    public Series convert(SeriesKind to, SeriesMakeOption... options) {
        SeriesMakeOption[] all = options.clone();
        boolean named = Arrays.stream(options).anyMatch(SeriesMakeOption.Symbol.class::isInstance);
        if (!named) {
            all = Arrays.copyOf(options, options.length + 1);
            all[options.length] = new SeriesMakeOption.Symbol(symbol);
        }
        try (Scope scope = Scope.open(); Series x = to.identity(all)) {
            // Clenshaw's rule at the series of x, in the other basis
            Domains.Line line = Domains.line(domain, window);
            NdArray composed = new Arithmetic(to.basis()).composed(basis(), coef,
                    new Arithmetic(to.basis()).mapped(x.coef, line));
            return of(to, composed, x.domain, x.window, x.symbol).kept(scope);
        }
    }

    @Override
    public void close() {
        coef.close();
        domain.close();
        window.close();
    }

    /** The sum of its terms: {@code 1.0 + 2.0·x + 3.0·x²}. */
    @Override
    public String toString() {
        Domains.Line line = Domains.line(domain, window);
        return SeriesText.of(basis(), coef, line.offset(), line.scale(), symbol);
    }
}
