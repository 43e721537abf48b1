package io.arrayport.arrow.column;

import java.util.List;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.memory.Device;
import org.jspecify.annotations.Nullable;

/**
 * What somebody claims a column to be; {@link #column} checks it against its type, at the border, once. What lies
 * inside offsets, views, indices and run ends is checked where it is followed.
 *
 * @param origin who claims it, for messages
 * @param length rows
 * @param offset rows of the buffers before the first
 * @param validity bitmap; null where no row is
 * @param buffers the others, in the format's order
 * @param dictionary of a dictionary-encoded column
 */
public record ColumnParts(String origin, ArrowField field, long length, long offset, @Nullable ArrowBuffer validity,
        List<ArrowBuffer> buffers, List<ArrowColumn> children, @Nullable ArrowColumn dictionary, Owner owner) {
    private static final int VIEW_BYTES = 16;

    /** Copies the lists. */
    public ColumnParts {
        buffers = List.copyOf(buffers);
        children = List.copyOf(children);
    }

    /**
     * The column, if it is as its type wants it. Shares all parts.
     *
     * @throws ForeignDescriptorException otherwise; names the part
     */
    public ArrowColumn column() {
        if (length < 0 || offset < 0 || offset > Long.MAX_VALUE - length) {
            throw error("expected a length and an offset from 0, found " + length + " and " + offset);
        }
        BufferLayout layout = TypeLayout.buffers(field.type());
        int expected = layout.buffers() - (layout.hasValidity() ? 1 : 0);
        if (layout == BufferLayout.VIEW ? buffers.size() < expected : buffers.size() != expected) {
            throw error("expected " + expected + " buffers besides validity for " + field.type() + ", found "
                    + buffers.size());
        }
        requireOneDevice();
        requireBuffers(layout);
        requireChildren();
        return new ArrowColumn(this, offset, length, validity(layout));
    }

    /** Whoever takes the column works in one place; what has to be looked at lies in main memory. */
    private void requireOneDevice() {
        Device device = owner.device();
        for (ArrowBuffer buffer : buffers) {
            requireOn(device, "a buffer", buffer.storage().device());
        }
        if (validity != null) {
            requireOn(device, "its bitmap", validity.storage().device());
        }
        for (ArrowColumn child : children) {
            requireOn(device, "child \"" + child.field().name() + "\"", child.device());
        }
        if (dictionary != null) {
            requireOn(device, "its dictionary", dictionary.device());
        }
    }

    private void requireOn(Device device, String part, Device found) {
        if (!found.equals(device)) {
            throw error("expected all of it on " + device + ", found " + part + " on " + found);
        }
    }

    private long end() {
        return offset + length;
    }

    private Validity validity(BufferLayout layout) {
        if (field.type() instanceof ArrowType.Null) {
            return Validity.none(length);
        }
        if (validity == null) {
            return Validity.all(length);
        }
        if (!layout.hasValidity()) {
            throw error("expected no validity buffer for " + field.type() + ", found one");
        }
        require("validity buffer", validity, Bitmap.bytes(end()));
        return Validity.of(validity, offset, length);
    }

    private void requireBuffers(BufferLayout layout) {
        int width = TypeLayout.offsetBytes(field.type());
        switch (layout) {
            case FIXED -> require("values buffer", buffers.get(0), bytes(TypeLayout.bits(field.type())));
            case VARIABLE -> {
                requireOffsets(width, buffers.get(1).length(), "bytes in the data buffer");
            }
            case VIEW -> require("views buffer", buffers.get(0), bytes(VIEW_BYTES * Byte.SIZE));
            case LIST -> requireOffsets(width, childLength(), "rows in the child");
            case LIST_VIEW -> {
                require("offsets buffer", buffers.get(0), bytes(width * Byte.SIZE));
                require("sizes buffer", buffers.get(1), bytes(width * Byte.SIZE));
            }
            case SPARSE_UNION, DENSE_UNION -> {
                require("type ids buffer", buffers.get(0), end());
                if (layout == BufferLayout.DENSE_UNION) {
                    require("offsets buffer", buffers.get(1), bytes(width * Byte.SIZE));
                }
            }
            default -> {}
        }
    }

    private long childLength() {
        return children.isEmpty() ? 0 : children.getFirst().length();
    }

    /** The first and the last are looked at now, those between when their row is asked for. */
    private void requireOffsets(int width, long limit, String of) {
        if (length == 0) {
            return;
        }
        ArrowBuffer offsets = buffers.get(0);
        require("offsets buffer", offsets, end() == Long.MAX_VALUE ? end() : product(end() + 1, width));
        long first = offsets.integer(offset, width);
        long last = offsets.integer(end(), width);
        if (first < 0 || last < first || last > limit) {
            throw error("offsets buffer: expected offsets from 0 to the " + limit + " " + of + ", found " + first
                    + " to " + last);
        }
    }

    private void requireChildren() {
        int expected = TypeLayout.children(field.type());
        if (expected >= 0 && children.size() != expected) {
            throw error("expected " + expected + " children for " + field.type() + ", found " + children.size());
        }
        requireFields();
        switch (field.type()) {
            case ArrowType.Struct struct -> requireRows(end());
            case ArrowType.Union union when !union.dense() -> requireRows(end());
            case ArrowType.FixedList list -> {
                long rows = product(end(), list.size());
                if (rows == Long.MAX_VALUE) {
                    throw error("expected fewer rows than " + end() + " of " + list.size()
                            + " each: the child has more than can be counted");
                }
                requireRows(rows);
            }
            case ArrowType.Dictionary coded -> {
                if (dictionary == null) {
                    throw error("expected a dictionary, found none");
                }
                requireField("dictionary", coded.values(), dictionary);
            }
            case ArrowType.RunEnds runs -> RunEndColumn.require(this);
            default -> {}
        }
    }

    /** Consumers read children as the field says; one of another type would be read beyond its buffers. */
    private void requireFields() {
        if (children.size() != field.children().size()) {
            throw error("expected " + field.children().size() + " children as its field has, found "
                    + children.size());
        }
        for (int i = 0; i < children.size(); i++) {
            ArrowField declared = field.children().get(i);
            requireField("child " + i + " \"" + declared.name() + "\"", declared, children.get(i));
        }
    }

    private void requireField(String what, ArrowField declared, ArrowColumn found) {
        if (!found.field().holdsAs(declared)) {
            throw error(what + ": expected " + declared.typeText() + " as the field says, found "
                    + found.field().typeText());
        }
    }

    private void requireRows(long rows) {
        for (ArrowColumn child : children) {
            if (child.length() < rows) {
                throw error(
                        "child \"" + child.field().name() + "\": length: expected at least " + rows + " rows, found "
                                + child.length());
            }
        }
    }

    private long bytes(int bits) {
        return bits % Byte.SIZE == 0 ? product(end(), bits / Byte.SIZE) : Bitmap.bytes(product(end(), bits));
    }

    private long product(long rows, long each) {
        // More than there can be is too much for every buffer, and says so with the buffer's name
        return Math.multiplyHigh(rows, each) != 0 || rows * each < 0 ? Long.MAX_VALUE : rows * each;
    }

    private void require(String what, ArrowBuffer buffer, long bytes) {
        if (buffer.length() < bytes) {
            throw error("%s: expected at least %d bytes for %d rows of %s, found %d".formatted(what, bytes, end(),
                    field.type(), buffer.length()));
        }
    }

    ForeignDescriptorException error(String problem) {
        return new ForeignDescriptorException(Lines.one(origin + " \"" + field.name() + "\": " + problem));
    }
}
