package io.arrayport.arrow.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** Columns over the memory of arrays. */
final class ArrayColumns {
    private static final String ORIGIN = "Arrow column";

    private ArrayColumns() {}

    static ArrowColumn of(String name, NdArray array) {
        if (!ArrayForm.isColumn(array)) {
            ArrayForm.anywhere("Arrow column \"" + name + "\"", array).requireZeroCopy();
        }
        if (array.ndim() > 1) {
            return FixedShapeTensor.column(name, array);
        }
        return flat(ArrowField.of(name, array.dtype()), array, array.size());
    }

    /** As {@link #of(String, NdArray)}; whether strings are missing, a bitmap will say. */
    static ArrowColumn unchecked(String name, NdArray array) {
        if (array.dtype() instanceof StringType && array.ndim() == 1) {
            ArrayForm.bytes("Arrow column \"" + name + "\"", array).requireZeroCopy();
            return flat(ArrowField.of(name, array.dtype()), array, array.size());
        }
        return of(name, array);
    }

    static ArrowColumn of(ArrowField field, NdArray array) {
        ArrayForm.bytes("Arrow column \"" + field.name() + "\"", array).requireZeroCopy();
        boolean meant = array.ndim() == 1 && field.dtype().filter(array.dtype()::equals).isPresent();
        if (!meant && !isStoredAs(field.type(), array)) {
            String stored = TypeLayout.stored(field.type())
                    .map(s -> s.dtype() + (s.perRow() == 1 ? "" : " of shape (n, " + s.perRow() + ")"))
                    .orElse("no plain values");
            throw new ZeroCopyException("column \"" + field.name() + "\": " + field.type() + " is stored as " + stored
                    + field.dtype().map(d -> " or " + d).orElse("") + ", the array has " + array.dtype() + " of shape "
                    + array.shape() + ": convert it with astype(...), or give the column another type");
        }
        return flat(field, array, array.shape().dim(0));
    }

    private static boolean isStoredAs(ArrowType type, NdArray array) {
        return TypeLayout.stored(type).filter(stored -> stored.dtype().equals(array.dtype())
                && (stored.perRow() == 1 ? array.ndim() == 1
                        : array.ndim() == 2 && array.shape().dim(1) == stored.perRow() && array.isCContiguous()))
                .isPresent() && !(type instanceof ArrowType.Dictionary);
    }

    static ArrowColumn flat(ArrowField field, NdArray array, long rows) {
        ArrowColumn column = new ColumnParts(ORIGIN, field, rows, 0, null, buffers(array), List.of(), null,
                new Owner(List.of(array.storage()))).column();
        return array.dtype() instanceof StringType strings ? column.of(strings) : column;
    }

    private static List<ArrowBuffer> buffers(NdArray array) {
        return array.dtype() instanceof StringType ? Strings.buffers(array) : List.of(ArrowBuffer.of(array));
    }

    static ArrowColumn of(ArrowField field, long length, List<NdArray> buffers, List<ArrowColumn> children) {
        boolean coded = field.type() instanceof ArrowType.Dictionary;
        List<Storage> storages = new ArrayList<>();
        List<ArrowBuffer> regions = new ArrayList<>();
        for (NdArray buffer : buffers) {
            if (!buffer.isCContiguous()) {
                throw new ZeroCopyException("column \"" + field.name() + "\": buffer " + regions.size()
                        + " does not lie side by side: copy() it first");
            }
            regions.add(ArrowBuffer.of(buffer));
            storages.add(buffer.storage());
        }
        children.forEach(child -> storages.addAll(child.owner().storages()));
        return new ColumnParts(ORIGIN, field, length, 0, null, regions, coded ? List.of() : children,
                coded && !children.isEmpty() ? children.getFirst() : null,
                new Owner(storages.stream().distinct().toList())).column();
    }

    /** The lists of {@code size} rows that {@code child} is. */
    static ArrowColumn lists(String name, int size, long rows, ArrowColumn child, Map<String, String> metadata) {
        ArrowField field = new ArrowField(name, new ArrowType.FixedList(size), true, metadata,
                List.of(child.field()));
        return new ColumnParts(ORIGIN, field, rows, 0, null, List.of(), List.of(child), null, child.owner()).column();
    }

    /** The struct of these columns, none of whose rows is null. */
    static ArrowColumn struct(String name, long rows, List<ArrowColumn> children) {
        ArrowField field = new ArrowField(name, new ArrowType.Struct(), true, Map.of(),
                children.stream().map(ArrowColumn::field).toList());
        Owner owner = new Owner(
                children.stream().flatMap(child -> child.owner().storages().stream()).distinct().toList());
        return new ColumnParts(ORIGIN, field, rows, 0, null, List.of(), children, null, owner).column();
    }

    static Validity fitting(ArrowColumn column, Validity nulls) {
        if (!column.layout().hasValidity() && nulls.bitmap().isPresent()) {
            throw new ZeroCopyException(column.where() + ": columns of " + column.type() + " have no bitmap");
        }
        boolean typeless = column.type() instanceof ArrowType.Null;
        if (nulls.bitmap().isEmpty() && nulls.nullCount() != (typeless ? column.length() : 0)) {
            throw new ZeroCopyException(column.where() + ": " + (typeless ? "all rows of type null are null"
                    : "the validity of a column of type null has no bitmap to share: Validity.ofMask makes one"));
        }
        nulls.bitmap().map(bits -> bits.storage().device()).filter(device -> !device.equals(column.device()))
                .ifPresent(device -> {
                    throw new ZeroCopyException(column.where() + ": it lies on " + column.device()
                            + ", the bitmap of its nulls on " + device + ": bring that there with toDevice(...)");
                });
        if (nulls.length() != column.length()) {
            throw new ShapeException(column.where() + ": it has " + column.length() + " rows, the validity "
                    + nulls.length());
        }
        return nulls;
    }

    /** The child that holds all elements of an array of {@code dtype} side by side. */
    static ArrowColumn elements(NdArray array) {
        DType dtype = array.dtype();
        long size = array.size();
        return new ColumnParts(ORIGIN, ArrowField.of("item", dtype), size, 0, null,
                List.of(new ArrowBuffer(array.storage(),
                        size == 0 ? 0 : array.address() - array.storage().address(), array.nbytes())),
                List.of(), null, new Owner(List.of(array.storage()))).column();
    }
}
