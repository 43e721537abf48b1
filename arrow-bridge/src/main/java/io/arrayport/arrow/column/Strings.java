package io.arrayport.arrow.column;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.element.StringView;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyEvent;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.SideBuffers;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * Columns of text as arrays of strings, and these as columns. The elements of such an array are a storage of their own
 * that leases the column's buffers: one mapped file may be the storage of many columns, each with side buffers of its
 * own.
 */
final class Strings {
    /** Bytes from one side buffer over a long one to the next: places in them are counted in ints. */
    private static final long WINDOW = 1L << 30;

    private Strings() {}

    /** Whether rows are text. */
    static boolean isText(ArrowType type) {
        return switch (type) {
            case ArrowType.View view -> view.text();
            case ArrowType.Variable variable -> variable.text();
            default -> false;
        };
    }

    /** The rows of {@code utf8_view} as they lie, whatever is under nulls; nothing moved. */
    static NdArray shared(ArrowColumn column) {
        Unchanged.require(column);
        long bytes = column.length() * StringType.SIZE;
        ArrowBuffer views = column.buffers().getFirst();
        Lease lease = views.storage().lease("strings of " + column.where());
        boolean leased = true;
        try {
            Storage elements = Storage.foreign("Arrow " + column.type(),
                    bytes == 0 ? 0 : views.address() + column.offset() * StringType.SIZE, bytes, Device.CPU,
                    Access.IMMUTABLE, lease::close);
            leased = false;
            return over(elements, column, new StringType(), false);
        } finally {
            if (leased) {
                lease.close();
            }
        }
    }

    /** An array of a storage's elements, over the column's bytes; closes the storage if it cannot be. */
    private static NdArray over(Storage elements, ArrowColumn column, StringType type, boolean writeable) {
        boolean done = false;
        try {
            boolean views = column.type() instanceof ArrowType.View;
            for (ArrowBuffer data : column.buffers().subList(1, column.buffers().size())) {
                for (long from = 0; from == 0 || !views && from < data.length(); from += WINDOW) {
                    long bytes = views ? data.length() : Math.min(data.length() - from, WINDOW + Integer.MAX_VALUE);
                    elements.sideBuffers().adopt(data.storage(), data.offset() + from, bytes);
                }
            }
            NdArray array = NdArray.of(elements, type, Layout.contiguous(Shape.of(column.length()), StringType.SIZE),
                    writeable);
            done = true;
            return array;
        } finally {
            if (!done) {
                elements.close();
            }
        }
    }

    /**
     * The rows of any type of text as new elements over the column's bytes, which stay where they are.
     *
     * @param missing what nulls become; null if there are none to be
     */
    static NdArray viewed(ArrowColumn column, @Nullable Missing missing) {
        Unchanged.require(column);
        Storage elements = Storage.allocate(Math.multiplyExact(column.length(), (long) StringType.SIZE));
        NdArray array = over(elements, column, new StringType(missing, true), true);
        boolean done = false;
        try {
            int held = 0;
            try {
                for (; held < column.buffers().size(); held++) {
                    column.buffers().get(held).storage().acquireOnHost();
                }
                fill(column, array);
            } finally {
                column.buffers().subList(0, held).forEach(buffer -> buffer.storage().release());
            }
            CopyEvent.emit("array of " + column.where(), "each row gets 16 bytes, its text stays", array.nbytes());
            done = true;
            return array;
        } finally {
            if (!done) {
                array.close();
            }
        }
    }

    private static void fill(ArrowColumn column, NdArray array) {
        boolean views = column.type() instanceof ArrowType.View;
        if (views) {
            Memory.copy(column.buffers().getFirst().address() + column.offset() * StringType.SIZE, array.address(),
                    array.nbytes());
        }
        boolean nulls = column.validity().nullCount() > 0;
        for (long i = 0; i < column.length(); i++) {
            long at = array.address() + i * StringType.SIZE;
            if (nulls && column.isNull(i)) {
                StringView.putMissing(at);
            } else if (!views) {
                row(column, i, at);
            }
        }
    }

    /** Writes the view of a row between two offsets. */
    private static void row(ArrowColumn column, long i, long at) {
        int width = TypeLayout.offsetBytes(column.type());
        long from = column.buffers().getFirst().integer(column.offset() + i, width);
        long to = column.buffers().getFirst().integer(column.offset() + i + 1, width);
        ArrowBuffer data = column.buffers().get(1);
        if (from < 0 || to < from || to > data.length() || to - from > Integer.MAX_VALUE) {
            throw new ForeignDescriptorException(column.where() + ": row " + i + " is said to be bytes " + from + " to "
                    + to + " of a data buffer of " + data.length());
        }
        int length = (int) (to - from);
        if (length <= StringType.INLINE) {
            StringView.putShort(at, data.address() + from, length);
        } else {
            long window = from / WINDOW;
            StringView.putLong(at, length, data.address() + from, from % WINDOW << Integer.SIZE | window);
        }
    }

    /** The buffers of a column over an array of strings. */
    static List<ArrowBuffer> buffers(NdArray array) {
        List<ArrowBuffer> buffers = new ArrayList<>(List.of(ArrowBuffer.of(array)));
        for (SideBuffers.Buffer side : array.storage().sideBuffers().buffers()) {
            buffers.add(new ArrowBuffer(side.storage(), 0, side.bytes()));
        }
        return buffers;
    }

    /** Whether an array has strings that are not there, which a column says with a bitmap. */
    static boolean hasMissing(NdArray array) {
        if (!(array.dtype() instanceof StringType type) || type.missing() == null || array.ndim() != 1) {
            return false;
        }
        array.storage().acquireOnHost();
        try {
            for (long i = 0; i < array.size(); i++) {
                if (StringView.isMissing(type, array.address() + i * array.layout().stride(0))) {
                    return true;
                }
            }
            return false;
        } finally {
            array.storage().release();
        }
    }

    /** {@link Validity#ofMissing}. */
    static NdArray bitmap(NdArray array) {
        if (!(array.dtype() instanceof StringType type) || array.ndim() != 1) {
            throw new ZeroCopyException("validity: expected strings of any length and of one axis, found "
                    + array.dtype() + " of shape " + array.shape() + ": Validity.ofMask takes a mask");
        }
        Storage bits = Storage.allocateZeroed(Bitmap.bytes(array.size()));
        boolean done = false;
        try {
            array.storage().acquireOnHost();
            try {
                for (long i = 0; i < array.size(); i++) {
                    if (!StringView.isMissing(type, array.address() + i * array.layout().stride(0))) {
                        long at = bits.address() + i / Byte.SIZE;
                        Memory.RAW.set(JAVA_BYTE, at, (byte) (Memory.RAW.get(JAVA_BYTE, at) | 1 << i % Byte.SIZE));
                    }
                }
            } finally {
                array.storage().release();
            }
            done = true;
            return ArrowBuffer.of(bits).bytes();
        } finally {
            if (!done) {
                bits.close();
            }
        }
    }
}
