package io.arrayport.core.creation;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.Assignment;
import io.arrayport.core.ndarray.DiagonalOption.Offset;
import io.arrayport.core.ndarray.FrombufferOption;
import io.arrayport.core.ndarray.FrombufferOption.Count;
import io.arrayport.core.ndarray.FromstringOption;
import io.arrayport.core.ndarray.FromstringOption.Sep;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.DtypeOption;

/** One-dimensional arrays of bytes, text and iterators. */
public final class Reading {
    private static final long FIRST = 64;
    private static final String REAL = "[+-]?(?:\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?"
            + "|(?i:nan|inf|infinity))";
    private static final Pattern NUMBER = Pattern.compile(REAL);
    private static final Pattern COMPLEX = Pattern.compile("(?<real>" + REAL + ")?(?:(?<imag>" + REAL + ")[jJ])?");

    private Reading() {}

    /** {@code np.frombuffer}: a view. */
    public static NdArray bytes(NdArray buffer, FrombufferOption... options) {
        Option.requireDistinct("frombuffer", options);
        DType type = DType.FLOAT64;
        long count = -1;
        long offset = 0;
        for (FrombufferOption option : options) {
            switch (option) {
                case DtypeOption(DType given) -> type = given;
                case Count(long elements) -> count = elements;
                case Offset(long bytes) -> offset = bytes;
            }
        }
        if (type instanceof StringType) {
            throw new IllegalArgumentException("frombuffer: bytes are no elements of " + type + ", which have others "
                    + "beside them; give a width, as in 'U20', and convert with astype(...)");
        }
        if (type.itemsize() == 0) {
            throw new IllegalArgumentException("frombuffer: an element of " + type
                    + " has no bytes; give a type that has");
        }
        if (!buffer.isCContiguous()) {
            throw new ShapeException("frombuffer: " + buffer.layout() + " has gaps; take a copy()");
        }
        if (type.itemsize() == 0) {
            throw new ShapeException("frombuffer: elements of " + type + " have no bytes; name a width");
        }
        long room = buffer.nbytes() - offset;
        if (offset < 0 || room < 0) {
            throw new ShapeException("frombuffer: the offset is " + offset + ", the buffer has " + buffer.nbytes()
                    + " bytes");
        }
        if (count < 0 && room % type.itemsize() != 0) {
            throw new ShapeException("frombuffer: " + room + " bytes are not a whole number of " + type
                    + "; give a count");
        }
        long elements = count < 0 ? room / type.itemsize() : count;
        if (elements > room / type.itemsize()) {
            throw new ShapeException("frombuffer: " + elements + " of " + type + " take more than the " + room
                    + " bytes that there are");
        }
        Layout layout = Layout.contiguous(Shape.of(elements), type.itemsize())
                .shifted(buffer.layout().offset() + offset);
        return NdArray.of(buffer.storage(), type, layout, buffer.isWriteable());
    }

    /** {@code np.fromiter}. */
    public static NdArray iterator(Device device, Iterator<?> items, DType type, long count) {
        return Blank.on(device, iterator(items, type, count));
    }

    private static NdArray iterator(Iterator<?> items, DType type, long count) {
        NdArray made = Work.empty(Device.CPU, Shape.of(count < 0 ? FIRST : count), type);
        long filled = 0;
        boolean done = false;
        try {
            while (count < 0 || filled < count) {
                filled = fill(made, filled, items);
                if (!items.hasNext()) {
                    break;
                }
                if (count < 0) {
                    made = resized(made, filled, 2 * filled);
                }
            }
            if (filled < count) {
                throw new ShapeException("fromiter: count is " + count + ", the iterator has given " + filled);
            }
            made = filled == made.size() ? made : resized(made, filled, filled);
            done = true;
            return made;
        } finally {
            if (!done) {
                made.close();
            }
        }
    }

    private static long fill(NdArray array, long from, Iterator<?> items) {
        array.storage().acquireOnHost();
        try {
            long at = from;
            for (; at < array.size() && items.hasNext(); at++) {
                Assignment.put(array.dtype(), array.address() + at * array.itemsize(), items.next());
            }
            return at;
        } finally {
            array.storage().release();
        }
    }

    private static NdArray resized(NdArray array, long used, long size) {
        try (array) {
            return Blank.filled(Work.empty(array.device(), Shape.of(size), array.dtype()),
                    made -> made.set(array.get(Index.slice(0, used)), Index.slice(0, used)));
        }
    }

    /** {@code np.fromstring}. */
    public static NdArray text(Device device, String string, FromstringOption... options) {
        Option.requireDistinct("fromstring", options);
        DType type = DType.FLOAT64;
        long count = -1;
        String separator = "";
        for (FromstringOption option : options) {
            switch (option) {
                case DtypeOption(DType given) -> type = given;
                case Count(long elements) -> count = elements;
                case Sep(String given) -> separator = given;
            }
        }
        if (separator.isEmpty()) {
            throw new IllegalArgumentException("fromstring: no separator is given; numbers are read between sep(...),"
                    + " bytes by frombuffer");
        }
        List<String> words = words(string, separator);
        long wanted = count < 0 ? words.size() : count;
        if (wanted > words.size()) {
            throw new ShapeException("fromstring: count is " + count + ", there are " + words.size() + " numbers");
        }
        DType element = type;
        Iterator<Object> numbers = words.stream().map(word -> number(word, element)).iterator();
        return iterator(device, numbers, type, wanted);
    }

    private static List<String> words(String string, String separator) {
        String between = separator.strip();
        Pattern pattern = between.isEmpty() ? Pattern.compile("\\s+")
                : Pattern.compile("\\s*" + Pattern.quote(between) + "\\s*");
        return string.isBlank() ? List.of() : Stream.of(pattern.split(string.strip())).toList();
    }

    private static Object number(String word, DType type) {
        try {
            return switch (type.kind()) {
                case 'f' -> real(word);
                case 'c' -> complex(word);
                default -> new BigInteger(word);
            };
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("fromstring: '" + word + "' is no number of type " + type, malformed);
        }
    }

    private static double real(String word) {
        if (!NUMBER.matcher(word).matches()) {
            throw new NumberFormatException(word);
        }
        return switch (word.charAt(word.length() - 1) | 0x20) {
            case 'n' -> Double.NaN;
            case 'f', 'y' -> word.charAt(0) == '-' ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            default -> Double.parseDouble(word);
        };
    }

    private static Complex complex(String word) {
        var parts = COMPLEX.matcher(word);
        if (word.isEmpty() || !parts.matches()) {
            throw new NumberFormatException(word);
        }
        String real = parts.group("real");
        String imag = parts.group("imag");
        return new Complex(real == null ? 0 : real(real), imag == null ? 0 : real(imag));
    }
}
