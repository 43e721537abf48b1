package io.arrayport.core.ndarray;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Row;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.index.Index;
import io.arrayport.core.index.IndexText;
import io.arrayport.core.layout.Fields;
import io.arrayport.core.layout.Layout;

/**
 * The fields of structured arrays. A field is a view: what is written to {@code a.field("x")} is written to the
 * records.
 */
public sealed interface ArrayFields permits NdArray {
    /**
     * The field of that name or title in all records: NumPy's {@code a['x']}. Shape: that of the array, then that of
     * the field. A view.
     *
     * @throws DTypeException if the array is not structured
     * @throws IllegalArgumentException if there is no such field
     */
    default NdArray field(String name) {
        return Records.field((NdArray) this, Records.struct("field", (NdArray) this).field(name));
    }

    /**
     * As {@link #field(String)}, by its number, from 0; negative counts from the last.
     *
     * @throws IndexException if there is no such field
     */
    default NdArray field(int number) {
        List<StructType.Field> fields = Records.struct("field", (NdArray) this).fields();
        if (number < -fields.size() || number >= fields.size()) {
            throw new IndexException("field: there is no field " + number + " of " + fields.size());
        }
        return Records.field((NdArray) this, fields.get(number < 0 ? number + fields.size() : number));
    }

    /**
     * Records of several fields, in this order: NumPy's {@code a[['x', 'y']]}. A view: the fields are where they are,
     * with gaps between them.
     *
     * @throws DTypeException if the array is not structured
     * @throws IllegalArgumentException if there is no such field, or one is named twice
     */
    default NdArray fields(String... names) {
        return get(List.of(names));
    }

    /** As {@link #fields(String...)}; without names, as without indices, all of the array. */
    default NdArray get(List<String> names) {
        NdArray array = (NdArray) this;
        return names.isEmpty() ? array.view()
                : array.view(Records.struct("fields", array).select(names), array.layout());
    }

    /** As {@link #getfield(DType, long)}, at the first byte. */
    default NdArray getfield(DType dtype) {
        return getfield(dtype, 0);
    }

    /**
     * Some bytes of each element as an element of another type. A view.
     *
     * @param offset of the first byte
     * @throws IllegalArgumentException if they lie outside of the element
     */
    default NdArray getfield(DType dtype, long offset) {
        NdArray array = (NdArray) this;
        if (offset < 0 || offset + dtype.itemsize() > array.itemsize()) {
            throw new IllegalArgumentException("getfield: " + dtype + " at byte " + offset + " is not inside of "
                    + array.dtype() + ", which has " + array.itemsize());
        }
        Layout part = Fields.of(array.layout(), (int) offset, List.of(), dtype.itemsize());
        return array.view(dtype, part);
    }

    /**
     * Sets some bytes of each element: {@code getfield(dtype, offset).set(val)}.
     *
     * @throws IllegalArgumentException if they lie outside of the element
     * @throws ReadOnlyException if this array may not be written
     */
    default void setfield(NdArray val, DType dtype, long offset) {
        Assignment.assign("setfield", getfield(dtype, offset), val);
    }

    /** As {@link #setfield(NdArray, DType, long)}, to a number. */
    default void setfield(Number val, DType dtype, long offset) {
        Assignment.fill("setfield", getfield(dtype, offset), val);
    }

    /**
     * Sets all records that {@code indices} select to one.
     *
     * @param value of each field, in their order: a Boolean, Number, Complex, Time, text or bytes; a row if it is
     *        structured itself; lists if it is an array, or one value for all of it
     * @throws IllegalArgumentException if there are not as many values as fields
     * @throws io.arrayport.core.error.CastingException if a field cannot hold a value
     * @throws ReadOnlyException if this array may not be written
     */
    default void set(Row value, Index... indices) {
        Key.set((NdArray) this, List.of(indices), value);
    }

    /**
     * Sets what {@code get(indices)} selects, a field of that name as well: NumPy's {@code a['x'] = value}.
     *
     * @param value broadcast to what is selected
     * @throws ReadOnlyException if this array may not be written
     */
    default void set(NdArray value, String indices) {
        NdArray array = (NdArray) this;
        if (Records.isField(array, indices)) {
            Assignment.assign("set", array.field(indices), value);
        } else {
            Key.set(array, IndexText.parse(indices), value);
        }
    }

    /** As {@link #set(NdArray, String)}, to a number. */
    default void set(Number value, String indices) {
        NdArray array = (NdArray) this;
        if (Records.isField(array, indices)) {
            Assignment.fill("set", array.field(indices), value);
        } else {
            Key.set(array, IndexText.parse(indices), value);
        }
    }

    /** Sets several fields, as those of {@code value} come: {@code fields(names).set(value)}. */
    default void set(NdArray value, List<String> names) {
        Assignment.assign("set", get(names), value);
    }

    /** Sets several fields of all records: {@code fields(names).fill(value)}. */
    default void set(Row value, List<String> names) {
        Assignment.fill("set", get(names), value);
    }

    /** Sets all records to one, as {@link #set(Row, Index...)} does. */
    default void fill(Row value) {
        Assignment.fill("fill", (NdArray) this, value);
    }
}
