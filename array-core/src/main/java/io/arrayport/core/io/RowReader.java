package io.arrayport.core.io;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.StructType.Field;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.error.CastingException;

/**
 * Reads rows of fields: each column of one type, or those of a structured type one after the other.
 *
 * @param columns in the order of the fields
 * @param bytes of a row
 */
record RowReader(List<Column> columns, long bytes) {
    /** More than any file has columns: a structured type that says more has been made to. */
    private static final int MOST = 1 << 20;

    /**
     * A column.
     *
     * @param type of its elements
     * @param reader of them
     * @param offset where the element lies in a row
     */
    record Column(DType type, FieldReader reader, long offset) {}

    /** Equal columns. */
    static RowReader of(String operation, DType type, int count) {
        FieldReader reader = reader(operation, type);
        List<Column> columns = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            columns.add(new Column(type, reader, (long) i * type.itemsize()));
        }
        return new RowReader(columns, (long) count * type.itemsize());
    }

    /** The elements of a structured type, those of its arrays one by one. */
    static RowReader of(String operation, StructType type) {
        List<Column> columns = new ArrayList<>();
        add(operation, type, 0, columns);
        return new RowReader(columns, type.itemsize());
    }

    private static void add(String operation, StructType type, long offset, List<Column> columns) {
        for (Field field : type.fields()) {
            for (int i = 0; i < field.count(); i++) {
                long at = offset + field.offset() + (long) i * field.type().itemsize();
                if (columns.size() == MOST) {
                    throw new CastingException(operation + ": " + type + " has more than " + MOST + " columns");
                }
                if (field.type() instanceof StructType inner) {
                    add(operation, inner, at, columns);
                } else {
                    columns.add(new Column(field.type(), reader(operation, field.type()), at));
                }
            }
        }
    }

    static FieldReader reader(String operation, DType type) {
        return switch (type) {
            case TextType text -> new TextField(text);
            case FlexibleType _ -> throw new CastingException(operation + ": texts do not become elements of " + type);
            default -> NumberField.of(type);
        };
    }
}
