package io.arrayport.arrow.ipc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.flatbuffers.FlatBufferBuilder;
import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.arrow.column.FlatColumn;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.arrow.type.Compression;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.file.Sink;
import io.arrayport.core.memory.SideBuffers;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.BodyCompressionMethod;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.RecordBatch;

/**
 * The body of a batch as it will be written: the nodes and buffers of all its columns, parents before children.
 *
 * @param lengths rows of each node
 * @param nulls of each node
 * @param parts the buffers, in order
 * @param variadic side buffers of each column of views
 * @param compression of the parts
 */
public record BatchBody(List<Long> lengths, List<Long> nulls, List<BodyPart> parts, List<Long> variadic,
        Compression compression) {
    /** An empty body, to be filled by {@code add}. */
    public BatchBody() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), Compression.NONE);
    }

    /**
     * Adds an array of one axis as a column of plain values, or of strings that are all there; where it is not
     * contiguous it is gathered.
     */
    public void add(String column, NdArray array) {
        lengths.add(array.size());
        nulls.add(0L);
        parts.add(new BodyPart.Region(Optional.empty()));
        parts.add(array.isCContiguous() ? new BodyPart.Region(Optional.of(new ArrowBuffer(array.storage(),
                array.size() == 0 ? 0 : array.address() - array.storage().address(), array.nbytes())))
                : new BodyPart.Gathered(column, array));
        if (array.dtype() instanceof StringType) {
            List<SideBuffers.Buffer> sides = array.storage().sideBuffers().buffers();
            variadic.add((long) sides.size());
            sides.forEach(side -> parts
                    .add(new BodyPart.Region(Optional.of(new ArrowBuffer(side.storage(), 0, side.bytes())))));
        }
    }

    /** Adds a column, its children behind it. */
    public void add(FlatColumn column) {
        lengths.add(column.length());
        nulls.add(column.field().type() instanceof ArrowType.Null ? column.length() : column.nullCount());
        BufferLayout layout = TypeLayout.buffers(column.field().type());
        if (layout == BufferLayout.VIEW) {
            variadic.add((long) column.buffers().size() - layout.buffers());
        }
        column.buffers().forEach(buffer -> parts.add(new BodyPart.Region(buffer)));
        column.children().forEach(this::add);
    }

    /** Bytes of the body, with padding. */
    long bytes() {
        long sum = 0;
        for (BodyPart part : parts) {
            sum = Math.addExact(sum, IpcEncoder.padded(part.bytes()));
        }
        return sum;
    }

    /** Writes all parts; returns how many bytes had to be gathered first. */
    long write(Sink sink) {
        long copied = 0;
        for (BodyPart part : parts) {
            copied += part.write(sink);
        }
        return copied;
    }

    /** Adds the metadata to the builder and returns its offset there. FlatBuffers are written back to front. */
    int encode(FlatBufferBuilder builder, long rows) {
        long[] offsets = new long[parts.size()];
        long at = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = at;
            at += IpcEncoder.padded(parts.get(i).bytes());
        }
        RecordBatch.startBuffersVector(builder, offsets.length);
        for (int i = offsets.length - 1; i >= 0; i--) {
            Buffer.createBuffer(builder, offsets[i], parts.get(i).bytes());
        }
        int bufferVector = builder.endVector();
        RecordBatch.startNodesVector(builder, lengths.size());
        for (int i = lengths.size() - 1; i >= 0; i--) {
            FieldNode.createFieldNode(builder, lengths.get(i), nulls.get(i));
        }
        int nodeVector = builder.endVector();
        int variadicVector = variadic.isEmpty() ? 0 : RecordBatch.createVariadicBufferCountsVector(builder,
                variadic.stream().mapToLong(Long::longValue).toArray());
        int packing = compression == Compression.NONE ? 0 : BodyCompression.createBodyCompression(builder,
                Codec.number(compression), BodyCompressionMethod.BUFFER);
        return RecordBatch.createRecordBatch(builder, rows, nodeVector, bufferVector, packing, variadicVector);
    }
}
