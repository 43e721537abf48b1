package io.arrayport.arrow;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

import io.arrayport.arrow.ipc.BatchReader;
import io.arrayport.arrow.ipc.ColumnCheck;
import io.arrayport.arrow.ipc.IpcBatch;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * One record batch of an {@link ArrowTable}: some rows of every column. Borrows the table's mapping; dead once the
 * table is closed.
 *
 * <p>What the batch and each column claim is checked once, when first asked for. Safe for use by several threads.
 */
public final class Batch {
    private static final long UNCHECKED = -1;

    private final ArrowTable table;
    private final int index;
    private volatile @Nullable Checked checked;

    /** The metadata, and the file offset of each column that has passed its check; threads race to the same values. */
    private record Checked(IpcBatch metadata, AtomicLongArray offsets) {}

    Batch(ArrowTable table, int index) {
        this.table = table;
        this.index = index;
    }

    /** Which batch of the table this is, from 0. */
    public int index() {
        return index;
    }

    /** The table's schema. */
    public ArrowSchema schema() {
        return table.schema();
    }

    /**
     * Rows in this batch.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException where the batch's metadata is damaged
     * @throws io.arrayport.core.error.ClosedException where the table is closed
     */
    public long rowCount() {
        return leased(() -> checked().metadata().rows());
    }

    /**
     * The rows of one column: a read-only view of the mapping, of shape {@code (rowCount())}. Nothing is copied.
     * Closing the array closes the table: it is one storage.
     *
     * @param name the column's name
     * @throws IndexException where no column, or more than one, has the name
     * @throws io.arrayport.core.error.ZeroCopyException where the column cannot be used as it lies: it has nulls, is
     *     compressed or big-endian, or is not of a plain number type
     * @throws io.arrayport.core.error.ForeignDescriptorException where the file is damaged here
     * @throws io.arrayport.core.error.ClosedException where the table is closed
     */
    public NdArray column(String name) {
        return column(schema().indexOf(name));
    }

    /**
     * The rows of one column, by position.
     *
     * @param column from 0
     * @throws IndexException where there is no such column
     * @see #column(String)
     */
    public NdArray column(int column) {
        return leased(() -> {
            long offset = offset(column);
            DType dtype = schema().fields().get(column).dtype().orElseThrow();
            Shape shape = Shape.of(checked().metadata().rows());
            return NdArray.of(table.storage(), dtype, Layout.contiguous(shape, dtype.itemsize()).shifted(offset),
                    false);
        });
    }

    /**
     * Where the column's values begin in the file: an array over it lies at the mapping's address plus this many bytes.
     *
     * @throws io.arrayport.core.error.ArrayportException as {@link #column(String)}
     */
    public long columnOffset(String name) {
        return columnOffset(schema().indexOf(name));
    }

    /**
     * Where the column's values begin in the file, by position.
     *
     * @see #columnOffset(String)
     */
    public long columnOffset(int column) {
        return leased(() -> offset(column));
    }

    private long offset(int column) {
        int columns = schema().fields().size();
        if (column < 0 || column >= columns) {
            throw new IndexException("column " + column + ": the table has " + columns + " columns");
        }
        Checked batch = checked();
        long offset = batch.offsets().get(column);
        if (offset == UNCHECKED) {
            offset = ColumnCheck.valuesOffset(table.file(), table.footer().schema(), batch.metadata(), column);
            batch.offsets().set(column, offset);
        }
        return offset;
    }

    private Checked checked() {
        Checked batch = checked;
        if (batch == null) {
            long[] unchecked = new long[schema().fields().size()];
            Arrays.fill(unchecked, UNCHECKED);
            AtomicLongArray offsets = new AtomicLongArray(unchecked);
            batch = new Checked(BatchReader.read(table.file(), table.footer(), index), offsets);
            checked = batch;
        }
        return batch;
    }

    /** The mapping is read under a lease, so that a close meanwhile cannot unmap it. */
    private <T> T leased(Supplier<T> read) {
        table.storage().acquire();
        try {
            return read.get();
        } finally {
            table.storage().release();
        }
    }

    @Override
    public String toString() {
        return "Batch[" + index + " of " + table + "]";
    }
}
