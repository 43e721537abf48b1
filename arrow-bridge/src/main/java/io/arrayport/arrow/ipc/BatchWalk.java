package io.arrayport.arrow.ipc;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.ipc.ColumnSpan.Span;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.arrow.type.TypeLayout;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;

/**
 * Finds each column's node and buffers in a batch. The format lists them flat, parents before children, so that finding
 * one column means counting the buffers of all before it.
 */
final class BatchWalk {
    private final FileBytes file;
    private final String what;
    private final short version;
    private final RecordBatch batch;
    private int node;
    private int buffer;
    private int variadic;
    private boolean lost;

    BatchWalk(FileBytes file, String what, short version, RecordBatch batch) {
        this.file = file;
        this.what = what;
        this.version = version;
        this.batch = batch;
    }

    List<ColumnSpan> walk(List<ArrowField> fields) {
        requireCounts(fields);
        List<ColumnSpan> spans = new ArrayList<>(fields.size());
        for (ArrowField field : fields) {
            spans.add(span(field));
        }
        return spans;
    }

    private ColumnSpan span(ArrowField field) {
        BufferLayout layout = TypeLayout.buffers(field.type());
        lost |= layout == BufferLayout.UNKNOWN;
        if (lost) {
            return ColumnSpan.unknown(field);
        }
        FieldNode counts = batch.nodes(node++);
        List<Span> buffers = new ArrayList<>();
        if (hasUnionBitmap(layout)) {
            buffer++;
        }
        int own = layout.buffers() + (layout == BufferLayout.VIEW ? sideBuffers(field) : 0);
        for (int i = 0; i < own; i++) {
            Buffer next = batch.buffers(buffer++);
            buffers.add(new Span(next.offset(), next.length()));
        }
        List<ColumnSpan> children = new ArrayList<>(field.children().size());
        for (ArrowField child : field.children()) {
            children.add(span(child));
        }
        return new ColumnSpan(field, true, counts.length(), counts.nullCount(), buffers, children);
    }

    /** Before metadata version 5 unions had a validity bitmap as well, which said nothing. */
    private boolean hasUnionBitmap(BufferLayout layout) {
        return version < MetadataVersion.V5
                && (layout == BufferLayout.SPARSE_UNION || layout == BufferLayout.DENSE_UNION);
    }

    private int sideBuffers(ArrowField field) {
        if (variadic >= batch.variadicBufferCountsLength()) {
            throw file.error("%s: field \"%s\": variadicBufferCounts: expected one for its views, found none"
                    .formatted(what, field.name()));
        }
        long count = batch.variadicBufferCounts(variadic++);
        if (count < 0 || count > batch.buffersLength()) {
            throw file.error("%s: field \"%s\": variadicBufferCounts: %d side buffers in a batch of %d".formatted(what,
                    field.name(), count,
                    batch.buffersLength()));
        }
        return (int) count;
    }

    /** What the schema needs has to be there. Behind a type of a later version there are only lower limits. */
    private void requireCounts(List<ArrowField> fields) {
        long[] needed = new long[2];
        for (ArrowField field : fields) {
            count(field, needed);
        }
        int nodes = batch.nodesLength();
        int buffers = batch.buffersLength();
        boolean agree = lost ? nodes >= needed[0] && buffers >= needed[1]
                : nodes == needed[0] && buffers == needed[1];
        if (!agree) {
            throw file.error(("%s: nodes and buffers: the schema needs %d and %d, "
                    + "the batch has %d and %d").formatted(what, needed[0], needed[1], nodes, buffers));
        }
        lost = false;
        variadic = 0;
    }

    private void count(ArrowField field, long... needed) {
        BufferLayout layout = TypeLayout.buffers(field.type());
        lost |= layout == BufferLayout.UNKNOWN;
        if (lost) {
            return;
        }
        needed[0]++;
        needed[1] += layout.buffers() + (hasUnionBitmap(layout) ? 1 : 0)
                + (layout == BufferLayout.VIEW ? sideBuffers(field) : 0);
        for (ArrowField child : field.children()) {
            count(child, needed);
        }
    }
}
