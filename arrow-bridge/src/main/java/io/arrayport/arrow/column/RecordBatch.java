package io.arrayport.arrow.column;

import java.util.List;
import java.util.Map;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;

/**
 * Some rows of every column of a table. Borrows the columns' storages; {@link #close()} closes all of them.
 *
 * @param columns one per field, each of {@code rowCount} rows
 * @param owner what ends with the batch: also that of a batch without columns
 */
public record RecordBatch(ArrowSchema schema, long rowCount, List<ArrowColumn> columns, Owner owner)
        implements AutoCloseable {
    /**
     * Shares the columns.
     *
     * @throws ShapeException where the columns are not one per field, or of other lengths
     * @throws DTypeException where a column is of another type than its field
     */
    public RecordBatch {
        columns = List.copyOf(columns);
        if (columns.size() != schema.fields().size()) {
            throw new ShapeException("batch: expected " + schema.fields().size() + " columns " + schema.names()
                    + ", got " + columns.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            ArrowColumn column = columns.get(i);
            ArrowField field = schema.fields().get(i);
            if (!column.field().holdsAs(field)) {
                throw new DTypeException(Lines.one("batch: column \"" + field.name() + "\": expected "
                        + field.typeText() + " as the schema says, got " + column.field().typeText()));
            }
            if (column.length() != rowCount) {
                throw new ShapeException("batch: column \"" + column.field().name() + "\" has " + column.length()
                        + " rows, the batch has " + rowCount);
            }
        }
    }

    /**
     * A batch that shares its columns, and ends with them.
     *
     * @throws ShapeException where the columns are not one per field, or of other lengths
     * @throws DTypeException where a column is of another type than its field
     */
    public RecordBatch(ArrowSchema schema, long rowCount, List<ArrowColumn> columns) {
        this(schema, rowCount, columns,
                new Owner(columns.stream().flatMap(column -> column.owner().storages().stream()).distinct().toList()));
    }

    /** A batch of these columns, borrowed, which give it its schema; closing it closes them. */
    public static RecordBatch of(ArrowColumn... columns) {
        List<ArrowColumn> all = List.of(columns);
        return new RecordBatch(new ArrowSchema(all.stream().map(ArrowColumn::field).toList(), Map.of()),
                all.isEmpty() ? 0 : all.getFirst().length(), all);
    }

    /**
     * The children of a struct column as a batch: what C streams hand over. Shares all.
     *
     * @throws ZeroCopyException where it is no struct, or has nulls itself, which a batch cannot say
     */
    public static RecordBatch ofStruct(ArrowColumn struct) {
        if (!(struct.type() instanceof ArrowType.Struct)) {
            throw struct.refusal("has type " + struct.type() + ", and a batch is a struct", "RecordBatch.of(columns)");
        }
        if (struct.validity().nullCount() > 0) {
            throw struct.refusal("has " + struct.validity().nullCount() + " null rows, which a batch cannot say",
                    "children() and validity() are what it is");
        }
        ArrowField field = struct.field();
        return new RecordBatch(new ArrowSchema(field.children(), field.metadata()), struct.length(),
                struct.children(), struct.owner());
    }

    /** As the struct column that C streams hand over; shares all. */
    public ArrowColumn toStruct() {
        return new ColumnParts("Arrow batch", new ArrowField("", new ArrowType.Struct(), false, schema.metadata(),
                schema.fields()), rowCount, 0, null, List.of(), columns, null, owner).column();
    }

    /**
     * Column number {@code index}; shared.
     *
     * @throws IndexException where there is no such column
     */
    public ArrowColumn column(int index) {
        if (index < 0 || index >= columns.size()) {
            throw new IndexException("column: Arrow batch: expected a column from 0 and below " + columns.size()
                    + ", found " + index + "; they are " + schema.names());
        }
        return columns.get(index);
    }

    /**
     * The column of this name; shared.
     *
     * @throws IndexException where none, or more than one, has it
     */
    public ArrowColumn column(String name) {
        return columns.get(schema.indexOf(name));
    }

    /** Ends Java's access to all columns. Idempotent. */
    @Override
    public void close() {
        columns.forEach(ArrowColumn::close);
        owner.close();
    }
}
