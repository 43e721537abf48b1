package io.arrayport.arrow.ipc;

import java.util.List;

import io.arrayport.arrow.type.ArrowField;

/**
 * Where a column lies, as the batch states it, unchecked.
 *
 * @param known false where the column stands behind one of an unknown type; the rest is then empty
 * @param length rows of the column
 * @param nullCount nulls, or -1 where the writer did not count
 * @param buffers in the format's order
 */
record ColumnSpan(ArrowField field, boolean known, long length, long nullCount, List<Span> buffers,
        List<ColumnSpan> children) {
    /** Bytes of the batch's body. */
    record Span(long offset, long length) {}

    static ColumnSpan unknown(ArrowField field) {
        return new ColumnSpan(field, false, 0, 0, List.of(), List.of());
    }
}
