package io.arrayport.core.file;

import io.arrayport.core.layout.Layout;
import io.arrayport.core.loop.CopyLoop;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;

/** The bytes of elements, in C order: what lies so already as it lies, the rest by way of a small buffer. */
public final class RawBytes {
    private static final long PIECE = 1 << 28;
    private static final long GATHERED = 1 << 20;

    private final long base;
    private final int itemsize;
    private final ByteSink sink;

    private RawBytes(long base, int itemsize, ByteSink sink) {
        this.base = base;
        this.itemsize = itemsize;
        this.sink = sink;
    }

    /**
     * Writes all elements. The caller holds the storage.
     *
     * @param base address that the layout's offset is relative to
     */
    public static void write(long base, Layout layout, int itemsize, ByteSink sink) {
        RawBytes bytes = new RawBytes(base, itemsize, sink);
        if (layout.size() == 0) {
            return;
        }
        if (layout.isCContiguous(itemsize)) {
            bytes.contiguous(base + layout.offset(), layout.size() * itemsize);
            return;
        }
        try (Storage buffer = Storage.allocate(Math.min(layout.size() * itemsize, Math.max(GATHERED, itemsize)))) {
            buffer.acquire();
            try {
                bytes.gather(layout, buffer);
            } finally {
                buffer.release();
            }
        }
    }

    private void contiguous(long address, long bytes) {
        for (long from = 0; from < bytes; from += PIECE) {
            sink.write(Memory.segment(address + from, Math.min(PIECE, bytes - from)).asByteBuffer());
        }
    }

    /** As many rows of the first axis at once as the buffer holds; a row that is longer, by its own first axis. */
    private void gather(Layout layout, Storage buffer) {
        long bytes = layout.size() * itemsize;
        if (bytes <= buffer.byteSize()) {
            CopyLoop.copy(base, layout, buffer.address(), Layout.contiguous(layout.shape(), itemsize), itemsize);
            contiguous(buffer.address(), bytes);
            return;
        }
        long rows = buffer.byteSize() / (bytes / layout.dim(0));
        for (long row = 0; row < layout.dim(0); row += Math.max(1, rows)) {
            gather(rows == 0 ? layout.index(0, row)
                    : layout.slice(0, row, Math.min(layout.dim(0), row + rows), 1L), buffer);
        }
    }
}
