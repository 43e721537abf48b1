package io.arrayport.core.polynomial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.arrayport.core.creation.JavaArrays;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.PolyfitOption;
import io.arrayport.core.ndarray.PolyfitOption.Rcond;
import io.arrayport.core.ndarray.PolyfitOption.W;
import io.arrayport.core.ndarray.SeriesFitOption;
import io.arrayport.core.ndarray.SeriesMakeOption;
import io.arrayport.core.ndarray.SeriesMakeOption.Domain;
import io.arrayport.core.ndarray.SeriesMakeOption.Symbol;
import io.arrayport.core.ndarray.SeriesMakeOption.Window;
import io.arrayport.core.numeric.Steps;
import io.arrayport.core.series.Arithmetic;
import io.arrayport.core.series.Basis;
import io.arrayport.core.series.Degree;
import io.arrayport.core.series.Domains;
import io.arrayport.core.series.Fits;
import io.arrayport.core.series.Lines;
import org.jspecify.annotations.Nullable;

/** Series of one basis: NumPy's class {@code Polynomial} and its like, and what there is to call on it. */
public final class SeriesKind {
    private final Basis basis;
    private final Supplier<Device> device;

    SeriesKind(Basis basis, Supplier<Device> device) {
        this.basis = basis;
        this.device = device;
    }

    Basis basis() {
        return basis;
    }

    /** The ends of where the basis is at home: new. */
    public NdArray domain() {
        return JavaArrays.of(device.get(), basis.domain());
    }

    /** The ends of what domains are mapped to unless told: new. */
    public NdArray window() {
        return domain();
    }

    /** What its polynomials are called; nothing for powers. */
    public String basisName() {
        return basis.letter();
    }

    /**
     * What options say together.
     *
     * @param domain null is that of the basis
     * @param window null is that of the basis
     */
    private record Frame(@Nullable NdArray domain, @Nullable NdArray window, String symbol) {
        static Frame of(Option... options) {
            Option.requireDistinct("series", options);
            NdArray domain = null;
            NdArray window = null;
            String symbol = "x";
            for (Option option : options) {
                switch (option) {
                    case Domain(NdArray ends) -> domain = ends;
                    case Window(NdArray ends) -> window = ends;
                    case Symbol(String name) -> symbol = name;
                    default -> {
                        // for others
                    }
                }
            }
            return new Frame(domain, window, symbol);
        }
    }

    private Series made(NdArray coef, Frame frame) {
        return made(coef, frame.domain(), frame.window(), frame.symbol());
    }

    Series made(NdArray coef, @Nullable NdArray domain, @Nullable NdArray window, String symbol) {
        return Series.of(this, coef, domain == null ? domain() : domain, window == null ? window() : window, symbol);
    }

    /** A series of a copy of these coefficients. */
    public Series of(NdArray coef, SeriesMakeOption... options) {
        try (Scope scope = Scope.open()) {
            return made(coef, Frame.of(options)).kept(scope);
        }
    }

    /** The series up to a degree that comes nearest to points; the domain is from the least to the greatest x. */
    public Series fit(NdArray x, NdArray y, int deg, SeriesFitOption... options) {
        Frame frame = Frame.of(options);
        List<PolyfitOption> further = new ArrayList<>();
        for (SeriesFitOption option : options) {
            if (option instanceof Rcond || option instanceof W) {
                further.add((PolyfitOption) option);
            }
        }
        try (Scope scope = Scope.open()) {
            NdArray domain = frame.domain() == null ? around(x) : frame.domain();
            NdArray window = frame.window() == null ? window() : frame.window();
            NdArray coef = Fits.of(basis, Domains.mapped(x, domain, window), y, deg,
                    further.toArray(PolyfitOption[]::new));
            return made(coef, domain, window, frame.symbol()).kept(scope);
        }
    }

    private static NdArray around(NdArray x) {
        NdArray domain = Domains.around(x);
        if (domain.dtype().kind() != 'c' && domain.getDouble(0) == domain.getDouble(1)) {
            double point = domain.getDouble(0);
            domain.setDouble(point - 1, 0);
            domain.setDouble(point + 1, 1);
        }
        return domain;
    }

    /** The series that has these zeros, and x to the highest power once. */
    public Series fromroots(NdArray roots, SeriesMakeOption... options) {
        Frame frame = Frame.of(options);
        try (Scope scope = Scope.open()) {
            NdArray domain = frame.domain() == null ? domain() : frame.domain();
            NdArray window = frame.window() == null ? window() : frame.window();
            NdArray coef = new Arithmetic(basis).fromRoots(Domains.mapped(roots, domain, window));
            double scale = Math.pow(Domains.line(domain, window).scale().real(), (double) roots.size());
            return made(Steps.DIVIDE.call(coef, scale), domain, window, frame.symbol()).kept(scope);
        }
    }

    /** The series whose value is x. */
    public Series identity(SeriesMakeOption... options) {
        Frame frame = Frame.of(options);
        try (Scope scope = Scope.open()) {
            NdArray domain = frame.domain() == null ? domain() : frame.domain();
            NdArray window = frame.window() == null ? window() : frame.window();
            Domains.Line line = Domains.line(window, domain);
            NdArray coef = Lines.of(basis, device.get(), line.offset().real(),
                    line.scale().real());
            return made(coef, domain, window, frame.symbol()).kept(scope);
        }
    }

    /**
     * The polynomial of a degree alone.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Series basis(int deg, SeriesMakeOption... options) {
        Degree.require("basis: deg", deg, 0, Degree.MOST);
        try (Scope scope = Scope.open()) {
            double[] coef = IntStream.rangeClosed(0, deg).mapToDouble(i -> i == deg ? 1 : 0).toArray();
            return made(JavaArrays.of(device.get(), coef), Frame.of(options)).kept(scope);
        }
    }

    /** Another series in this basis: see {@link Series#convert}. */
    public Series cast(Series series, SeriesMakeOption... options) {
        return series.convert(this, options);
    }
}
