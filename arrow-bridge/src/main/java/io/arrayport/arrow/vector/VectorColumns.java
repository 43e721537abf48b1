package io.arrayport.arrow.vector;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.ColumnParts;
import io.arrayport.arrow.column.Owner;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.jspecify.annotations.Nullable;

/**
 * A vector as a column: what it claims is checked, its buffers are retained, each released once by its storage's hook.
 * The buffers, not the vector: a vector may drop or replace its buffers while the column lives.
 */
public final class VectorColumns {
    private final @Nullable DictionaryProvider dictionaries;
    private final Owner owner = new Owner();

    private VectorColumns(@Nullable DictionaryProvider dictionaries) {
        this.dictionaries = dictionaries;
    }

    /** What a vector is called in messages, without its name. */
    public static String origin(FieldVector vector) {
        return "Arrow " + vector.getClass().getSimpleName();
    }

    /**
     * The column of a vector of any type.
     *
     * @param dictionaries where those of encoded vectors are; one that is not there leaves the vector its numbers
     * @throws ClosedException where the vector is closed
     * @throws ForeignDescriptorException where its buffers are too short for its rows
     * @throws ZeroCopyException where its type is none that the format defines
     */
    public static ArrowColumn of(FieldVector vector, @Nullable DictionaryProvider dictionaries) {
        VectorColumns columns = new VectorColumns(dictionaries);
        try {
            return columns.column(vector);
        } catch (RuntimeException | Error refused) {
            columns.owner.close();
            throw refused;
        }
    }

    private ArrowColumn column(FieldVector vector) {
        @Nullable
        ArrowColumn values = dictionary(vector);
        ArrowField field = PojoFields.from(vector.getField(), values == null ? null : values.field());
        BufferLayout layout = TypeLayout.buffers(field.type());
        int rows = vector.getValueCount();
        List<ArrowBuf> all = vector.getFieldBuffers();
        int first = layout.hasValidity() ? 1 : 0;
        if (layout == BufferLayout.UNKNOWN || all.size() < layout.buffers()) {
            throw new ZeroCopyException("import of " + name(vector) + ": its type " + field.type()
                    + " with " + all.size() + " buffers is not known; copy it into a vector of another type");
        }
        @Nullable
        ArrowBuffer validity = first == 0 ? null : validity(vector, all.getFirst(), rows);
        List<ArrowBuffer> buffers = new ArrayList<>();
        for (ArrowBuf buffer : all.subList(first, all.size())) {
            buffers.add(ArrowBuffer.of(storage(vector, buffer)));
        }
        List<ArrowColumn> children = vector.getChildrenFromFields().stream().map(this::column).toList();
        // The vectors' own fields: those of children with dictionaries are not known to the parent's
        ArrowField whole = new ArrowField(field.name(), field.type(), field.nullable(), field.metadata(),
                children.stream().map(ArrowColumn::field).toList());
        return new ColumnParts(origin(vector), whole, rows, 0, validity, buffers, children, values, owner).column();
    }

    /** Not looked at: that takes time that grows with the rows. */
    private @Nullable ArrowBuffer validity(FieldVector vector, ArrowBuf bitmap, int rows) {
        long needed = Math.ceilDiv(rows, Byte.SIZE);
        if (bitmap.capacity() < needed) {
            throw new ForeignDescriptorException(name(vector) + ": validity buffer: expected at least " + needed
                    + " bytes for " + rows + " rows, found " + bitmap.capacity());
        }
        return rows == 0 ? null : ArrowBuffer.of(storage(vector, bitmap));
    }

    private Storage storage(FieldVector vector, ArrowBuf buffer) {
        retain(vector, buffer);
        boolean taken = false;
        try {
            Storage storage = Storage.foreign(name(vector), buffer.capacity() == 0 ? 0 : buffer.memoryAddress(),
                    buffer.capacity(), Device.CPU, Access.IMMUTABLE, () -> buffer.getReferenceManager().release());
            taken = true;
            return owner.add(storage);
        } finally {
            if (!taken) {
                buffer.getReferenceManager().release();
            }
        }
    }

    /** Before the bytes are touched: a vector that another thread closes meanwhile must not take them away. */
    private static void retain(FieldVector vector, ArrowBuf buffer) {
        try {
            buffer.getReferenceManager().retain();
        } catch (IllegalArgumentException released) {
            throw new ClosedException(
                    "import of " + name(vector) + ": it is closed, or was while it was opened; keep it"
                            + " open until the array is there",
                    released);
        }
    }

    private @Nullable ArrowColumn dictionary(FieldVector vector) {
        @Nullable
        DictionaryEncoding coded = vector.getField().getDictionary();
        if (coded == null) {
            return null;
        }
        @Nullable
        Dictionary found = dictionaries == null ? null : dictionaries.lookup(coded.getId());
        if (found == null) {
            return null;
        }
        return column(found.getVector());
    }

    private static String name(FieldVector vector) {
        return origin(vector) + " \"" + vector.getName() + "\"";
    }
}
