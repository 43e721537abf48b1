package io.arrayport.core.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.PythonText;
import io.arrayport.core.dtype.Row;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.error.DTypeException;
import org.jspecify.annotations.Nullable;

/** Element types as headers of .npy files write them. */
final class Descr {
    private static final int WITH_SHAPE = 3;

    private Descr() {}

    /**
     * Reads the type.
     *
     * @throws DTypeException naming the field if there is no such type
     */
    static DType read(@Nullable Literal descr) {
        return switch (descr) {
            case Literal.Text(String text) -> plain(text);
            case Literal.Items(List<Literal> fields) -> record(fields);
            case null, default ->
                throw new DTypeException("descr must be the text of a type or a list of fields, it is " + descr);
        };
    }

    private static DType plain(String text) {
        String kind = text.replaceFirst("^[<>=|]", "");
        if (kind.startsWith("O") || kind.equals("object")) {
            throw new DTypeException(
                    "descr '" + text + "' is for objects of Python, pickled: they are not read, because"
                            + " reading them runs what the file says. Save the array with another dtype");
        }
        try {
            DType type = DType.of(text);
            StringType.refuse("load", type);
            return type;
        } catch (RuntimeException unknown) {
            throw new DTypeException("descr '" + text + "' is no known type: " + unknown.getMessage(), unknown);
        }
    }

    /** What has no name is a gap between fields. */
    private static DType record(List<Literal> fields) {
        List<Object> names = new ArrayList<>();
        List<Object> formats = new ArrayList<>();
        List<Object> offsets = new ArrayList<>();
        List<@Nullable Object> titles = new ArrayList<>();
        int end = 0;
        for (Literal field : fields) {
            if (!(field instanceof Literal.Tuple(List<Literal> parts)) || parts.size() < 2
                    || parts.size() > WITH_SHAPE) {
                throw new DTypeException("descr: a field must be a tuple of its name, its type and, if it is an array,"
                        + " its shape, it is " + field);
            }
            DType type = read(parts.get(1));
            List<Object> shape = parts.size() == WITH_SHAPE ? shape(parts.get(2)) : List.of();
            Literal named = parts.getFirst();
            boolean titled = named instanceof Literal.Tuple(List<Literal> both) && both.size() == 2;
            String name = text(titled ? ((Literal.Tuple) named).items().get(1) : named);
            if (!name.isEmpty() || !(type instanceof VoidType)) {
                names.add(name);
                formats.add(shape.isEmpty() ? type : List.of(type, shape));
                offsets.add(end);
                titles.add(titled ? text(((Literal.Tuple) named).items().getFirst()) : null);
            }
            end = behind(end, type, shape);
        }
        try {
            return StructType.of(Map.of("names", names, "formats", formats, "offsets", offsets, "titles", titles,
                    "itemsize", end), false);
        } catch (RuntimeException unknown) {
            throw new DTypeException("descr " + fields + " is no known type: " + unknown.getMessage(), unknown);
        }
    }

    private static String text(Literal name) {
        if (!(name instanceof Literal.Text(String text))) {
            throw new DTypeException("descr: a field's name must be a text, or a tuple of a title and a name, it is "
                    + name);
        }
        return text;
    }

    /** Of one axis also its length alone. */
    private static List<Object> shape(Literal shape) {
        List<Object> lengths = new ArrayList<>();
        for (Literal length : shape instanceof Literal.Tuple(List<Literal> items) ? items : List.of(shape)) {
            if (!(length instanceof Literal.Whole(long value)) || value < 0 || value > Integer.MAX_VALUE) {
                throw new DTypeException("descr: a field's shape must be a tuple of lengths, it is " + shape);
            }
            lengths.add((int) value);
        }
        return lengths;
    }

    private static int behind(int end, DType type, List<Object> shape) {
        try {
            int bytes = type.itemsize();
            for (Object length : shape) {
                bytes = Math.multiplyExact(bytes, (int) length);
            }
            return Math.addExact(end, bytes);
        } catch (ArithmeticException tooLong) {
            throw new DTypeException("descr: its fields take more bytes than an element has", tooLong);
        }
    }

    /**
     * As Python writes it.
     *
     * @throws DTypeException if NumPy has no such type
     */
    static String text(DType type) {
        if (type instanceof StructType struct) {
            struct.fields().forEach(field -> text(field.type()));
            return written(rows(struct));
        }
        if (type.equals(DType.BFLOAT16.withOrder(type.order()))) {
            throw new DTypeException("save: NumPy has no bfloat16; save astype(float32), or view(uint16) for its bits");
        }
        StringType.refuse("save", type);
        return written(type.str());
    }

    private static List<Row> rows(StructType struct) {
        try {
            return struct.descr();
        } catch (IllegalArgumentException unordered) {
            throw new DTypeException("save: " + unordered.getMessage() + "; copy the fields to a packed type",
                    unordered);
        }
    }

    private static String written(Object value) {
        return switch (value) {
            case String text -> PythonText.repr(text);
            case Row row -> row.stream().map(Descr::written)
                    .collect(Collectors.joining(", ", "(", row.size() == 1 ? ",)" : ")"));
            case List<?> list -> list.stream().map(Descr::written).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }
}
