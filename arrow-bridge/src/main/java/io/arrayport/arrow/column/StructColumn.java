package io.arrayport.arrow.column;

import static io.arrayport.core.Np.np;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.ndarray.NdArray;

/**
 * A struct column, read where it lies: its fields are columns, and arrays with names. Shares the column's memory.
 *
 * <p>Arrow keeps fields apart, a structured array has them together, so that one cannot be the other without a copy:
 * {@link ArrowColumn#toNdArray()} puts the fields of a column together, {@link #of(String, NdArray, CopyPolicy)} takes
 * those of an array apart, and both say what they copied.
 */
public final class StructColumn {
    private final ArrowColumn column;
    private final List<ArrowColumn> fields;

    private StructColumn(ArrowColumn column) {
        this.column = column;
        this.fields = column.children();
    }

    /**
     * Reads {@code column}, nothing copied. Borrows it.
     *
     * @throws io.arrayport.core.error.ZeroCopyException where it is of another type
     */
    public static StructColumn of(ArrowColumn column) {
        if (!(column.type() instanceof ArrowType.Struct)) {
            throw column.refusal("has type " + column.type() + ", which is no struct", "ask for what it is");
        }
        return new StructColumn(column);
    }

    /**
     * A struct column of arrays that lie apart, nothing copied. Borrows them; closing the column closes all.
     *
     * @param arrays by the names of the fields, in the map's order; of as many rows each
     * @throws ShapeException where the lengths differ
     * @throws io.arrayport.core.error.ZeroCopyException where Arrow has no form for one of them: says why, and what to
     *     call
     */
    public static ArrowColumn of(String name, Map<String, NdArray> arrays) {
        List<ArrowColumn> children = new ArrayList<>();
        arrays.forEach((field, array) -> children.add(ArrowColumn.of(field, array)));
        long rows = children.isEmpty() ? 0 : children.getFirst().length();
        for (ArrowColumn child : children) {
            if (child.length() != rows) {
                throw new ShapeException("struct \"" + name + "\": field \"" + child.field().name() + "\" has "
                        + child.length() + " rows, the first field has " + rows);
            }
        }
        return ArrayColumns.struct(name, rows, children);
    }

    /**
     * A struct column with the fields of a structured array, nested ones too. Fields that do not lie side by side,
     * which only that of records of one field does, are copied where the policy allows it: that is a JFR event
     * {@code io.arrayport.Copy}. The caller closes the column, which borrows the array only where it shares its memory.
     *
     * @param array of one axis. Fields of bytes are fixed-size binary, those with a shape lists of a fixed size
     * @param policy NEVER shares or refuses, IF_NEEDED copies what does not lie as Arrow has it, ALWAYS copies
     * @throws io.arrayport.core.error.ZeroCopyException where the policy does not allow what the plan needs, or a field
     *     has elements that Arrow has no form for
     */
    public static ArrowColumn of(String name, NdArray array, CopyPolicy policy) {
        return new FieldsApart(name, policy).column(array);
    }

    /** What {@link #of(String, NdArray, CopyPolicy)} would do; moves and takes nothing. */
    public static ExchangePlan plan(String name, NdArray array) {
        return new FieldsApart(name, CopyPolicy.IF_NEEDED).plan(array);
    }

    /** The names of the fields, in order. */
    public List<String> names() {
        return fields.stream().map(ArrowColumn::field).map(ArrowField::name).toList();
    }

    /**
     * The fields, in order; shared. A row of a field counts only where the struct's row is not null: {@link #isNull}.
     */
    public List<ArrowColumn> fields() {
        return fields;
    }

    /**
     * The field of this name; shared.
     *
     * @throws IndexException where none, or more than one, has it
     */
    public ArrowColumn field(String name) {
        return column.child(name);
    }

    /** Whether row {@code i} of a field is null: itself, or with its struct. */
    public boolean isNull(String name, long i) {
        return column.isNull(i) || field(name).isNull(i);
    }

    /** A new array of bools, true where a field is null, itself or with its struct: copied out of the bitmaps. */
    public NdArray toMask(String name) {
        NdArray mask = field(name).validity().toMask();
        if (column.validity().nullCount() > 0) {
            try (NdArray rows = column.validity().toMask()) {
                mask.set(np.logicalOr(mask, rows));
            }
        }
        return mask;
    }

    /**
     * A field as an array, nothing copied.
     *
     * @throws IndexException where none, or more than one, has the name
     * @throws io.arrayport.core.error.ZeroCopyException where its bytes are no array, or it has nulls, itself or with
     *     its struct
     */
    public NdArray array(String name) {
        Values.requireNoNulls(column.where(), column.validity());
        return field(name).asNdArray();
    }

    /**
     * All fields as arrays by their names, nothing copied: the column as it lies.
     *
     * @throws io.arrayport.core.error.ZeroCopyException where one is no array, or has nulls
     */
    public Map<String, NdArray> arrays() {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        names().forEach(name -> arrays.put(name, array(name)));
        return arrays;
    }

    /**
     * The element type that {@link ArrowColumn#toNdArray()} puts the fields together in, one behind the other.
     *
     * @throws io.arrayport.core.error.ZeroCopyException where an element has no such field: texts, lists of any length
     */
    public StructType dtype() {
        return Records.dtype(column);
    }
}
