package io.arrayport.core.io;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** Rows of equal size, whose number shows at the end: pieces of memory, each twice as large as the one before. */
final class RowBuffer implements AutoCloseable {
    private static final long FIRST = 1 << 16;
    private static final long LARGEST = 1 << 26;

    private final long rowBytes;
    private final List<Storage> pieces = new ArrayList<>();
    private long rows;
    private long at;
    private long end;

    /** @param rowBytes at least 0 */
    RowBuffer(long rowBytes) {
        this.rowBytes = rowBytes;
    }

    /** How many rows there are. */
    long rows() {
        return rows;
    }

    /** The address of one more row. */
    long add() {
        if (end - at < rowBytes || pieces.isEmpty()) {
            long bytes = Math.max(rowBytes, Math.min(LARGEST, FIRST << Math.min(pieces.size(), 20)));
            // Records may have gaps, and what was in memory before is nobody's business
            Storage piece = Storage.allocateZeroed(rowBytes == 0 ? 0 : bytes / rowBytes * rowBytes);
            piece.acquire();
            pieces.add(piece);
            at = piece.address();
            end = at + piece.byteSize();
        }
        rows++;
        long row = at;
        at += rowBytes;
        return row;
    }

    /** The rows as an array; nothing is left here. */
    NdArray array(DType type, Shape shape) {
        Storage whole = Storage.allocate(rows * rowBytes);
        boolean done = false;
        try {
            long filled = 0;
            for (Storage piece : List.copyOf(pieces)) {
                long bytes = Math.min(piece.byteSize(), whole.byteSize() - filled);
                Memory.copy(piece.address(), whole.address() + filled, bytes);
                filled += bytes;
                // At once, so that there are never two of everything
                give(piece);
                pieces.removeFirst();
            }
            NdArray array = NdArray.of(whole, type, Layout.contiguous(shape, type.itemsize()));
            done = true;
            return array;
        } finally {
            if (!done) {
                whole.close();
            }
        }
    }

    private static void give(Storage piece) {
        piece.release();
        piece.close();
    }

    @Override
    public void close() {
        pieces.forEach(RowBuffer::give);
        pieces.clear();
    }
}
