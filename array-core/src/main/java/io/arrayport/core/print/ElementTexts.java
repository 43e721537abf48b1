package io.arrayport.core.print;

import io.arrayport.core.dtype.BoolType;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.FloatFormat;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.IntegerType;
import io.arrayport.core.dtype.NarrowFloatType;
import io.arrayport.core.dtype.PythonText;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.print.PrintOptions.Sign;

/** Writes the elements of one array, each padded so that they align. */
final class ElementTexts {
    private static final String NAT = "'NaT'";

    private ElementTexts() {}

    /**
     * The texts of the {@code printed} elements in C order.
     *
     * @param sampled the elements that decide notation and width
     */
    static String[] of(Elements elements, Corners printed, Corners sampled, PrintOptions options) {
        return switch (elements.dtype()) {
            case BoolType _ -> booleans(elements, printed);
            case IntegerType type -> integers(elements, type.signed(), printed, sampled, options);
            case FloatType type -> reals(elements, FloatPrecision.of(type.format()), printed, sampled, options);
            case NarrowFloatType _ -> reals(elements, FloatPrecision.of(FloatFormat.BINARY32), printed, sampled,
                    options);
            case ComplexType type -> complexes(elements, FloatPrecision.of(type.format()), printed, sampled, options);
            case TimeType type -> times(elements, type, printed, sampled);
            case StructType type -> new StructTexts(options, false).of(elements, type, printed, sampled);
            case FlexibleType type -> texts(printed, (_, index) -> flexible(type, elements.item(index)));
        };
    }

    private static String[] reals(Elements elements, FloatPrecision precision, Corners printed, Corners sampled,
            PrintOptions options) {
        FloatColumn column = FloatColumn.of(doubles(sampled, elements::real), precision, options);
        return texts(printed, (_, index) -> column.format(elements.real(index)));
    }

    /** As it would be written in Python; strings are as wide as they are. */
    static String flexible(DType type, Object item) {
        return switch (item) {
            case String text -> PythonText.repr(text);
            case byte[] bytes when type.kind() == 'V' -> PythonText.hexadecimal(bytes);
            case byte[] bytes -> PythonText.repr(bytes);
            case Double _ when type instanceof StringType -> "nan";
            default -> item.toString();
        };
    }

    private static String[] booleans(Elements elements, Corners printed) {
        // As wide as False, so that columns align; a 0-d array has no columns.
        String yes = printed.shape().ndim() == 0 ? "True" : " True";
        return texts(printed, (_, index) -> elements.truth(index) ? yes : "False");
    }

    private static String[] integers(Elements elements, boolean signed, Corners printed, Corners sampled,
            PrintOptions options) {
        long flip = signed ? 0 : Long.MIN_VALUE; // makes the signed comparison an unsigned one
        long[] range = {Long.MAX_VALUE, Long.MIN_VALUE};
        sampled.forEach((_, index) -> {
            long value = elements.integer(index) ^ flip;
            range[0] = Math.min(range[0], value);
            range[1] = Math.max(range[1], value);
        });
        boolean anyNegative = signed && range[0] < 0;
        String plus = switch (options.sign()) {
            case NEGATIVE_ONLY -> "";
            case ALWAYS -> "+";
            case SPACE -> anyNegative ? "" : " ";
        };
        int width = Math.max(integer(range[0] ^ flip, signed, "").length(),
                integer(range[1] ^ flip, signed, plus).length());
        return texts(printed, (_, index) -> {
            String text = integer(elements.integer(index), signed, plus);
            return " ".repeat(width - text.length()) + text;
        });
    }

    private static String integer(long value, boolean signed, String plus) {
        if (signed) {
            return value < 0 ? Long.toString(value) : plus + value;
        }
        return plus + Long.toUnsignedString(value);
    }

    private static String[] times(Elements elements, TimeType type, Corners printed, Corners sampled) {
        long[] range = {Long.MAX_VALUE, Long.MIN_VALUE};
        int[] width = {0};
        sampled.forEach((_, index) -> {
            long count = elements.integer(index);
            width[0] = count == TimeType.NAT ? NAT.length() : width[0];
            range[0] = Math.min(range[0], count == TimeType.NAT ? range[0] : count);
            range[1] = Math.max(range[1], count);
        });
        if (range[1] != TimeType.NAT) {
            width[0] = Math.max(width[0], Math.max(time(type, range[0]).length(), time(type, range[1]).length()));
        }
        return texts(printed, (_, index) -> {
            String text = time(type, elements.integer(index));
            return " ".repeat(Math.max(0, width[0] - text.length())) + text;
        });
    }

    private static String time(TimeType type, long count) {
        return count == TimeType.NAT ? NAT : type.span() ? Long.toString(count) : "'" + new Time(type, count) + "'";
    }

    private static String[] complexes(Elements elements, FloatPrecision precision, Corners printed, Corners sampled,
            PrintOptions options) {
        FloatColumn reals = FloatColumn.of(doubles(sampled, elements::real), precision, options);
        FloatColumn imags = FloatColumn.of(doubles(sampled, elements::imag), precision, options.withSign(Sign.ALWAYS));
        return texts(printed, (_, index) -> {
            String imag = imags.format(elements.imag(index));
            String bare = imag.stripTrailing();
            return reals.format(elements.real(index)) + bare + "j" + imag.substring(bare.length());
        });
    }

    private interface Reader {
        double read(long[] index);
    }

    private static double[] doubles(Corners corners, Reader reader) {
        double[] values = new double[corners.count()];
        corners.forEach((position, index) -> values[position] = reader.read(index));
        return values;
    }

    interface Writer {
        String write(int position, long[] index);
    }

    static String[] texts(Corners corners, Writer writer) {
        String[] texts = new String[corners.count()];
        corners.forEach((position, index) -> texts[position] = writer.write(position, index));
        return texts;
    }
}
