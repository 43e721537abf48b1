package io.arrayport.arrow.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.FlatColumn;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Lease;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.ForeignAllocation;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;

/**
 * Vectors over a column's memory. Each buffer's lease rides on arrow-java's foreign allocation and ends with it.
 */
public final class VectorExport {
    private final BufferAllocator allocator;
    private final String holder;

    private VectorExport(BufferAllocator allocator, String holder) {
        this.allocator = allocator;
        this.holder = holder;
    }

    /**
     * A vector with the column's rows, children and nulls. The caller owns it.
     *
     * @throws ZeroCopyException where there are more rows than arrow-java counts
     */
    public static FieldVector vector(BufferAllocator allocator, ArrowColumn column) {
        try (FlatColumn flat = FlatColumn.of(column)) {
            return vector(allocator, flat);
        }
    }

    /**
     * The dictionary of an encoded column, for a provider. The caller owns its vector.
     *
     * @throws ZeroCopyException where the column is not encoded
     */
    public static Dictionary dictionary(BufferAllocator allocator, ArrowColumn column) {
        try (FlatColumn flat = FlatColumn.of(column)) {
            DictionaryEncoding encoding = PojoFields.encoding(column.field());
            FlatColumn values = flat.dictionary().orElse(null);
            if (encoding == null || values == null) {
                throw new ZeroCopyException("dictionary: column \"" + column.field().name() + "\" has type "
                        + column.type() + ": vector(...) is all of it");
            }
            return new Dictionary(vector(allocator, values), encoding);
        }
    }

    private static FieldVector vector(BufferAllocator allocator, FlatColumn flat) {
        ArrowField field = flat.field();
        VectorExport export = new VectorExport(allocator, "Arrow vector \"" + field.name() + "\"");
        FieldVector vector = export.empty(field);
        try {
            export.load(vector, flat);
            export.requireUnderstood(vector, field);
            return vector;
        } catch (RuntimeException | Error refused) {
            vector.close();
            throw refused;
        }
    }

    /** arrow-java's sparse unions have ids of their own, whatever the field says, and would read ours as nulls. */
    private void requireUnderstood(FieldVector vector, ArrowField field) {
        ArrowField understood = PojoFields.from(vector.getField(), null);
        if (field.type() instanceof ArrowType.Union ours && understood.type() instanceof ArrowType.Union theirs
                && !ours.equals(theirs)) {
            throw new ZeroCopyException("as " + holder + ": arrow-java reads a " + ours + " with type ids "
                    + theirs.ids() + " whatever its field says, the column has " + ours.ids()
                    + ": give it these, or export the C structs");
        }
    }

    /** arrow-java has types without a vector: decimals of 32 and 64 bits. */
    private FieldVector empty(ArrowField field) {
        try {
            return PojoFields.to(field).createVector(allocator);
        } catch (IllegalArgumentException | UnsupportedOperationException unknown) {
            throw new ZeroCopyException("as " + holder + ": arrow-java has no vector of " + field.type()
                    + "; export the C structs, or convert the column", unknown);
        }
    }

    private void load(FieldVector vector, FlatColumn column) {
        if (column.length() > Integer.MAX_VALUE) {
            throw new ZeroCopyException(holder + ": arrow-java counts rows in an int, the column has " + column.length()
                    + ": export slices of it");
        }
        List<ArrowBuf> buffers = new ArrayList<>();
        try {
            for (Optional<ArrowBuffer> buffer : column.buffers()) {
                buffers.add(buffer.map(this::wrapped).orElseGet(allocator::getEmpty));
            }
            column.requireCurrent();
            vector.loadFieldBuffers(new ArrowFieldNode(column.length(), column.nullCount()), buffers);
        } finally {
            // Retained by the vector; these references are ours to drop, and where loading failed they are the last
            buffers.forEach(ArrowBuf::close);
        }
        List<FieldVector> children = vector.getChildrenFromFields();
        requireChildren(children, column);
        for (int i = 0; i < children.size(); i++) {
            load(children.get(i), column.children().get(i));
        }
    }

    /** arrow-java makes the children from their fields, and keeps one of those that have one name. */
    private void requireChildren(List<FieldVector> children, FlatColumn column) {
        List<FlatColumn> ours = column.children();
        if (children.size() != ours.size()) {
            throw new ZeroCopyException("as " + holder + ": arrow-java keeps " + children.size() + " of the "
                    + ours.size() + " children " + ours.stream().map(child -> child.field().name()).toList()
                    + " of a " + column.field().type() + ": give them names of their own, or export the C structs");
        }
        for (int i = 0; i < ours.size(); i++) {
            ArrowType theirs = PojoFields.from(children.get(i).getField(), null).type();
            ArrowType declared = PojoFields.from(PojoFields.to(ours.get(i).field()), null).type();
            if (!theirs.equals(declared)) {
                throw new ZeroCopyException("as " + holder + ": arrow-java reads child " + i + " \""
                        + ours.get(i).field().name() + "\" as " + theirs + ", the column has " + declared
                        + ": export the C structs");
            }
        }
    }

    private ArrowBuf wrapped(ArrowBuffer buffer) {
        Lease lease = buffer.storage().freeze(holder);
        boolean held = false;
        try {
            ArrowBuf wrapped = allocator.wrapForeignAllocation(new Exported(buffer, lease));
            held = true;
            return wrapped;
        } finally {
            // Idempotent: where arrow-java refuses after it has taken the allocation, it has closed the lease already
            if (!held) {
                lease.close();
            }
        }
    }

    /** What arrow-java calls when the last reference on the buffer is gone. */
    private static final class Exported extends ForeignAllocation {
        private final Lease lease;

        Exported(ArrowBuffer buffer, Lease lease) {
            super(buffer.length(), buffer.address());
            this.lease = lease;
        }

        @Override
        protected void release0() {
            lease.close();
        }
    }
}
