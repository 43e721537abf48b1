package io.arrayport.arrow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.ipc.FileBytes;
import io.arrayport.arrow.ipc.FooterReader;
import io.arrayport.arrow.ipc.IpcFooter;
import io.arrayport.core.file.MappedFile;
import io.arrayport.core.memory.Storage;

/**
 * An Arrow IPC file, mapped into memory and read where it lies.
 *
 * <pre>{@code
 * try (ArrowTable table = ArrowTable.open(path)) {
 *     for (Batch batch : table.batches()) {
 *         NdArray distance = batch.column("distance");   // a view of the mapping
 *     }
 * }
 * }</pre>
 *
 * <p>Opening reads the footer; a batch's metadata is read and checked when the batch is first asked for anything; a
 * column's bytes are read by whoever uses them (its validity bitmap, where the file has one, when the column is first
 * asked for). Every offset that the file states is checked against the file before an array may use it.
 *
 * <p>The mapping is private (copy-on-write): a neighbour that writes into a column changes its own copy of the page,
 * never the file. Arrays over it are IMMUTABLE. {@link #close()} ends Java's access through every array of the table;
 * the mapping itself goes when the last neighbour that still uses it lets go. A file that another process truncates
 * while it is mapped is beyond any reader's control: touching the missing pages is a fault.
 *
 * <p>Safe for use by several threads.
 */
public final class ArrowTable implements AutoCloseable {
    private final Path path;
    private final FileBytes file;
    private final Storage storage;
    private final IpcFooter footer;
    private final ArrowSchema schema;
    private final List<Batch> batches;

    private ArrowTable(Path path, MappedFile mapped) {
        this.path = path;
        this.file = new FileBytes(path.toString(), mapped.segment());
        this.storage = mapped.storage();
        this.footer = FooterReader.read(file);
        this.schema = ArrowSchema.of(footer.schema());
        List<Batch> found = new ArrayList<>(footer.batches().size());
        for (int i = 0; i < footer.batches().size(); i++) {
            found.add(new Batch(this, i));
        }
        this.batches = List.copyOf(found);
    }

    /**
     * Maps a file and reads its footer.
     *
     * @param path an Arrow IPC file (also called Feather version 2) of any size; not a stream
     * @throws io.arrayport.core.error.ForeignDescriptorException where the file is something else, truncated or damaged
     * @throws java.io.UncheckedIOException where it cannot be read: no such file, a directory, no permission
     */
    public static ArrowTable open(Path path) {
        MappedFile mapped = MappedFile.open("Arrow file", path);
        try {
            return new ArrowTable(path, mapped);
        } catch (RuntimeException | Error refused) {
            mapped.storage().close();
            throw refused;
        }
    }

    /** The file, as it was named to {@link #open}. */
    public Path path() {
        return path;
    }

    /** The columns' names and types. */
    public ArrowSchema schema() {
        return schema;
    }

    /** The record batches, in the file's order. */
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
     * The mapping: its address is the file's byte 0, its size the file's. Owned by this table; {@link #close()} closes
     * it.
     */
    public Storage storage() {
        return storage;
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
        return "ArrowTable[%s, %d columns, %d batches, %d bytes]".formatted(path, schema.fields().size(),
                batches.size(), file.size());
    }
}
