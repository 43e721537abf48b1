package io.arrayport.core.creation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.DiagonalOption.Offset;
import io.arrayport.core.ndarray.FrombufferOption.Count;
import io.arrayport.core.ndarray.FromfileOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;
import io.arrayport.core.ndarray.Option.CopyOption;
import io.arrayport.core.ndarray.Option.DtypeOption;
import io.arrayport.core.ndarray.Option.OrderOption;
import io.arrayport.core.ndarray.RecarrayOption.Aligned;
import io.arrayport.core.ndarray.RecarrayOption.Buf;
import io.arrayport.core.ndarray.RecarrayOption.Byteorder;
import io.arrayport.core.ndarray.RecarrayOption.Formats;
import io.arrayport.core.ndarray.RecarrayOption.Names;
import io.arrayport.core.ndarray.RecarrayOption.ShapeOption;
import io.arrayport.core.ndarray.RecarrayOption.Strides;
import io.arrayport.core.ndarray.RecarrayOption.Titles;
import org.jspecify.annotations.Nullable;

/** What the options of the functions of {@code np.rec} say together, and the arrays that they make. */
public final class Recording {
    private final String operation;
    private @Nullable DType dtype;
    private @Nullable Object formats;
    private List<String> names = List.of();
    private List<String> titles = List.of();
    private boolean aligned;
    private @Nullable String byteorder;
    private @Nullable Shape shape;
    private @Nullable NdArray buf;
    private long offset;
    private @Nullable List<Long> strides;
    private Order order = Order.C;
    private boolean copy = true;

    /** @throws io.arrayport.core.error.ArrayportException if an option is there twice */
    public Recording(String operation, Option... options) {
        this.operation = operation;
        Option.requireDistinct(operation, options);
        for (Option option : options) {
            take(option);
        }
    }

    private void take(Option option) {
        switch (option) {
            case DtypeOption(DType given) -> dtype = given;
            case Formats(Object given) -> formats = given;
            case Names(List<String> given) -> names = given;
            case Titles(List<String> given) -> titles = given;
            case Aligned(boolean given) -> aligned = given;
            case Byteorder(String given) -> byteorder = given;
            case ShapeOption(Shape given) -> shape = given;
            case Buf(NdArray given) -> buf = given;
            case Offset(long bytes) -> offset = bytes;
            case Strides(List<Long> given) -> strides = given;
            case OrderOption(Order given) -> order = given;
            case CopyOption(Boolean given) -> copy = given != null && given;
            default -> throw new IllegalArgumentException(operation + ": it takes no " + option.keyword());
        }
    }

    /** Returns the type of the records, of the formats if none is given. */
    public DType type() {
        return dtype != null ? dtype : FieldNames.parse(formats, names, titles, aligned, byteorder);
    }

    /** Returns whether a type or formats are given. */
    public boolean isTyped() {
        return dtype != null || formats != null;
    }

    /** {@code np.recarray}: records of any contents, or a view of another array's bytes. */
    public NdArray records(Device device, Shape of) {
        NdArray under = buf;
        return under == null ? new Blank(type(), order).empty(device, of) : over(under, type(), of);
    }

    /** {@code np.rec.array} of nothing. */
    public NdArray blank(Device device) {
        Shape of = shape;
        if (of == null) {
            throw new IllegalArgumentException(
                    operation + ": there is neither an object nor a shape; give one of them");
        }
        return new Blank(type(), order).empty(device, of);
    }

    /** {@code np.rec.fromstring}: a view of bytes. */
    public NdArray bytes(NdArray data) {
        requireTyped();
        DType type = type();
        if (type.itemsize() == 0) {
            throw new DTypeException(operation + ": records of " + type + " have no bytes; give a type that has");
        }
        return over(data, type, shape != null ? shape : Shape.of((data.nbytes() - offset) / type.itemsize()));
    }

    /** What reads elements from a file: {@code np.fromfile}. */
    public interface Reader {
        /** Shape (n,). */
        NdArray read(Path file, FromfileOption... options);
    }

    /**
     * {@code np.rec.fromfile}.
     *
     * @throws IllegalArgumentException if there are fewer records than the shape says
     */
    public NdArray of(Reader reader, Path file) {
        requireTyped();
        Shape wanted = shape;
        long count = wanted == null ? -1 : wanted.size();
        NdArray read = reader.read(file, new DtypeOption(type()), new Count(count), new Offset(offset));
        return wanted == null ? read : Blank.filled(read, array -> {
            if (array.size() < count) {
                throw new IllegalArgumentException(operation + ": the file has " + array.size() + " records of "
                        + type() + ", the shape " + wanted + " takes " + count);
            }
        }).asShape(wanted.toArray());
    }

    private void requireTyped() {
        if (!isTyped()) {
            throw new DTypeException(operation + ": neither a dtype nor formats are given; give one of them");
        }
    }

    private NdArray over(NdArray data, DType type, Shape of) {
        List<Long> steps = strides;
        if (!data.isCContiguous()) {
            throw new ShapeException(operation + ": " + data.layout() + " has gaps; take a copy()");
        }
        Layout packed = Orders.fresh(order, of, type.itemsize());
        Layout layout = steps == null ? packed
                : Layout.of(of, steps.stream().mapToLong(Long::longValue).toArray(), 0);
        if (offset < 0 || offset + layout.minByte() < 0 || offset + layout.endByte(type.itemsize()) > data.nbytes()) {
            throw new DTypeException(operation + ": records of " + type + " of shape " + of + " from byte " + offset
                    + " on are more than the " + data.nbytes() + " bytes that there are");
        }
        return NdArray.of(data.storage(), type, layout.shifted(data.layout().offset() + offset), data.isWriteable());
    }

    /** {@code np.rec.fromarrays}: records of one array for each field, copied. */
    public NdArray columns(Device device, List<NdArray> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(operation + ": there are no arrays; give one for each field");
        }
        Object types = formats != null ? formats : columns.stream().map(NdArray::dtype).toList();
        DType given = dtype != null ? dtype : FieldNames.parse(types, names, titles, aligned, byteorder);
        if (!(given instanceof StructType type) || type.fields().size() != columns.size()) {
            throw new IllegalArgumentException(operation + ": " + columns.size() + " arrays for the fields of " + given
                    + "; give one for each");
        }
        Shape outer = outer(shape != null ? shape : columns.getFirst().shape(), type.fields().getFirst());
        for (int i = 0; i < columns.size(); i++) {
            Shape column = outer(columns.get(i).shape(), type.fields().get(i));
            if (!column.equals(outer)) {
                throw new ShapeException(operation + ": array " + i + ", of field '" + type.names().get(i)
                        + "', has shape " + column + ", the records have " + outer);
            }
        }
        return Blank.filled(new Blank(type, Order.C).empty(device, outer), made -> {
            for (int i = 0; i < columns.size(); i++) {
                made.field(i).set(columns.get(i));
            }
        });
    }

    /** The shape without the field's own axes at its end. */
    private static Shape outer(Shape of, Field field) {
        long[] dims = of.toArray();
        return Shape.of(Arrays.copyOf(dims, Math.max(0, dims.length - field.shape().size())));
    }

    /** {@code np.rec.fromrecords}, of a type that is given. */
    public NdArray rows(Device device, List<?> rows) {
        if (!(type() instanceof StructType struct)) {
            throw new DTypeException(operation + ": rows make records, and " + type() + " has no fields");
        }
        NdArray made = RecordLists.of(device, rows, struct);
        Shape wanted = shape == null ? made.shape() : shape;
        return Blank.filled(made, array -> array.asShape(wanted.toArray())).asShape(wanted.toArray());
    }

    /** {@code np.rec.array} of an array: as elements of the type that is given, copied unless told. */
    public NdArray array(NdArray given) {
        NdArray typed = isTyped() && !type().equals(given.dtype()) ? given.view(type()) : given;
        if (copy) {
            return typed.copy();
        }
        if (shape != null && !shape.equals(typed.shape())) {
            throw new ZeroCopyException(operation + ": shape is given for an array that has one, " + typed.shape());
        }
        return typed;
    }
}
