package io.arrayport.arrow;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.ipc.BatchReader;
import io.arrayport.arrow.ipc.IpcBatch;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.type.Compression;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * One record batch of an {@link ArrowTable}: some rows of every column. Borrows the table's mapping; dead once the
 * table is closed.
 *
 * <p>What the batch and each column claim is checked once, when first asked for. Safe for use by several threads.
 */
public final class Batch {
    private final ArrowTable table;
    private final int index;
    private volatile @Nullable Checked checked;

    /** The metadata, and each column that has passed its check; threads race to the same values. */
    private record Checked(IpcBatch metadata, AtomicReferenceArray<@Nullable ArrowColumn> columns) {}

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
     * The rows of one column: a read-only view of the mapping, of shape {@code (rowCount())}; lists of a fixed size
     * have more axes. Nothing is copied. Closing the array closes the table: it is one storage;
     * strings have one of their own, which is closed by itself.
     *
     * @param name the column's name
     * @throws IndexException where no column, or more than one, has the name
     * @throws io.arrayport.core.error.ZeroCopyException where the column cannot be used as it lies: it has nulls, is
     *     compressed or big-endian, or is not of plain values
     * @throws io.arrayport.core.error.ForeignDescriptorException where the file is damaged here
     * @throws io.arrayport.core.error.ClosedException where the table is closed
     */
    public NdArray column(String name) {
        return column(schema().indexOf(name));
    }

    /**
     * The rows of one column, by position; shared, as {@link #column(String)}.
     *
     * @param column from 0
     * @throws IndexException where there is no such column
     * @see #column(String)
     */
    public NdArray column(int column) {
        return leased(() -> found(column).asNdArray());
    }

    /**
     * The rows of one column of any type, with its nulls, shared: views of the mapping. Closing it closes the table.
     *
     * @param name the column's name
     * @throws IndexException where no column, or more than one, has the name
     * @throws io.arrayport.core.error.ZeroCopyException where the column cannot be used as it lies: it is compressed or
     *     big-endian
     * @throws io.arrayport.core.error.ForeignDescriptorException where the file is damaged here
     * @throws io.arrayport.core.error.ClosedException where the table is closed
     */
    public ArrowColumn arrowColumn(String name) {
        return arrowColumn(schema().indexOf(name));
    }

    /**
     * The rows of one column of any type, by position; shared.
     *
     * @see #arrowColumn(String)
     */
    public ArrowColumn arrowColumn(int column) {
        return leased(() -> found(column));
    }

    /**
     * The rows of one column of any type, with a life of its own: the caller closes it, the table may be closed first.
     * Shares the file's bytes where they can be shared. Compressed buffers are copied, where the policy allows that,
     * which is a JFR event {@code io.arrayport.Copy}.
     *
     * @param name the column's name
     * @param policy NEVER shares or refuses, IF_NEEDED unpacks what is compressed, ALWAYS copies
     * @throws IndexException where no column, or more than one, has the name
     * @throws io.arrayport.core.error.ZeroCopyException where the column cannot be used as it lies: it is compressed
     *     and the policy NEVER, or big-endian
     * @throws io.arrayport.core.error.ForeignDescriptorException where the file is damaged here
     * @throws io.arrayport.core.error.MemoryBudgetException where there is no room for the copy
     * @throws io.arrayport.core.error.ClosedException where the table is closed
     */
    public ArrowColumn toArrowColumn(String name, CopyPolicy policy) {
        return toArrowColumn(schema().indexOf(name), policy);
    }

    /**
     * As {@link #toArrowColumn(String, CopyPolicy)}, shared or copied, by position; the caller closes it.
     *
     * @throws IndexException where there is no such column
     */
    public ArrowColumn toArrowColumn(int column, CopyPolicy policy) {
        return leased(() -> table.columns().take(checked().metadata(), index, position(column), policy));
    }

    /**
     * What {@link #toArrowColumn(String, CopyPolicy)} would do; moves nothing.
     *
     * @throws IndexException where no column, or more than one, has the name
     * @throws io.arrayport.core.error.ForeignDescriptorException where the file is damaged here
     */
    public ExchangePlan plan(String name) {
        int column = schema().indexOf(name);
        return leased(() -> table.columns().plan(checked().metadata(), index, column));
    }

    /** How the buffers of this batch are packed: compressed ones have to be copied. */
    public Compression compression() {
        return leased(() -> checked().metadata().compression());
    }

    /** All columns, shared; each has to be usable as it lies. Closing the batch closes the table. */
    public RecordBatch toRecordBatch() {
        return leased(() -> new RecordBatch(schema(), checked().metadata().rows(),
                IntStream.range(0, schema().fields().size()).mapToObj(this::found).toList()));
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
        return leased(() -> {
            NdArray array = found(column).asNdArray();
            if (array.storage().equals(table.storage())) {
                return array.layout().offset();
            }
            try (array) { // strings have a storage of their own, in the mapping
                return array.address() - table.storage().address();
            }
        });
    }

    private int position(int column) {
        int columns = schema().fields().size();
        if (column < 0 || column >= columns) {
            throw new IndexException("column " + column + ": the table has " + columns + " columns");
        }
        return column;
    }

    private ArrowColumn found(int asked) {
        int column = position(asked);
        Checked batch = checked();
        ArrowColumn found = batch.columns().get(column);
        if (found == null) {
            found = table.columns().read(batch.metadata(), index, column);
            batch.columns().set(column, found);
        }
        return found;
    }

    private Checked checked() {
        Checked batch = checked;
        if (batch == null) {
            batch = new Checked(BatchReader.read(table.file(), table.footer(), index),
                    new AtomicReferenceArray<>(schema().fields().size()));
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
