package io.arrayport.core.series;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Temporaries;
import io.arrayport.core.numeric.Steps;

/** Where series are looked at, and what is common to their coefficients: {@code np.polynomial.polyutils}. */
public final class Domains {
    private Domains() {}

    /** {@code as_series}: copies of one type, without zeros at the end if {@code trim}. */
    public static List<NdArray> asSeries(List<NdArray> alist, boolean trim) {
        if (alist.isEmpty()) {
            throw new IllegalArgumentException("as_series: there is no array, and so no type; give one");
        }
        DType type = Coefficients.common("as_series", alist.toArray(NdArray[]::new));
        List<Coefficients> read = alist.stream().map(c -> Coefficients.all("as_series", c, type))
                .map(c -> trim ? c.trimmed() : c).toList();
        try (Scope scope = Scope.open()) {
            List<NdArray> made = new ArrayList<>();
            for (int i = 0; i < read.size(); i++) {
                made.add(read.get(i).toArray(alist.get(i)));
            }
            return made.stream().map(scope::keep).toList();
        }
    }

    /** {@code trimseq}: a view without zeros at the end, but for the first. */
    public static NdArray trimmed(NdArray seq) {
        if (seq.ndim() == 0) {
            throw new DTypeException("trimseq: seq has no axis, it must be an array of"
                    + " coefficients");
        }
        long n = seq.shape().dim(0);
        while (n > 1 && !seq.get(n - 1).any().getBoolean()) {
            n--;
        }
        return Steps.slice(seq, 0, 0L, n);
    }

    /**
     * {@code trimcoef}: without what is at most {@code tol} at the end.
     *
     * @throws IllegalArgumentException if {@code tol} is negative
     */
    public static NdArray trimmed(String operation, NdArray c, double tol) {
        if (tol < 0) {
            throw new IllegalArgumentException(operation + ": tol is " + tol + ", it must not be negative");
        }
        Coefficients all = Coefficients.of(operation, c, Coefficients.common(operation, c));
        int n = all.length();
        while (n > 0 && !(Math.hypot(all.re()[n - 1], all.im()[n - 1]) > tol)) {
            n--;
        }
        return (n == 0 ? Coefficients.zeros(all.type(), 1) : all.first(n)).toArray(c);
    }

    /** {@code getdomain}: the least and the greatest number; of complex ones the corners of the box around them. */
    public static NdArray around(NdArray x) {
        DType type = Coefficients.common("getdomain", x);
        Coefficients all = Coefficients.all("getdomain", x, type);
        double[] re = all.re();
        double[] im = all.im();
        Coefficients ends = Coefficients.zeros(type.kind() == 'c' ? DType.COMPLEX128 : type, 2);
        ends.re()[0] = IntStream.range(0, re.length).mapToDouble(i -> re[i]).min().orElseThrow();
        ends.re()[1] = IntStream.range(0, re.length).mapToDouble(i -> re[i]).max().orElseThrow();
        ends.im()[0] = IntStream.range(0, im.length).mapToDouble(i -> im[i]).min().orElseThrow();
        ends.im()[1] = IntStream.range(0, im.length).mapToDouble(i -> im[i]).max().orElseThrow();
        return ends.toArray(x);
    }

    /**
     * The line that leads from one domain to another.
     *
     * @param offset at 0
     * @param scale for each 1
     */
    public record Line(Complex offset, Complex scale) {}

    /** {@code mapparms}. */
    public static Line line(NdArray from, NdArray to) {
        requireTwo(from);
        requireTwo(to);
        Complex low = from.getComplex(0);
        Complex high = from.getComplex(1);
        Complex length = minus(high, low);
        Complex offset = minus(times(high, to.getComplex(0)), times(low, to.getComplex(1)));
        return new Line(Coefficients.over(offset, length),
                Coefficients.over(minus(to.getComplex(1), to.getComplex(0)), length));
    }

    private static void requireTwo(NdArray domain) {
        if (domain.ndim() != 1 || domain.size() < 2) {
            throw new IndexException("mapparms: a domain has shape " + domain.shape() + ", it must have two ends");
        }
    }

    private static Complex minus(Complex a, Complex b) {
        return new Complex(a.real() - b.real(), a.imag() - b.imag());
    }

    private static Complex times(Complex a, Complex b) {
        return new Complex(a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real());
    }

    /** {@code mapdomain}. */
    public static NdArray mapped(NdArray x, NdArray from, NdArray to) {
        Line line = line(from, to);
        DType type = from.dtype().kind() == 'c' || to.dtype().kind() == 'c' ? DType.COMPLEX128 : DType.FLOAT64;
        try (Scope scope = Scope.open()) {
            NdArray scale = Temporaries.empty(x, type, Shape.of());
            NdArray offset = Temporaries.empty(x, type, Shape.of());
            if (type.kind() == 'c') {
                scale.setComplex(line.scale());
                offset.setComplex(line.offset());
            } else {
                scale.setDouble(line.scale().real());
                offset.setDouble(line.offset().real());
            }
            return scope.keep(Steps.ADD.call(offset, Steps.MULTIPLY.call(scale, x)));
        }
    }
}
