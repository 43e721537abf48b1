package io.arrayport.arrow.c;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.ColumnParts;
import io.arrayport.arrow.column.Lines;
import io.arrayport.arrow.column.Owner;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Reads an {@code ArrowArray} as a column. Each buffer becomes a storage; the last of them that lets go calls the
 * producer's release callback. The struct says where buffers begin, not where they end: that follows from the length,
 * or from the last offset.
 */
final class ArrayIn {
    private static final String ORIGIN = "Arrow C array";
    private static final int MAX_BUFFERS = 1 << 20;
    /** Whose bits can be counted, rounded up to bytes. */
    private static final long MAX_ROWS = Long.MAX_VALUE - Byte.SIZE;

    private final String operation;
    private final Shared shared;
    private final Owner owner = new Owner();

    private final Place place;

    private ArrayIn(String operation, Moved array, Place place) {
        this.operation = operation;
        this.shared = new Shared(array, place);
        this.place = place;
    }

    /** The release callback's one call, shared by the storages; the import itself holds it until it is done. */
    private static final class Shared extends AtomicInteger implements Runnable {
        private static final long serialVersionUID = 1L;
        private final transient Moved array;
        private final transient Place place;

        Shared(Moved array, Place place) {
            super(1);
            this.array = array;
            this.place = place;
        }

        @Override
        public void run() {
            if (decrementAndGet() == 0) {
                place.settle();
                array.run();
            }
        }
    }

    /**
     * The column of type {@code field} that the struct describes. Takes the struct: it is released with the column, or
     * at once where it is refused.
     *
     * @param place where the buffers lie
     * @throws ForeignDescriptorException where it is malformed; names the member
     */
    static ArrowColumn column(String operation, ArrowField field, Moved array, Place place) {
        ArrayIn in = new ArrayIn(operation, array, place);
        try {
            if (!place.isHere()) {
                DeviceOut.requirePlain("arrow " + operation, field, place.device());
            }
            place.follow(operation);
            ArrowColumn column = in.column(array.address, field, "ArrowArray \"" + field.name() + "\"");
            if (in.owner.storages().isEmpty()) {
                in.storage(0, 0); // nothing but a life
            }
            return column;
        } catch (RuntimeException | Error refused) {
            in.owner.close();
            throw refused;
        } finally {
            in.shared.run();
        }
    }

    /** Goes as deep as the field, whose depth and number of children were looked at as it was read. */
    private ArrowColumn column(long at, ArrowField field, String where) {
        long length = Raw.word(at + Struct.LENGTH);
        long offset = Raw.word(at + Struct.OFFSET);
        long nulls = Raw.word(at + Struct.NULL_COUNT);
        require(where, "length", length, 0, MAX_ROWS);
        require(where, "offset", offset, 0, MAX_ROWS - length);
        require(where, "null_count", nulls, -1, length);
        BufferLayout layout = TypeLayout.buffers(field.type());
        long[] pointers = pointers(at, where, field.type(), layout);
        @Nullable
        ArrowBuffer validity = layout.hasValidity() ? validity(where, pointers[0], offset + length, nulls) : null;
        List<ArrowColumn> children = children(at, field, where);
        List<ArrowBuffer> buffers = new Buffers(where, field.type(), offset + length, pointers).read(layout);
        long dictionary = Raw.word(at + Struct.DICTIONARY);
        @Nullable
        ArrowColumn values = null;
        if (field.type() instanceof ArrowType.Dictionary coded) {
            values = column(live(dictionary, where + ".dictionary"), coded.values(), where + ".dictionary");
        } else if (dictionary != 0) {
            throw error(where, "dictionary: expected NULL for " + field.type() + ", found one");
        }
        return new ColumnParts(ORIGIN, field, length, offset, validity, buffers, children, values, owner).column();
    }

    private long[] pointers(long at, String where, ArrowType type, BufferLayout layout) {
        long count = Raw.word(at + Struct.N_BUFFERS);
        // Views bring their side buffers, and the lengths of those as the last one
        boolean views = layout == BufferLayout.VIEW;
        int least = layout.buffers() + (views ? 1 : 0);
        int most = views ? MAX_BUFFERS : least;
        if (count < least || count > most) {
            require(where, "n_buffers for " + type, count, least, most);
        }
        long array = Raw.word(at + Struct.BUFFERS);
        if (count > 0 && !Raw.isRange(array, count * Struct.WORD)) {
            throw error(where, "buffers: expected " + count + " pointers, found " + Raw.shown(array));
        }
        long[] pointers = new long[(int) count];
        for (int i = 0; i < pointers.length; i++) {
            pointers[i] = Raw.word(array + i * Struct.WORD);
        }
        return pointers;
    }

    /** Counts of 0 are believed, as every consumer does: a bitmap that says otherwise is not looked at. */
    private @Nullable ArrowBuffer validity(String where, long bitmap, long rows, long nulls) {
        if (bitmap == 0 && nulls > 0) {
            throw error(where, "null_count: expected 0 without a validity buffer, found " + nulls);
        }
        if (bitmap == 0 || nulls == 0 || rows == 0) {
            return null;
        }
        long bytes = Math.ceilDiv(rows, Byte.SIZE);
        requireRange(where, 0, "validity", bitmap, bytes);
        return ArrowBuffer.of(storage(bitmap, bytes));
    }

    private void requireRange(String where, int index, String what, long address, long bytes) {
        if (address < 0 || address > Long.MAX_VALUE - bytes) {
            throw error(where, "buffers[" + index + "] (" + what + "): " + bytes + " bytes at 0x"
                    + Long.toHexString(address) + " are not a range of memory");
        }
    }

    private List<ArrowColumn> children(long at, ArrowField field, String where) {
        long count = Raw.word(at + Struct.N_CHILDREN);
        require(where, "n_children", count, field.children().size(), field.children().size());
        long array = Raw.word(at + Struct.CHILDREN);
        if (count > 0 && !Raw.isRange(array, count * Struct.WORD)) {
            throw error(where, "children: expected " + count + " pointers, found " + Raw.shown(array));
        }
        List<ArrowColumn> children = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ArrowField child = field.children().get(i);
            String path = where + ".children[" + i + "] \"" + child.name() + "\"";
            children.add(column(live(Raw.word(array + i * Struct.WORD), path), child, path));
        }
        return children;
    }

    private long live(long address, String where) {
        if (!Raw.isRange(address, Struct.ARRAY.size)) {
            throw error(where, "expected a struct, found " + Raw.shown(address));
        }
        if (Raw.word(address + Struct.ARRAY.release) == 0) {
            throw error(where, "release is NULL: it was released, or moved");
        }
        return address;
    }

    private Storage storage(long address, long bytes) {
        shared.incrementAndGet();
        boolean taken = false;
        try {
            Storage storage = Storage.foreign(ORIGIN, address, bytes, place.device(), Access.IMMUTABLE, shared);
            taken = true;
            return owner.add(storage);
        } finally {
            if (!taken) {
                shared.decrementAndGet();
            }
        }
    }

    /** The buffers of one array besides validity. */
    private final class Buffers {
        private final String where;
        private final ArrowType type;
        private final long rows;
        private final long[] pointers;

        Buffers(String where, ArrowType type, long rows, long... pointers) {
            this.where = where;
            this.type = type;
            this.rows = rows;
            this.pointers = pointers;
        }

        List<ArrowBuffer> read(BufferLayout layout) {
            int width = TypeLayout.offsetBytes(type);
            return switch (layout) {
                case FIXED -> List.of(buffer("values", 1, bits()));
                case VARIABLE -> {
                    ArrowBuffer offsets = buffer("offsets", 1, offsetBytes(width));
                    yield List.of(offsets, buffer("data", 2, last(offsets, width)));
                }
                case VIEW -> views();
                case LIST -> List.of(buffer("offsets", 1, offsetBytes(width)));
                case LIST_VIEW ->
                    List.of(buffer("offsets", 1, product(width)), buffer("sizes", 2, product(width)));
                case SPARSE_UNION -> List.of(buffer("type ids", 0, rows));
                case DENSE_UNION -> List.of(buffer("type ids", 0, rows), buffer("offsets", 1, product(width)));
                default -> List.of();
            };
        }

        private List<ArrowBuffer> views() {
            List<ArrowBuffer> buffers = new ArrayList<>();
            buffers.add(buffer("views", 1, bits()));
            int side = pointers.length - 3;
            if (side > 0 && !Raw.isRange(pointers[pointers.length - 1], side * Struct.WORD)) {
                throw error(where, "buffers[" + (pointers.length - 1) + "]: expected the lengths of " + side
                        + " side buffers, found " + Raw.shown(pointers[pointers.length - 1]));
            }
            for (int i = 0; i < side; i++) {
                long bytes = Raw.word(pointers[pointers.length - 1] + i * Struct.WORD);
                require(where, "length of side buffer " + i, bytes, 0, Long.MAX_VALUE);
                buffers.add(buffer("side buffer " + i, i + 2, bytes));
            }
            return buffers;
        }

        private ArrowBuffer buffer(String what, int index, long bytes) {
            long address = pointers[index];
            if (bytes > 0 && address == 0) {
                throw error(where, "buffers[" + index + "] (" + what + "): expected " + bytes + " bytes, found NULL");
            }
            requireRange(where, index, what, address, bytes);
            return ArrowBuffer.of(storage(bytes == 0 ? 0 : address, bytes));
        }

        private long bits() {
            int bits = TypeLayout.bits(type);
            return bits % Byte.SIZE == 0 ? product(bits / Byte.SIZE) : Math.ceilDiv(rows, Byte.SIZE);
        }

        /** An array without rows may do without offsets. */
        private long offsetBytes(int width) {
            if (rows == 0) {
                return 0;
            }
            return Math.addExact(product(width), width);
        }

        private long product(int each) {
            if (Math.multiplyHigh(rows, each) != 0 || rows * each < 0 || rows * each > Long.MAX_VALUE - Long.BYTES) {
                throw overflow();
            }
            return rows * each;
        }

        private ForeignDescriptorException overflow() {
            return error(where, "length: " + rows + " rows with the offset take more bytes than there are addresses");
        }

        /** Where the data ends; how it gets there is seen when a row is asked for. */
        private long last(ArrowBuffer offsets, int width) {
            if (rows == 0) {
                return 0;
            }
            long at = offsets.address() + rows * width;
            long last = width == Long.BYTES ? Raw.word(at) : Raw.integer(at);
            require(where, "last offset", last, 0, Long.MAX_VALUE);
            return last;
        }
    }

    private void require(String where, String what, long found, long least, long most) {
        if (found < least || found > most) {
            throw error(where, what + ": expected " + (least == most ? least : least + " to " + most) + ", found "
                    + found);
        }
    }

    private ForeignDescriptorException error(String where, String problem) {
        return new ForeignDescriptorException(Lines.at("arrow " + operation, where, problem));
    }
}
