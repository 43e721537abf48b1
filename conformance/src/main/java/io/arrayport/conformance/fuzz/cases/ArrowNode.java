package io.arrayport.conformance.fuzz.cases;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One field of a column before it is written down as {@code ArrowSchema} and {@code ArrowArray}: every member of both,
 * sound or not.
 */
final class ArrowNode {
    /** More rows than buffers are made for. */
    private static final long MOST_ROWS = 2000;

    byte @Nullable [] format;
    byte @Nullable [] name = new byte[0];
    byte @Nullable [] metadata;
    long flags = 2;
    /** {@code n_children} of the schema. */
    long fields;
    boolean schemaReleased;

    long length;
    long nullCount;
    long offset;
    /** {@code n_buffers}. */
    long count;
    /** {@code n_children} of the array. */
    long parts;
    boolean arrayReleased;

    /** A pointer of the two structs, or to them. */
    enum Pointer {
        FORMAT, NAME, METADATA, SCHEMA_CHILDREN, SCHEMA_DICTIONARY, BUFFERS, CHILDREN, DICTIONARY
    }

    /** What stands there instead of where something lies: NULL, or no address. */
    final Map<Pointer, Long> instead = new EnumMap<>(Pointer.class);

    /** The bytes of each buffer; null for NULL. Validity first, where the type has it. */
    final List<byte @Nullable []> buffers = new ArrayList<>();
    /** Instead of where a buffer lies; null for none. */
    final List<@Nullable Long> pointers = new ArrayList<>();
    final List<@Nullable ArrowNode> children = new ArrayList<>();
    /** In the schema, which may be another than in the array. */
    @Nullable
    ArrowNode schemaDictionary;
    @Nullable
    ArrowNode arrayDictionary;

    ArrowNode(String format, long length, long offset) {
        this.format = format.getBytes(StandardCharsets.UTF_8);
        this.length = length;
        this.offset = offset;
    }

    String text() {
        return format == null ? "" : new String(format, StandardCharsets.UTF_8);
    }

    ArrowNode buffer(byte @Nullable... bytes) {
        buffers.add(bytes);
        pointers.add(null);
        count++;
        return this;
    }

    ArrowNode child(ArrowNode child) {
        children.add(child);
        fields++;
        parts++;
        return this;
    }

    /** Rows that the buffers must have; -1 where no buffers can. */
    long rows() {
        return length < 0 || offset < 0 || length > MOST_ROWS || offset > MOST_ROWS ? -1 : length + offset;
    }

    /** Little-endian numbers of 4 or 8 bytes. */
    static byte[] numbers(int width, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(width * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            switch (width) {
                case 1 -> bytes.put((byte) value);
                case 2 -> bytes.putShort((short) value);
                case 4 -> bytes.putInt((int) value);
                default -> bytes.putLong(value);
            }
        }
        return bytes.array();
    }

    /**
     * Makes each buffer as long as the members say that it is, as an honest producer of these members would have it.
     *
     * @return whether all of it may be read; else lengths inside it say more than there is
     */
    boolean fit() {
        long rows = rows();
        ArrowWidths widths = ArrowWidths.of(text());
        if (rows < 0 || widths == null) {
            return false;
        }
        boolean whole = true;
        int first = widths.validity() ? 1 : 0;
        if (first == 1) {
            whole &= resize(0, Math.ceilDiv(rows, 8L));
        }
        if (widths.bits() > 0) {
            whole &= resize(first, Math.ceilDiv(rows * widths.bits(), 8L));
        }
        if (widths.offsets() > 0) {
            long more = widths.closed() && rows > 0 ? 1 : 0;
            whole &= resize(first + widths.place(), (rows + more) * widths.offsets());
            whole &= !widths.sizes() || resize(first + 1, rows * widths.offsets());
        }
        return (!widths.data() || data(rows, widths.offsets())) && whole;
    }

    /** The bytes behind offsets end where the last of these says. */
    private boolean data(long rows, int width) {
        if (rows == 0) {
            return resize(2, 0);
        }
        byte[] offsets = buffers.size() > 1 ? buffers.get(1) : null;
        if (offsets == null || offsets.length < (rows + 1) * width) {
            return false;
        }
        ByteBuffer words = ByteBuffer.wrap(offsets).order(ByteOrder.LITTLE_ENDIAN);
        long last = width == 8 ? words.getLong((int) rows * 8) : words.getInt((int) rows * 4);
        return last >= 0 && resize(2, last);
    }

    private boolean resize(int index, long bytes) {
        if (index >= buffers.size() || bytes > Guarded.SLOT) {
            return false;
        }
        byte[] old = buffers.get(index);
        if (old != null && old.length != bytes) {
            buffers.set(index, Arrays.copyOf(old, (int) bytes));
        }
        return true;
    }

    @Override
    public String toString() {
        return "(\"" + text() + "\" n_children " + fields + "/" + parts + " length " + length + " offset " + offset
                + " null_count " + nullCount + " n_buffers " + count + (instead.isEmpty() ? "" : " " + instead)
                + " buffers "
                + buffers.stream().map(bytes -> bytes == null ? "NULL" : String.valueOf(bytes.length)).toList()
                + (schemaDictionary == null ? "" : " dictionary " + schemaDictionary.text()) + ")";
    }
}
