package io.arrayport.core;

import java.util.function.Function;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.ndarray.Array2stringOption.Threshold;
import io.arrayport.core.ndarray.AssertionOption;
import io.arrayport.core.ndarray.BitOrder;
import io.arrayport.core.ndarray.BitsOption.Bitorder;
import io.arrayport.core.ndarray.BusdayOffsetOption.RollOption;
import io.arrayport.core.ndarray.BusdayOption.Busdaycal;
import io.arrayport.core.ndarray.BusdayOption.Holidays;
import io.arrayport.core.ndarray.BusdayOption.Weekmask;
import io.arrayport.core.ndarray.Busdaycalendar;
import io.arrayport.core.ndarray.CloseOption.Atol;
import io.arrayport.core.ndarray.CloseOption.Rtol;
import io.arrayport.core.ndarray.DecimalAssertionOption;
import io.arrayport.core.ndarray.FormatFloatOption.Fractional;
import io.arrayport.core.ndarray.FormatFloatOption.MinDigits;
import io.arrayport.core.ndarray.FormatFloatOption.PadLeft;
import io.arrayport.core.ndarray.FormatFloatOption.PadRight;
import io.arrayport.core.ndarray.FormatFloatOption.PlusSign;
import io.arrayport.core.ndarray.FormatFloatOption.TrimZeros;
import io.arrayport.core.ndarray.FormatFloatOption.Unique;
import io.arrayport.core.ndarray.FormatScientificOption.ExpDigits;
import io.arrayport.core.ndarray.GradientOption.EdgeOrder;
import io.arrayport.core.ndarray.InterpOption.Left;
import io.arrayport.core.ndarray.InterpOption.Period;
import io.arrayport.core.ndarray.InterpOption.Right;
import io.arrayport.core.ndarray.NanToNumOption.Nan;
import io.arrayport.core.ndarray.NanToNumOption.Neginf;
import io.arrayport.core.ndarray.NanToNumOption.Posinf;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PolyfitOption.Cov;
import io.arrayport.core.ndarray.PolyfitOption.Full;
import io.arrayport.core.ndarray.PolyfitOption.Rcond;
import io.arrayport.core.ndarray.PolyfitOption.W;
import io.arrayport.core.ndarray.PrintoptionsOption.Infstr;
import io.arrayport.core.ndarray.PrintoptionsOption.Linewidth;
import io.arrayport.core.ndarray.PrintoptionsOption.Nanstr;
import io.arrayport.core.ndarray.PrintoptionsOption.OverrideRepr;
import io.arrayport.core.ndarray.PrintoptionsOption.Suppress;
import io.arrayport.core.ndarray.Roll;
import io.arrayport.core.ndarray.StridesOption;
import io.arrayport.core.ndarray.TrapezoidOption.Dx;
import io.arrayport.core.ndarray.TrapezoidOption.X;
import io.arrayport.core.ndarray.UniqueOption.EqualNan;
import io.arrayport.core.ndarray.UnwrapOption.Discont;
import io.arrayport.core.ndarray.VectorNormOption;
import io.arrayport.core.ndarray.Weekdays;
import io.arrayport.core.print.Zeros;

/** The keyword arguments of numerical functions; import them with all others from {@link Options}. */
public abstract sealed class NumericOptions extends CreationOptions permits SortingOptions {
    NumericOptions() {}

    /** Let numbers be apart by this part of the second one. */
    public static Rtol rtol(Number tolerance) {
        return new Rtol(tolerance);
    }

    /** Let numbers be apart by these parts of the second one. */
    public static Rtol rtol(NdArray tolerance) {
        return new Rtol(tolerance);
    }

    /** Let numbers be apart by this much. */
    public static Atol atol(Number tolerance) {
        return new Atol(tolerance);
    }

    /** Let numbers be apart by this much. */
    public static Atol atol(NdArray tolerance) {
        return new Atol(tolerance);
    }

    /** Whether NaN is the same as NaN. */
    public static EqualNan equalNan(boolean equal) {
        return new EqualNan(equal);
    }

    /** Put this in the place of NaN. */
    public static Nan nan(Number value) {
        return new Nan(value);
    }

    /** Put these in the place of NaN. */
    public static Nan nan(NdArray value) {
        return new Nan(value);
    }

    /** Put this in the place of infinity. */
    public static Posinf posinf(Number value) {
        return new Posinf(value);
    }

    /** Put these in the place of infinity. */
    public static Posinf posinf(NdArray value) {
        return new Posinf(value);
    }

    /** Put this in the place of negative infinity. */
    public static Neginf neginf(Number value) {
        return new Neginf(value);
    }

    /** Put these in the place of negative infinity. */
    public static Neginf neginf(NdArray value) {
        return new Neginf(value);
    }

    /** The value before the first point. */
    public static Left left(Number value) {
        return new Left(value);
    }

    /** The value before the first point. */
    public static Left left(Complex value) {
        return new Left(value);
    }

    /** The value behind the last point. */
    public static Right right(Number value) {
        return new Right(value);
    }

    /** The value behind the last point. */
    public static Right right(Complex value) {
        return new Right(value);
    }

    /** Everything repeats after this length. */
    public static Period period(Number length) {
        return new Period(length);
    }

    /** Take steps of at least this length for jumps. */
    public static Discont discont(Number step) {
        return new Discont(step);
    }

    /** Let differences at the edges be of order 1 or 2. */
    public static EdgeOrder edgeOrder(int order) {
        return new EdgeOrder(order);
    }

    /** Samples lie at these places. */
    public static X x(NdArray places) {
        return new X(places);
    }

    /** Samples lie this far apart. */
    public static Dx dx(Number distance) {
        return new Dx(distance);
    }

    /** Samples lie this far apart. */
    public static Dx dx(NdArray distance) {
        return new Dx(distance);
    }

    /** This bit of a byte comes first. */
    public static Bitorder bitorder(BitOrder order) {
        return new Bitorder(order);
    }

    /** Summarise arrays of more elements; infinity never does. */
    public static Threshold threshold(double elements) {
        if (Double.isNaN(elements)) {
            throw new IllegalArgumentException("threshold: NaN is no number of elements");
        }
        return new Threshold((long) elements);
    }

    /** Wrap lines that are longer. */
    public static Linewidth linewidth(int characters) {
        return new Linewidth(characters);
    }

    /** Whether numbers below the precision are written as zero. */
    public static Suppress suppress(boolean suppress) {
        return new Suppress(suppress);
    }

    /** Write NaN like this. */
    public static Nanstr nanstr(String text) {
        return new Nanstr(text);
    }

    /** Write infinity like this. */
    public static Infstr infstr(String text) {
        return new Infstr(text);
    }

    /** Let this write what arrays are. */
    public static OverrideRepr overrideRepr(Function<NdArray, String> writer) {
        return new OverrideRepr(writer);
    }

    /** Write what arrays are as NumPy does: its {@code override_repr=None}. */
    public static OverrideRepr usualRepr() {
        return new OverrideRepr(null);
    }

    /** Whether to write the shortest digits that read back as the number, else those of its exact value. */
    public static Unique unique(boolean shortest) {
        return new Unique(shortest);
    }

    /** Whether to count digits from the point on, else from the first one that is not 0. */
    public static Fractional fractional(boolean fromPoint) {
        return new Fractional(fromPoint);
    }

    /** What becomes of trailing zeros. */
    public static TrimZeros trim(Zeros zeros) {
        return new TrimZeros(zeros);
    }

    /** Whether numbers that are not negative get a plus. */
    public static PlusSign sign(boolean plus) {
        return new PlusSign(plus);
    }

    /** Let what stands before the point be so wide. */
    public static PadLeft padLeft(int characters) {
        return new PadLeft(characters);
    }

    /** Let what stands after the point be so wide. */
    public static PadRight padRight(int characters) {
        return new PadRight(characters);
    }

    /** Let exponents have so many digits. */
    public static ExpDigits expDigits(int digits) {
        return new ExpDigits(digits);
    }

    /** Write so many digits at least. */
    public static MinDigits minDigits(int digits) {
        return new MinDigits(digits);
    }

    /** These days of the week are business days: {@code "1111100"} or {@code "Mon Tue Wed Thu Fri"}. */
    public static Weekmask weekmask(String days) {
        return new Weekmask(Weekdays.of(days));
    }

    /** The days of the week where this is other than 0, from Monday on, are business days. */
    public static Weekmask weekmask(NdArray days) {
        return new Weekmask(Weekdays.of(days));
    }

    /** These dates are no business days. */
    public static Holidays holidays(NdArray dates) {
        return new Holidays(dates);
    }

    /** Business days are those of this calendar. */
    public static Busdaycal busdaycal(Busdaycalendar calendar) {
        return new Busdaycal(calendar);
    }

    /** What becomes of a date that is no business day. */
    public static RollOption roll(Roll roll) {
        return new RollOption(roll);
    }

    /** Let singular values count as 0 below this part of the greatest. */
    public static Rcond rcond(double part) {
        return new Rcond(part);
    }

    /** Let points count this much. */
    public static W w(NdArray weights) {
        return new W(weights);
    }

    /** Ask {@code np.polyfit} for all that it computes. */
    public static Full full() {
        return new Full();
    }

    /** Ask {@code np.polyfit} how coefficients vary. */
    public static Cov cov() {
        return new Cov();
    }

    /** Whether a view may be written to. */
    public static StridesOption.Writeable writeable(boolean allowed) {
        return new StridesOption.Writeable(allowed);
    }

    /** Take the root of the sum of absolute values to this power; infinity takes the largest. */
    public static VectorNormOption.Ord ord(double order) {
        return new VectorNormOption.Ord(order);
    }

    /** Let the message of a failure begin so. */
    public static AssertionOption.ErrMsg errMsg(String text) {
        return new AssertionOption.ErrMsg(text);
    }

    /** Whether the message of a failure shows both arrays. */
    public static AssertionOption.Verbose verbose(boolean shown) {
        return new AssertionOption.Verbose(shown);
    }

    /** Whether shapes and element types have to be the same. */
    public static AssertionOption.Strict strict(boolean same) {
        return new AssertionOption.Strict(same);
    }

    /** So many digits after the point have to agree. */
    public static DecimalAssertionOption.Decimal decimal(int digits) {
        return new DecimalAssertionOption.Decimal(digits);
    }
}
