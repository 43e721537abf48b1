package io.arrayport.core.polynomial;

import java.util.List;

import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.series.Domains;

/** {@code np.polynomial.polyutils}: what is common to series of all bases. */
public final class Polyutils {
    Polyutils() {}

    /** Copies of coefficients, in one type, without zeros at the end. */
    public List<NdArray> asSeries(List<NdArray> alist) {
        return Domains.asSeries(alist, true);
    }

    /** Copies of coefficients, in one type, without zeros at the end if {@code trim}. */
    public List<NdArray> asSeries(List<NdArray> alist, boolean trim) {
        return Domains.asSeries(alist, trim);
    }

    /** A view without zeros at the end. */
    public NdArray trimseq(NdArray seq) {
        return Domains.trimmed(seq);
    }

    /** A copy without zeros at the end. */
    public NdArray trimcoef(NdArray c) {
        return Domains.trimmed("trimcoef", c, 0);
    }

    /**
     * A copy without what is at most {@code tol} at the end.
     *
     * @throws IllegalArgumentException if {@code tol} is negative
     */
    public NdArray trimcoef(NdArray c, double tol) {
        return Domains.trimmed("trimcoef", c, tol);
    }

    /** The least and the greatest of numbers, of complex ones the corners of the box around them: new. */
    public NdArray getdomain(NdArray x) {
        return Domains.around(x);
    }

    /** Numbers of one domain as the line that leads to another has them there: new. */
    public NdArray mapdomain(NdArray x, NdArray old, NdArray new_) {
        return Domains.mapped(x, old, new_);
    }

    /** The line that leads from one domain to another: where it is at 0, and what it rises by; Double or Complex. */
    public List<Object> mapparms(NdArray old, NdArray new_) {
        Domains.Line line = Domains.line(old, new_);
        boolean complex = old.dtype().kind() == 'c' || new_.dtype().kind() == 'c';
        return complex ? List.of(line.offset(), line.scale())
                : List.of(line.offset().real(), line.scale().real());
    }

    /** A number as series are written with, by the print options. */
    public String formatFloat(double x) {
        return SeriesText.number(x, false);
    }

    /** As {@link #formatFloat(double)}, between {@code parens} if it has an exponent. */
    public String formatFloat(double x, boolean parens) {
        return SeriesText.number(x, parens);
    }
}
