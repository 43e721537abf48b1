package io.arrayport.arrow.column;

import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.ndarray.NdArray;

/** A column of unions, read where it lies: each row is a row of one of the children. Shares all. */
public final class UnionColumn {
    private final ArrowColumn column;
    private final ArrowType.Union type;

    private UnionColumn(ArrowColumn column, ArrowType.Union type) {
        this.column = column;
        this.type = type;
    }

    /**
     * Reads {@code column}, nothing copied.
     *
     * @throws io.arrayport.core.error.ZeroCopyException where it is of another type
     */
    public static UnionColumn of(ArrowColumn column) {
        if (!(column.type() instanceof ArrowType.Union type)) {
            throw column.refusal("has type " + column.type() + ", which is no union", "ask for what it is");
        }
        return new UnionColumn(column, type);
    }

    /** The id of each row's child, int8; shared. */
    public NdArray typeIds() {
        return column.plain(0, DType.INT8, 1);
    }

    /** The row in its child of each row, int32, for dense unions; shared. Of no rows for sparse ones. */
    public NdArray offsets() {
        return type.dense() ? column.plain(1, DType.INT32, 1)
                : column.buffers().getFirst().array(DType.INT32, io.arrayport.core.layout.Shape.of(0), 0);
    }

    /**
     * Row {@code i}: one row of the child that it is of; shared.
     *
     * @throws io.arrayport.core.error.IndexException where there is no such row
     * @throws ForeignDescriptorException where no child has its id, or the child has no such row
     */
    public ArrowColumn get(long i) {
        Bounds.requireRow("get", column, i);
        int id = (int) typeIds().getLong(i);
        int child = type.ids().indexOf(id);
        if (child < 0) {
            throw new ForeignDescriptorException(column.where() + ": row " + i + ": type id " + id + " is none of "
                    + type.ids());
        }
        ArrowColumn values = column.children().get(child);
        long row = type.dense() ? column.integer(1, i) : i;
        if (row < 0 || row >= values.length()) {
            throw new ForeignDescriptorException(column.where() + ": row " + i + ": its offset says row " + row
                    + " of a child of " + values.length());
        }
        return values.slice(row, row + 1);
    }
}
