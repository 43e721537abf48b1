package io.arrayport.arrow.ipc;

import java.util.List;

import io.arrayport.arrow.type.Compression;

/**
 * What a record batch's metadata says. Counts agree with the schema; the offsets of a column are untrusted until {@link
 * ColumnReader} has seen them.
 *
 * @param what it is called in messages: {@code batch 0}
 * @param rows rows in the batch
 * @param bodyOffset file offset of the body
 * @param bodyLength bytes of the body, all inside the file
 * @param compression of the buffers
 * @param columns one per top-level field, in the schema's order
 */
public record IpcBatch(String what, long rows, long bodyOffset, long bodyLength, Compression compression,
        List<ColumnSpan> columns) {
    /** Copies the list. */
    public IpcBatch {
        columns = List.copyOf(columns);
    }
}
