package io.arrayport.arrow;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.column.ChunkedColumn;
import io.arrayport.arrow.ipc.ColumnReader;
import io.arrayport.arrow.ipc.FileBytes;
import io.arrayport.arrow.ipc.FooterReader;
import io.arrayport.arrow.ipc.IpcFooter;
import io.arrayport.arrow.ipc.StreamScanner;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.core.file.MappedFile;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/**
 * An Arrow IPC file or stream, mapped into memory and read where it lies.
 *
 * <pre>{@code
 * try (ArrowTable table = ArrowTable.open(path)) {
 *     for (Batch batch : table.batches()) {
 *         NdArray distance = batch.column("distance");   // a view of the mapping
 *     }
 * }
 * }</pre>
 *
 * <p>Opening reads the footer, or each message's head where it is a stream; a batch's metadata is read and checked when
 * the batch is first asked for anything; a column's bytes are read by whoever uses them (its validity bitmap, where the
 * file has one, when the column is first asked for). Every offset that the file states is checked against the file
 * before an array may use it.
 *
 * <p>The mapping is private (copy-on-write): a neighbour that writes into a column changes its own copy of the page,
 * never the file. Arrays over it are IMMUTABLE. {@link #close()} ends Java's access through every array of the table;
 * the mapping itself goes when the last neighbour that still uses it lets go. A file that another process truncates
 * while it is mapped is beyond any reader's control: touching the missing pages is a fault.
 *
 * <p>Safe for use by several threads.
 */
public final class ArrowTable implements AutoCloseable {
    private final String name;
    private final FileBytes file;
    private final Storage storage;
    private final IpcFooter footer;
    private final ColumnReader columns;
    private final ArrowSchema schema;
    private final List<Batch> batches;

    private ArrowTable(String name, MemorySegment bytes, Storage storage) {
        this.name = name;
        this.file = new FileBytes(name, bytes);
        this.storage = storage;
        this.footer = StreamScanner.isStream(file) ? StreamScanner.read(file) : FooterReader.read(file);
        this.schema = footer.schema().schema();
        this.columns = new ColumnReader(file, footer, storage);
        List<Batch> found = new ArrayList<>(footer.batches().size());
        for (int i = 0; i < footer.batches().size(); i++) {
            found.add(new Batch(this, i));
        }
        this.batches = List.copyOf(found);
    }

    /**
     * Maps a file and reads its footer.
     *
     * @param path an Arrow IPC file (also called Feather version 2) or stream of any size
     * @throws io.arrayport.core.error.ForeignDescriptorException where the file is something else, truncated or damaged
     * @throws java.io.UncheckedIOException where it cannot be read: no such file, a directory, no permission
     */
    public static ArrowTable open(Path path) {
        MappedFile mapped = MappedFile.open("Arrow file", path);
        try {
            return new ArrowTable(path.toString(), mapped.segment(), mapped.storage());
        } catch (RuntimeException | Error refused) {
            mapped.storage().close();
            throw refused;
        }
    }

    /**
     * Reads a file or stream that lies in memory, where it lies: what a socket brought, or a neighbour shares. Holds
     * the array's bytes until the table is closed and its last neighbour lets go; the array may be closed first.
     *
     * @param name of the bytes, for messages
     * @param bytes int8 or uint8, of one axis and contiguous. Nobody should write to them while the table is open
     * @throws io.arrayport.core.error.DTypeException where they are no bytes
     * @throws io.arrayport.core.error.ZeroCopyException where they do not lie side by side
     * @throws io.arrayport.core.error.ForeignDescriptorException where they are something else, truncated or damaged
     */
    public static ArrowTable of(String name, NdArray bytes) {
        Storage storage = HeldBytes.of(name, bytes);
        try {
            return new ArrowTable(name, Memory.segment(storage.address(), storage.byteSize()), storage);
        } catch (RuntimeException | Error refused) {
            storage.close();
            throw refused;
        }
    }

    /** The file as it was named to {@link #open}, or the name of the bytes. */
    public String name() {
        return name;
    }

    /** The columns' names and types. */
    public ArrowSchema schema() {
        return schema;
    }

    /** The record batches, in the file's order; they borrow the table. */
    public List<Batch> batches() {
        return batches;
    }

    /**
     * Rows of all batches together. Reads the metadata of each.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException where a batch is damaged
     */
    public long rowCount() {
        long rows = 0;
        for (Batch batch : batches) {
            rows = Math.addExact(rows, batch.rowCount());
        }
        return rows;
    }

    /**
     * The mapping, or the memory: its address is the file's byte 0, its size the file's. Owned by this table;
     * {@link #close()} closes it.
     */
    public Storage storage() {
        return storage;
    }

    /**
     * One column through all batches, in chunks; nothing is copied.
     *
     * @param name the column's name
     * @throws io.arrayport.core.error.IndexException where no column, or more than one, has the name
     * @throws io.arrayport.core.error.ZeroCopyException where a batch's column cannot be used as it lies
     * @throws io.arrayport.core.error.ForeignDescriptorException where the file is damaged
     */
    public ChunkedColumn column(String name) {
        int index = schema.indexOf(name);
        return new ChunkedColumn(schema.fields().get(index),
                batches.stream().map(batch -> batch.arrowColumn(index)).toList());
    }

    ColumnReader columns() {
        return columns;
    }

    FileBytes file() {
        return file;
    }

    IpcFooter footer() {
        return footer;
    }

    /**
     * Ends Java's access to every array over this table; the mapping goes with the last neighbour's lease on it. Never
     * blocks; idempotent.
     */
    @Override
    public void close() {
        storage.close();
    }

    @Override
    public String toString() {
        return "ArrowTable[%s, %d columns, %d batches, %d bytes]".formatted(name, schema.fields().size(),
                batches.size(), file.size());
    }
}
