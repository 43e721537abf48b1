package io.arrayport.arrow.column;

import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;

/**
 * A column of lists, read where it lies: each row is a run of the child's rows. Lists, large lists, both kinds of list
 * views, and maps, whose child is a struct of key and value. Shares the column's buffers.
 */
public final class ListColumn {
    private final ArrowColumn column;
    private final boolean sized;

    private ListColumn(ArrowColumn column, boolean sized) {
        this.column = column;
        this.sized = sized;
    }

    /**
     * Reads {@code column}, nothing copied.
     *
     * @throws io.arrayport.core.error.ZeroCopyException where it is of another type
     */
    public static ListColumn of(ArrowColumn column) {
        return switch (column.type()) {
            case ArrowType.Lists lists -> new ListColumn(column, false);
            case ArrowType.Maps map -> new ListColumn(column, false);
            case ArrowType.ListViews lists -> new ListColumn(column, true);
            default -> throw column.refusal("has type " + column.type() + ", which is no list of any length",
                    "ask for what it is");
        };
    }

    /** Rows. */
    public long length() {
        return column.length();
    }

    /** Whether row {@code i} is null. */
    public boolean isNull(long i) {
        return column.isNull(i);
    }

    /** The rows of all lists; shared. */
    public ArrowColumn values() {
        return column.wholeChildren().getFirst();
    }

    /**
     * Offsets into {@link #values()}, int32 or int64; shared. One more than there are rows, except for list views,
     * which have {@link #sizes()}.
     */
    public NdArray offsets() {
        return integers(0, sized || length() == 0 ? length() : length() + 1);
    }

    /** Rows of each list view; shared. Of no rows for other lists. */
    public NdArray sizes() {
        return integers(sized ? 1 : 0, sized ? length() : 0);
    }

    private NdArray integers(int buffer, long count) {
        int width = TypeLayout.offsetBytes(column.type());
        return column.buffers().get(buffer).array(width == Long.BYTES ? DType.INT64 : DType.INT32, Shape.of(count),
                column.offset() * width);
    }

    /**
     * The list of row {@code i}: a slice of {@link #values()}, shared.
     *
     * @throws io.arrayport.core.error.IndexException where there is no such row
     * @throws ForeignDescriptorException where the row points outside the child
     */
    public ArrowColumn get(long i) {
        Bounds.requireRow("get", column, i);
        long from = column.integer(0, i);
        long end = sized ? from + column.integer(1, i) : column.integer(0, i + 1);
        if (from < 0 || end < from || end > values().length()) { // a sum that overflows is negative
            throw new ForeignDescriptorException(column.where() + ": row " + i + ": its "
                    + (sized ? "offset and size say rows " : "offsets say rows ") + from + " to " + end
                    + " of a child of " + values().length());
        }
        return values().slice(from, end);
    }
}
