package io.arrayport.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.creation.FieldNames;
import io.arrayport.core.creation.JavaArrays;
import io.arrayport.core.creation.Recording;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Row;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.FormatsOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.RecarrayOption;
import io.arrayport.core.ndarray.RecarrayOption.Aligned;
import io.arrayport.core.ndarray.RecarrayOption.Byteorder;
import io.arrayport.core.ndarray.RecordArrayOption;
import io.arrayport.core.ndarray.RecordBytesOption;
import io.arrayport.core.ndarray.RecordsOption;
import org.jspecify.annotations.Nullable;

/**
 * {@code np.rec}: arrays of records from rows, columns and bytes. They are arrays as all others: a field is
 * {@code a.field("x")}, not an attribute.
 */
public final class Rec {
    private final Np np;

    Rec(Np np) {
        this.np = np;
    }

    /**
     * What {@code format_parser} makes.
     *
     * @param dtype the type of the records
     */
    public record FormatParser(StructType dtype) {}

    /**
     * A structured type of formats, names and titles.
     *
     * @param formats a text, {@code "i4, 3f8"}, or a list of what {@code np.dtype} reads
     * @param names one by one, or one text with commas; fields without one are f0, f1, …
     * @param titles may be empty
     * @throws IllegalArgumentException if a name is there twice, or there are no formats
     */
    public FormatParser formatParser(@Nullable Object formats, @Nullable Object names, @Nullable Object titles,
            FormatsOption... options) {
        boolean aligned = false;
        String byteorder = null;
        for (FormatsOption option : options) {
            switch (option) {
                case Aligned(boolean wanted) -> aligned = wanted;
                case Byteorder(String order) -> byteorder = order;
            }
        }
        return new FormatParser(FieldNames.parse(formats, texts(names), texts(titles), aligned, byteorder));
    }

    private static List<String> texts(@Nullable Object texts) {
        return switch (texts) {
            case null -> List.of();
            case String one -> RecordOptions.names(one).all();
            case List<?> many -> many.stream().map(String::valueOf).toList();
            default -> throw new DTypeException("format_parser: " + texts + " is no list of names");
        };
    }

    /** The texts that are in a list more than once. */
    public List<String> findDuplicate(List<String> list) {
        return FieldNames.duplicates(list);
    }

    /** As {@link Structured#recarray}. */
    public NdArray recarray(Shape shape, RecarrayOption... options) {
        return np.recarray(shape, options);
    }

    /** As {@link Structured#record(long)}. */
    public NdArray record(long length) {
        return np.record(length);
    }

    /** As {@link Structured#record(Row, DType)}. */
    public NdArray record(Row data, DType dtype) {
        return np.record(data, dtype);
    }

    /**
     * Records of one array for each field, copied: shape that of the arrays, without the axes of the field itself.
     *
     * @throws IllegalArgumentException if there are not as many as fields
     * @throws ShapeException if they differ in shape
     */
    public NdArray fromarrays(List<NdArray> arrayList, RecordsOption... options) {
        return new Recording("fromarrays", options).columns(np.device(), arrayList);
    }

    /**
     * Records of rows; without a type or formats, of the types that the values of each field promote to.
     *
     * @param recList of {@link Row}s, one value for each field; of lists where no type is given
     * @throws IllegalArgumentException if a row has not as many values as there are fields
     */
    public NdArray fromrecords(List<?> recList, RecordsOption... options) {
        Recording recording = new Recording("fromrecords", options);
        if (recording.isTyped()) {
            return recording.rows(np.device(), recList);
        }
        try (Scope scope = Scope.open()) {
            return scope.keep(recording.columns(np.device(), columns(recList)));
        }
    }

    private static List<NdArray> columns(List<?> rows) {
        List<NdArray> columns = new ArrayList<>();
        int fields = rows.isEmpty() || !(rows.getFirst() instanceof List<?> first) ? 0 : first.size();
        for (int i = 0; i < fields; i++) {
            List<Object> column = new ArrayList<>(rows.size());
            for (Object row : rows) {
                if (!(row instanceof List<?> values) || values.size() != fields) {
                    throw new ShapeException(
                            "fromrecords: " + row + " has not " + fields + " values, as the first row");
                }
                column.add(values.get(i));
            }
            columns.add(Nested.array(column));
        }
        return columns;
    }

    /**
     * Records in bytes: a read-only copy.
     *
     * @param options with a dtype or formats
     * @throws DTypeException if neither is given, or there are fewer bytes
     */
    public NdArray fromstring(byte[] datastring, RecordBytesOption... options) {
        NdArray bytes = JavaArrays.of(np.device(), datastring);
        try {
            return new Recording("fromstring", options).bytes(bytes).asReadOnly();
        } catch (RuntimeException refused) {
            bytes.close();
            throw refused;
        }
    }

    /** As {@link #fromstring(byte[], RecordBytesOption...)}, of the bytes of a contiguous array: a view. */
    public NdArray fromstring(@ArrayOnly NdArray datastring, RecordBytesOption... options) {
        return new Recording("fromstring", options).bytes(datastring);
    }

    /**
     * Records in a file, from {@code offset} bytes on: as many as there are whole ones, unless the options say a shape.
     *
     * @param options with a dtype or formats
     * @throws DTypeException if neither is given
     * @throws IllegalArgumentException if the file ends before
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public NdArray fromfile(Path fd, RecordBytesOption... options) {
        return new Recording("fromfile", options).of(np::fromfile, fd);
    }

    /** As {@link #fromfile(Path, RecordBytesOption...)}. */
    public NdArray fromfile(String fd, RecordBytesOption... options) {
        return fromfile(Path.of(fd), options);
    }

    /**
     * As {@link #fromrecords} of lists and rows, else as {@link #fromarrays}.
     *
     * @throws IllegalArgumentException as these
     */
    public NdArray array(List<?> obj, RecordArrayOption... options) {
        if (obj.isEmpty()) {
            throw new IllegalArgumentException("rec.array: the list is empty; give rows or arrays");
        }
        Recording recording = new Recording("rec.array", options);
        try (Scope scope = Scope.open()) {
            if (!(obj.getFirst() instanceof List<?>)) {
                List<NdArray> columns = new ArrayList<>();
                obj.forEach(column -> columns.add(column instanceof NdArray array ? array : Nested.array(column)));
                return scope.keep(recording.columns(np.device(), columns));
            }
            return scope.keep(recording.isTyped() ? recording.rows(np.device(), obj)
                    : recording.columns(np.device(), columns(obj)));
        }
    }

    /** As {@link #fromstring(byte[], RecordBytesOption...)}. */
    public NdArray array(byte[] obj, RecordArrayOption... options) {
        NdArray bytes = JavaArrays.of(np.device(), obj);
        try {
            return new Recording("rec.array", options).bytes(bytes).asReadOnly();
        } catch (RuntimeException refused) {
            bytes.close();
            throw refused;
        }
    }

    /**
     * Records of a shape that the options say, of any contents.
     *
     * @throws IllegalArgumentException if they say no shape or no type
     */
    public NdArray array(RecordArrayOption... options) {
        return new Recording("rec.array", options).blank(np.device());
    }

    /** A copy of {@code obj}, or itself with {@code copy(false)}: as records of a type if one is given. */
    public NdArray array(@ArrayOnly NdArray obj, RecordArrayOption... options) {
        return new Recording("rec.array", options).array(obj);
    }
}
