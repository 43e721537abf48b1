package io.arrayport.core.print;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.layout.Shape;

/**
 * NumPy's {@code str(a)} and {@code repr(a)}, character for character as NumPy 2.4 writes them.
 *
 * <p>NumPy has no bfloat16 of its own: here it prints as the other floating types do, with the digits that are unique
 * in its precision, under ml_dtypes' name {@code bfloat16}.
 *
 * <p>An array of more elements than {@link PrintOptions#threshold()} is summarised, and only the elements shown are
 * read; the one exception is {@code edgeitems} 0, where NumPy lets all elements decide the width.
 */
public final class ArrayPrinter {
    private static final String PREFIX = "array(";

    private final PrintOptions options;

    /** A printer with NumPy's default options. */
    public ArrayPrinter() {
        this(PrintOptions.DEFAULTS);
    }

    /** A printer with other options. */
    public ArrayPrinter(PrintOptions options) {
        this.options = options;
    }

    /**
     * NumPy's {@code str(a)}: {@code [1. 2. 3.]}. A 0-d array is written as its scalar.
     *
     * @throws io.arrayport.core.error.ArrayportException if the text is too long for a string
     */
    public String str(Elements elements) {
        return elements.shape().ndim() == 0 ? ScalarText.of(elements) : brackets(elements, " ", "", "");
    }

    /**
     * NumPy's {@code array2string(a)}: as {@link #str}, and a 0-d array as an element is written in an array.
     *
     * @param separator between elements
     * @param prefix what will stand before the result; as much room is left
     * @param suffix what will stand behind it; as much room is left
     * @throws io.arrayport.core.error.ArrayportException if the text is too long for a string
     */
    public String array2string(Elements elements, String separator, String prefix, String suffix) {
        return brackets(elements, separator, prefix, suffix);
    }

    /**
     * NumPy's {@code repr(a)}: {@code array([1., 2., 3.], dtype=float32)}. The dtype stands there unless the elements
     * imply it, the shape where the brackets do not show it.
     *
     * @throws io.arrayport.core.error.ArrayportException if the text is too long for a string
     */
    public String repr(Elements elements) {
        String body = PREFIX + brackets(elements, ", ", PREFIX, ")");
        Shape shape = elements.shape();
        long size = shape.size();
        List<String> extras = new ArrayList<>(2);
        if (size == 0 && shape.ndim() > 1 || size > options.threshold()) {
            extras.add("shape=" + shape);
        }
        if (size == 0 || !isImplied(elements.dtype())) {
            extras.add("dtype=" + name(elements.dtype()));
        }
        if (extras.isEmpty()) {
            return body + ")";
        }
        String tail = String.join(", ", extras) + ")";
        int lastLine = body.length() - (body.lastIndexOf('\n') + 1) + 1; // with the comma
        boolean wraps = lastLine + tail.length() + 1 > options.linewidth();
        return body + "," + (wraps ? "\n" + " ".repeat(PREFIX.length()) : " ") + tail;
    }

    private String brackets(Elements elements, String separator, String prefix, String suffix) {
        Shape shape = elements.shape();
        long size = shape.size();
        if (size == 0) {
            return "[]";
        }
        Corners printed = Corners.all(shape);
        Corners sampled = printed;
        if (size > options.threshold()) {
            int edge = options.edgeitems();
            // With no edge items NumPy still shows the last of each axis, and measures them all.
            printed = new Corners(shape, edge, Math.max(edge, 1), 2L * edge, 0);
            sampled = edge == 0 ? sampled : printed;
        }
        String[] texts = ElementTexts.of(elements, printed, sampled, options);
        return RowWriter.write(printed, texts, separator, prefix.length(), options.linewidth() - suffix.length());
    }

    private static boolean isImplied(DType dtype) {
        return dtype.equals(DType.BOOL) || dtype.equals(DType.INT64) || dtype.equals(DType.FLOAT64)
                || dtype.equals(DType.COMPLEX128);
    }

    private static String name(DType dtype) {
        if (dtype instanceof StructType || dtype instanceof StringType) {
            return dtype.toString();
        }
        String name = dtype.isNative() && !(dtype instanceof FlexibleType) ? dtype.name() : dtype.str();
        return name.chars().allMatch(Character::isLetterOrDigit) ? name : "'" + name + "'";
    }
}
