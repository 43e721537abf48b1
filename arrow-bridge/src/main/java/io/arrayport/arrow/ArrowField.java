package io.arrayport.arrow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.arrayport.arrow.ipc.IpcField;
import io.arrayport.arrow.ipc.IpcType;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;

/**
 * One column of a table, as its schema describes it.
 *
 * @param name the column's name; Arrow allows an empty one, and several alike
 * @param type Arrow's type as people write it, such as {@code float32}, {@code timestamp[us, UTC]} or {@code utf8}
 * @param dtype the element type of an array over the column; empty where the column cannot become an array
 * @param nullable whether the schema allows nulls; what a column really has is checked when it is asked for
 * @param metadata the field's own key-value pairs, in order; {@code ARROW:extension:name} among them names an extension
 *     type, whose storage is {@code type}
 */
public record ArrowField(String name, String type, Optional<DType> dtype, boolean nullable,
        Map<String, String> metadata) {
    /** Copies the metadata. */
    public ArrowField {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * A column to write: nullable (as Arrow's writers say by default, though arrays have no nulls), without metadata.
     *
     * @throws DTypeException where Arrow has no plain number of this element type: bool, bfloat16, complex, foreign
     *     byte order
     */
    public static ArrowField of(String name, DType dtype) {
        ArrowNumber number = ArrowNumber.of(dtype).orElseThrow(() -> new DTypeException(
                "ArrowField.of: column \"%s\": expected an int, uint or float of native order, found %s%s: give "
                        .formatted(name, dtype.name(), dtype.isNative() ? "" : " in foreign byte order")
                        + "such a type, and convert the arrays to it with astype(...)"));
        return new ArrowField(name, number.arrowName(), Optional.of(number.dtype()), true, Map.of());
    }

    static ArrowField of(IpcField field) {
        return new ArrowField(field.name(), field.type().text(), field.type().number().map(ArrowNumber::dtype),
                field.nullable(), field.metadata());
    }

    /** What the writer needs; the caller has made sure that there is a dtype. */
    IpcField toIpc() {
        ArrowNumber number = dtype.flatMap(ArrowNumber::of).orElseThrow();
        return new IpcField(name, nullable, IpcType.of(number), List.of(), metadata);
    }
}
