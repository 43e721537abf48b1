package io.arrayport.arrow.ipc;

import java.util.ArrayList;
import java.util.List;

import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;

/**
 * Finds each top-level column's node and buffers in a batch. The format lists them flat, parents before children, so
 * that finding one column means counting the buffers of all before it.
 */
final class BatchWalk {
    private final FileBytes file;
    private final String what;
    private final short version;
    private final RecordBatch batch;
    private long node;
    private long buffer;
    private int variadic;
    private boolean lost;

    BatchWalk(FileBytes file, String what, short version, RecordBatch batch) {
        this.file = file;
        this.what = what;
        this.version = version;
        this.batch = batch;
    }

    List<ColumnSpan> walk(List<IpcField> fields) {
        long[] nodes = new long[fields.size()];
        long[] buffers = new long[fields.size()];
        int found = 0;
        for (IpcField field : fields) {
            nodes[found] = node;
            buffers[found] = buffer;
            skip(field);
            if (lost) {
                break;
            }
            found++;
        }
        requireCounts();
        List<ColumnSpan> spans = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            boolean known = i < found && fields.get(i).type().layout() == BufferLayout.FIXED;
            spans.add(known ? span((int) nodes[i], (int) buffers[i]) : ColumnSpan.UNKNOWN);
        }
        return spans;
    }

    private void skip(IpcField field) {
        BufferLayout layout = field.type().layout();
        if (layout == BufferLayout.UNKNOWN) {
            lost = true;
            return;
        }
        node++;
        buffer += layout.buffers(version);
        if (layout == BufferLayout.VIEW) {
            buffer += sideBuffers(field);
        }
        for (IpcField child : field.children()) {
            skip(child);
            if (lost) {
                return;
            }
        }
    }

    private long sideBuffers(IpcField field) {
        if (variadic >= batch.variadicBufferCountsLength()) {
            throw file.error("%s: field \"%s\": the batch does not say how many side buffers its views have"
                    .formatted(what, field.name()));
        }
        long count = batch.variadicBufferCounts(variadic++);
        if (count < 0 || count > batch.buffersLength()) {
            throw file.error("%s: field \"%s\": %d side buffers in a batch of %d".formatted(what, field.name(), count,
                    batch.buffersLength()));
        }
        return count;
    }

    /** Behind a type of a later version nothing is known, so that there are only lower limits. */
    private void requireCounts() {
        int nodes = batch.nodesLength();
        int buffers = batch.buffersLength();
        boolean agree = lost ? nodes >= node && buffers >= buffer : nodes == node && buffers == buffer;
        if (!agree) {
            throw file.error("%s: the schema needs %d field nodes and %d buffers, the batch has %d and %d"
                    .formatted(what, node, buffer, nodes, buffers));
        }
    }

    private ColumnSpan span(int nodeIndex, int bufferIndex) {
        FieldNode counts = batch.nodes(nodeIndex);
        Buffer validity = batch.buffers(bufferIndex);
        Buffer values = batch.buffers(bufferIndex + 1);
        return new ColumnSpan(true, counts.length(), counts.nullCount(), validity.offset(), validity.length(),
                values.offset(), values.length());
    }
}
