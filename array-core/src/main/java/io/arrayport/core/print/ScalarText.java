package io.arrayport.core.print;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.UnicodeType;

/** {@code str} of a 0-d array: NumPy writes it as its scalar, in full and regardless of the print options. */
final class ScalarText {
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
                real(elements.real(HERE), FloatPrecision.of(type.format()));
            case ComplexType type ->
                complex(elements.real(HERE), elements.imag(HERE), FloatPrecision.of(type.format()));
            case TimeType type -> new Time(type, elements.integer(HERE)).toString();
            case UnicodeType _ -> (String) elements.item(HERE);
            case StructType type -> new StructTexts(PrintOptions.DEFAULTS, true)
                    .of(elements, type, Corners.all(elements.shape()), Corners.all(elements.shape()))[0];
            case FlexibleType _ -> ElementTexts.flexible(elements.dtype(), elements.item(HERE));
        };
    }

    /** As Python writes it, once it is one of its own numbers: those of 32 bits and less have become wider. */
    static String item(Elements elements) {
        return switch (elements.dtype()) {
            case FloatType _ -> real(elements.real(HERE), FloatPrecision.DOUBLE, Zeros.TO_ONE, false);
            case ComplexType _ -> complex(elements.real(HERE), elements.imag(HERE), FloatPrecision.DOUBLE);
            default -> of(elements);
        };
    }

    /** A float by itself, with as many digits as tell it from others. */
    static String real(double value, FloatPrecision precision) {
        return real(value, precision, Zeros.TO_ONE, false);
    }

    private static String complex(double real, double imag, FloatPrecision precision) {
        if (Double.doubleToRawLongBits(real) == 0) {
            return real(imag, precision, Zeros.TO_INTEGER, false) + "j";
        }
        return "(" + real(real, precision, Zeros.TO_INTEGER, false) + real(imag, precision, Zeros.TO_INTEGER, true)
                + "j)";
    }

    private static String real(double value, FloatPrecision precision, Zeros zeros, boolean plus) {
        if (!Double.isFinite(value)) {
            String sign = value < 0 ? "-" : plus ? "+" : "";
            return sign + (Double.isNaN(value) ? "nan" : "inf");
        }
        double magnitude = Math.abs(value);
        double limit = precision == FloatPrecision.DOUBLE ? 1e16 : Math.pow(10, precision.decimals);
        if (magnitude == 0 || magnitude >= 1e-4 && magnitude < limit) {
            return FloatStyle.scalar(zeros, plus).positional(value, precision);
        }
        return FloatStyle.scalar(Zeros.TO_INTEGER, plus).scientific(value, precision);
    }
}
