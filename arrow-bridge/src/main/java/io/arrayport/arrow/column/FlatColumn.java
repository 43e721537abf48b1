package io.arrayport.arrow.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.exchange.CopyEvent;
import io.arrayport.core.memory.Storage;

/**
 * A column in the form in which it leaves: every buffer begins at row 0, because there are readers, arrow-java among
 * them, that do not look at an offset. Pointers are moved; only bitmaps of slices that begin inside a byte are written
 * anew, n/8 bytes, which is a JFR event.
 *
 * @param column as it was
 * @param nullCount 0 goes with no bitmap; -1 where nobody has counted
 * @param buffers in the format's order with the validity bitmap, which is empty where it is not needed
 * @param dictionary of a dictionary-encoded column
 * @param made the storages of bitmaps written anew, this column's own: to be closed by whoever flattened it, when he
 *     has his leases
 */
public record FlatColumn(ArrowColumn column, long nullCount, List<Optional<ArrowBuffer>> buffers,
        List<FlatColumn> children, Optional<FlatColumn> dictionary, List<Storage> made) implements AutoCloseable {
    private static final long UNCOUNTED = -1;

    /** Copies the lists. */
    public FlatColumn {
        buffers = List.copyOf(buffers);
        children = List.copyOf(children);
        made = List.copyOf(made);
    }

    /**
     * Flattens a column in main memory and all under it, which it shares; what nobody has counted stays so.
     *
     * @throws io.arrayport.core.error.ZeroCopyException where a slice of run ends would need new ones, or the column
     *     lies on a device
     */
    public static FlatColumn of(ArrowColumn column) {
        requireHere(column);
        return of(column, false);
    }

    /** As {@link #of}, shared too, wherever it lies: for who says that he takes it there. */
    public static FlatColumn anywhere(ArrowColumn column) {
        return of(column, false);
    }

    /** As {@link #of}, shared too, with the nulls counted, which looks at each bitmap. */
    public static FlatColumn counted(ArrowColumn column) {
        requireHere(column);
        return of(column, true);
    }

    private static void requireHere(ArrowColumn column) {
        if (!column.device().type().isHost()) {
            throw column.refusal("lies on " + column.device(), "ArrowC.exportDevice lends it there; "
                    + "asNdArray().toDevice(Device.CPU) copies it to main memory");
        }
    }

    private static FlatColumn of(ArrowColumn column, boolean counted) {
        if (column.type() instanceof ArrowType.RunEnds && column.offset() > 0) {
            throw column.refusal("is a slice of a column of run ends, which count from its first row",
                    "give the whole column");
        }
        List<Storage> made = new ArrayList<>();
        List<Optional<ArrowBuffer>> buffers = new ArrayList<>();
        Validity validity = column.validity();
        // A bitmap that would have to be written anew is not written where it says nothing
        boolean counts = counted || validity.isCounted() || validity.firstBit() % Byte.SIZE != 0;
        long nulls = counts ? validity.nullCount() : UNCOUNTED;
        if (column.layout().hasValidity()) {
            buffers.add(nulls == 0 ? Optional.empty() : validity.bitmap()
                    .map(bits -> bitmap("validity bitmap of " + column.where(), bits, validity.firstBit(),
                            column.length(), made)));
        }
        for (int i = 0; i < column.buffers().size(); i++) {
            buffers.add(Optional.of(moved(column, i, made)));
        }
        List<FlatColumn> children = new ArrayList<>();
        for (ArrowColumn child : column.children()) {
            children.add(of(child, counted));
        }
        FlatColumn flat = new FlatColumn(column, nulls, buffers, children,
                column.dictionary().map(values -> of(values, counted)), made);
        flat.requireCurrent();
        return flat;
    }

    /** Its name and type. */
    public ArrowField field() {
        return column.field();
    }

    /** Its rows. */
    public long length() {
        return column.length();
    }

    /**
     * Throws where strings have been written to since the column was made of their array, so that its buffers or its
     * bitmap do not know of them. Whoever freezes the array asks again then.
     *
     * @throws io.arrayport.core.error.ZeroCopyException if they have
     */
    public void requireCurrent() {
        Unchanged.require(column);
    }

    private static ArrowBuffer moved(ArrowColumn column, int index, List<Storage> made) {
        ArrowBuffer buffer = column.buffers().get(index);
        ArrowType type = column.type();
        long offset = column.offset();
        long rows = column.length();
        return switch (column.layout()) {
            case FIXED ->
                type instanceof ArrowType.Bool ? bitmap("bool values of " + column.where(), buffer, offset, rows, made)
                        : part(buffer, offset, rows, TypeLayout.bits(type) / Byte.SIZE);
            case VIEW -> index == 0 ? part(buffer, offset, rows, TypeLayout.bits(type) / Byte.SIZE) : buffer;
            case VARIABLE, LIST -> index == 0 ? offsets(buffer, offset, rows, TypeLayout.offsetBytes(type)) : buffer;
            case LIST_VIEW -> part(buffer, offset, rows, TypeLayout.offsetBytes(type));
            case SPARSE_UNION -> part(buffer, offset, rows, 1);
            case DENSE_UNION -> part(buffer, offset, rows, index == 0 ? 1 : TypeLayout.offsetBytes(type));
            default -> buffer;
        };
    }

    private static ArrowBuffer offsets(ArrowBuffer buffer, long offset, long rows, int width) {
        return rows == 0 ? part(buffer, 0, 0, width) : part(buffer, offset, rows + 1, width);
    }

    private static ArrowBuffer part(ArrowBuffer buffer, long offset, long rows, int width) {
        return new ArrowBuffer(buffer.storage(), buffer.offset() + (rows == 0 ? 0 : offset * width), rows * width);
    }

    private static ArrowBuffer bitmap(String target, ArrowBuffer bits, long first, long rows, List<Storage> made) {
        if (first % Byte.SIZE == 0) {
            return new ArrowBuffer(bits.storage(), bits.offset() + first / Byte.SIZE, Bitmap.bytes(rows));
        }
        CopyEvent.emit(target, "it begins inside a byte, and readers begin at its first bit", Bitmap.bytes(rows));
        ArrowBuffer aligned = Bitmap.aligned(bits, first, rows);
        made.add(aligned.storage());
        return aligned;
    }

    /** Bytes of bitmaps that were written anew, here and below. */
    public long madeBytes() {
        long bytes = 0;
        for (Storage storage : made) {
            bytes += storage.byteSize();
        }
        for (FlatColumn child : children) {
            bytes += child.madeBytes();
        }
        return bytes + dictionary.map(FlatColumn::madeBytes).orElse(0L);
    }

    /** Closes what was made, here and below: leases keep it. */
    @Override
    public void close() {
        made.forEach(Storage::close);
        children.forEach(FlatColumn::close);
        dictionary.ifPresent(FlatColumn::close);
    }
}
