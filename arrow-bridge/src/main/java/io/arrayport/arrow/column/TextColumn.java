package io.arrayport.arrow.column;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;

/**
 * A column of texts or byte strings of any length, read where it lies: {@code utf8}, {@code large_utf8},
 * {@code binary}, {@code large_binary}, {@code utf8_view} and {@code binary_view}. Shares the column's buffers; a row
 * is copied when it is asked for, into a Java String or bytes.
 *
 * <p>What offsets and views say is checked when their row is asked for.
 */
public final class TextColumn {
    /** Up to so many bytes lie in the view itself. */
    private static final int INLINE = 12;
    private static final int VIEW_BYTES = 16;

    private final ArrowColumn column;
    private final boolean views;
    private final int width;

    private TextColumn(ArrowColumn column, boolean views) {
        this.column = column;
        this.views = views;
        this.width = TypeLayout.offsetBytes(column.type());
    }

    /**
     * Reads {@code column}, nothing copied.
     *
     * @throws io.arrayport.core.error.ZeroCopyException where it is of another type
     */
    public static TextColumn of(ArrowColumn column) {
        return switch (column.type()) {
            case ArrowType.Variable offsets -> new TextColumn(column, false);
            case ArrowType.View views -> new TextColumn(column, true);
            default -> throw column.refusal("has type " + column.type() + ", which is no text and no bytes",
                    "ask for what it is");
        };
    }

    /** Rows. */
    public long length() {
        return column.length();
    }

    /** Whether the rows are text in UTF-8, not just bytes. */
    public boolean isText() {
        return Strings.isText(column.type());
    }

    /** Whether row {@code i} is null. */
    public boolean isNull(long i) {
        return column.isNull(i);
    }

    /** Whether the rows are views of 16 bytes, not runs between offsets. */
    public boolean isViews() {
        return views;
    }

    /** The offsets, one more than there are rows, int32 or int64; shared. Empty where the rows are views. */
    public NdArray offsets() {
        if (views || length() == 0) {
            return column.buffers().getFirst().array(width == Long.BYTES ? DType.INT64 : DType.INT32, Shape.of(0), 0);
        }
        return column.buffers().getFirst().array(width == Long.BYTES ? DType.INT64 : DType.INT32,
                Shape.of(length() + 1), column.offset() * width);
    }

    /** The views of 16 bytes as uint8 of shape {@code (n, 16)}; shared. Of no rows where there are offsets. */
    public NdArray views() {
        return views ? column.plain(0, DType.UINT8, VIEW_BYTES)
                : column.buffers().getFirst().array(DType.UINT8, Shape.of(0, VIEW_BYTES), 0);
    }

    /** The bytes that offsets or views point into: one buffer, or the side buffers; shared. */
    public List<NdArray> data() {
        return column.buffers().stream().skip(1).map(ArrowBuffer::bytes).toList();
    }

    /**
     * The bytes of row {@code i}, copied; whatever lies there where the row is null.
     *
     * @throws io.arrayport.core.error.IndexException where there is no such row
     * @throws ForeignDescriptorException where the row points outside its buffer
     */
    public byte[] bytes(long i) {
        Bounds.requireRow("bytes", column, i);
        Unchanged.require(column, i, i + 1);
        return views ? viewed(i) : between(i);
    }

    /**
     * The text of row {@code i}, copied.
     *
     * @throws ForeignDescriptorException where it is no UTF-8, or points outside its buffer
     */
    public String get(long i) {
        byte[] bytes = bytes(i);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException broken) {
            throw new ForeignDescriptorException(column.where() + ": row " + i + ": its " + bytes.length
                    + " bytes are no UTF-8: bytes(i) gives them as they are", broken);
        }
    }

    /** All rows as Java Strings, copied, "" where one is null: for small columns and tests. */
    public List<String> toList() {
        List<String> rows = new ArrayList<>();
        for (long i = 0; i < length(); i++) {
            rows.add(isNull(i) ? "" : get(i));
        }
        return rows;
    }

    private byte[] between(long i) {
        long from = column.integer(0, i);
        long to = column.integer(0, i + 1);
        ArrowBuffer data = column.buffers().get(1);
        if (from < 0 || to < from || to > data.length() || to - from > Integer.MAX_VALUE - Long.BYTES) {
            throw outside(i, "bytes " + from + " to " + to, data);
        }
        return data.copy(from, (int) (to - from));
    }

    private byte[] viewed(long i) {
        ArrowBuffer all = column.buffers().getFirst();
        long at = (column.offset() + i) * VIEW_BYTES;
        ByteBuffer view = ByteBuffer.wrap(all.copy(at, VIEW_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        int size = view.getInt(0);
        if (size < 0) {
            throw new ForeignDescriptorException(column.where() + ": row " + i + ": its view says " + size + " bytes");
        }
        if (size <= INLINE) {
            byte[] bytes = new byte[size];
            view.get(Integer.BYTES, bytes);
            return bytes;
        }
        int buffer = view.getInt(2 * Integer.BYTES);
        int from = view.getInt(3 * Integer.BYTES);
        if (buffer < 0 || buffer >= column.buffers().size() - 1) {
            throw new ForeignDescriptorException(column.where() + ": row " + i + ": its view says side buffer " + buffer
                    + ", there are " + (column.buffers().size() - 1));
        }
        ArrowBuffer data = column.buffers().get(buffer + 1);
        if (from < 0 || from > data.length() - size) {
            throw outside(i, "bytes " + from + " to " + ((long) from + size), data);
        }
        return data.copy(from, size);
    }

    private ForeignDescriptorException outside(long i, String bytes, ArrowBuffer data) {
        return new ForeignDescriptorException(
                column.where() + ": row " + i + ": its " + (views ? "view says " : "offsets say ")
                        + bytes + " of a data buffer of " + data.length());
    }

    @Override
    public String toString() {
        return "TextColumn[" + column + "]";
    }
}
