package io.arrayport.core;

import java.util.Arrays;
import java.util.List;

import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.RecarrayOption.Aligned;
import io.arrayport.core.ndarray.RecarrayOption.Buf;
import io.arrayport.core.ndarray.RecarrayOption.Byteorder;
import io.arrayport.core.ndarray.RecarrayOption.Formats;
import io.arrayport.core.ndarray.RecarrayOption.Names;
import io.arrayport.core.ndarray.RecarrayOption.ShapeOption;
import io.arrayport.core.ndarray.RecarrayOption.Strides;
import io.arrayport.core.ndarray.RecarrayOption.Titles;
import io.arrayport.core.ndarray.SortOption.FieldOrder;

/** Keyword arguments about records; import them with all others from {@link Options}. */
public abstract sealed class RecordOptions extends TextOptions permits FileOptions {
    RecordOptions() {}

    /** What records are a view of. */
    public static Buf buf(NdArray buf) {
        return new Buf(buf);
    }

    /** Bytes from one record to the next along each axis. */
    public static Strides strides(long... strides) {
        return new Strides(Arrays.stream(strides).boxed().toList());
    }

    /** The types of the fields: a text, {@code "i4, 3f8"}, or a list of what {@code np.dtype} reads. */
    public static Formats formats(Object formats) {
        return new Formats(formats);
    }

    /** Names of the fields, one by one or with commas between them. */
    public static Names names(String... names) {
        return new Names(Arrays.stream(names).flatMap(name -> Arrays.stream(name.split(",", -1))).map(String::strip)
                .filter(name -> !name.isEmpty()).toList());
    }

    /** Other names of the fields. */
    public static Titles titles(String... titles) {
        return new Titles(List.of(titles));
    }

    /** The byte order of all fields: {@code ">"}, {@code "<"} or {@code "="}. */
    public static Byteorder byteorder(String byteorder) {
        return new Byteorder(byteorder);
    }

    /** Whether fields are placed where their alignment wants them. */
    public static Aligned aligned(boolean aligned) {
        return new Aligned(aligned);
    }

    /** By which fields records are sorted: these before the others. */
    public static FieldOrder order(String... fields) {
        return new FieldOrder(List.of(fields));
    }

    /** The shape of an array of records. */
    public static ShapeOption shape(Shape shape) {
        return new ShapeOption(shape);
    }
}
