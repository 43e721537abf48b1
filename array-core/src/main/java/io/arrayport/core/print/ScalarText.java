package io.arrayport.core.print;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.NarrowFloatType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.UnicodeType;

/** {@code str} of scalars, as NumPy writes them: in full and regardless of the print options. */
public final class ScalarText {
    private static final long[] HERE = {};

    private ScalarText() {}

    static String of(Elements elements) {
        return switch (elements.dtype()) {
            case BoolType _ -> elements.truth(HERE) ? "True" : "False";
            case IntegerType type -> {
                long value = elements.integer(HERE);
                yield type.signed() ? Long.toString(value) : Long.toUnsignedString(value);
            }
            case FloatType type ->
                real(type.format(), elements.real(HERE));
            case NarrowFloatType _ -> real(elements.real(HERE), FloatPrecision.SINGLE, Zeros.TO_ONE, false);
            case ComplexType type ->
                complex(type.format(), elements.real(HERE), elements.imag(HERE));
            case TimeType type -> new Time(type, elements.integer(HERE)).toString();
            case UnicodeType _ -> (String) elements.item(HERE);
            case StringType type -> elements.item(HERE) instanceof String text ? text
                    : String.valueOf(type.missing());
            case BytesType _ -> "np.bytes_(" + ElementTexts.flexible(elements.dtype(), elements.item(HERE)) + ")";
            case StructType type -> new StructTexts(PrintOptions.DEFAULTS, true)
                    .of(elements, type, Corners.all(elements.shape()), Corners.all(elements.shape()))[0];
            case FlexibleType _ -> ElementTexts.flexible(elements.dtype(), elements.item(HERE));
        };
    }

    /** As Python writes it, once it is one of its own numbers: those of 32 bits and less have become wider. */
    static String item(Elements elements) {
        return switch (elements.dtype()) {
            case FloatType _ -> real(FloatFormat.BINARY64, elements.real(HERE));
            case ComplexType _ -> complex(FloatFormat.BINARY64, elements.real(HERE), elements.imag(HERE));
            default -> of(elements);
        };
    }

    /** Returns the digits that are unique in a format: {@code 0.1}, {@code 1e+300}. */
    public static String real(FloatFormat format, double value) {
        return real(value, FloatPrecision.of(format), Zeros.TO_ONE, false);
    }

    /** Returns a complex number whose parts are of a format: {@code (1+2j)}. */
    public static String complex(FloatFormat format, double real, double imag) {
        FloatPrecision precision = FloatPrecision.of(format);
        if (Double.doubleToRawLongBits(real) == 0) {
            return real(imag, precision, Zeros.TO_INTEGER, false) + "j";
        }
        return "(" + real(real, precision, Zeros.TO_INTEGER, false) + real(imag, precision, Zeros.TO_INTEGER, true)
                + "j)";
    }

    /** Returns a Boolean, Number, Complex or Time as Python writes what it is there. */
    public static String of(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "True" : "False";
            case Float number -> real(FloatFormat.BINARY32, number);
            case Double number -> real(FloatFormat.BINARY64, number);
            case Complex number -> complex(FloatFormat.BINARY64, number.real(), number.imag());
            default -> value.toString();
        };
    }

    private static String real(double value, FloatPrecision precision, Zeros zeros, boolean plus) {
        if (!Double.isFinite(value)) {
            String sign = value < 0 ? "-" : plus ? "+" : "";
            return sign + (Double.isNaN(value) ? "nan" : "inf");
        }
        double magnitude = Math.abs(value);
        double limit = precision == FloatPrecision.DOUBLE ? 1e16 : Math.pow(10, precision.decimals);
        boolean positional = magnitude == 0 || magnitude >= 1e-4 && magnitude < limit;
        if (ShortestText.holds(magnitude, precision)) {
            return ShortestText.of(magnitude, precision, value < 0 ? "-" : plus ? "+" : "", positional,
                    zeros == Zeros.TO_ONE ? ".0" : "");
        }
        if (positional) {
            return FloatStyle.scalar(zeros, plus).positional(value, precision);
        }
        return FloatStyle.scalar(Zeros.TO_INTEGER, plus).scientific(value, precision);
    }
}
