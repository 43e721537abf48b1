package io.arrayport.arrow;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.ipc.IpcEncoder;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyEvent;
import io.arrayport.core.file.AsideFile;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.ndarray.NdArray;

/**
 * Writes the values of one column of one batch.
 *
 * @param name the column, for messages
 */
record ColumnWriter(String name, NdArray array) {
    /** A ByteBuffer counts in ints; a multiple of every alignment. */
    private static final long PIECE = 1L << 30;
    private static final long GATHERED = 1L << 20;

    /** One per column, after checking that together they are a batch of {@code schema}. */
    static List<ColumnWriter> of(ArrowSchema schema, NdArray... columns) {
        List<ArrowField> fields = schema.fields();
        if (columns.length != fields.size()) {
            throw new ShapeException("write: expected " + fields.size() + " columns " + schema.names() + ", got "
                    + columns.length);
        }
        List<ColumnWriter> writers = new ArrayList<>(columns.length);
        for (int i = 0; i < columns.length; i++) {
            ColumnWriter writer = new ColumnWriter(fields.get(i).name(), columns[i]);
            writer.require(fields.get(i), columns[0]);
            writers.add(writer);
        }
        return writers;
    }

    private void require(ArrowField field, NdArray first) {
        if (!array.dtype().equals(field.dtype().orElseThrow())) {
            throw new DTypeException("write: column \"" + name + "\": expected " + field.type() + ", got "
                    + array.dtype().name() + (array.dtype().isNative() ? "" : " in foreign byte order")
                    + ": convert it first with astype(...)");
        }
        if (array.ndim() != 1) {
            throw new ShapeException("write: column \"" + name + "\": expected 1 axis, got shape " + array.shape()
                    + ": give each column apart, or reshape it");
        }
        if (array.size() != first.size()) {
            throw new ShapeException("write: column \"" + name + "\" has " + array.size()
                    + " rows, the first column has " + first.size());
        }
        if (!array.device().equals(Device.CPU)) {
            throw new ZeroCopyException("write: column \"" + name + "\" is on " + array.device()
                    + ": bring it to the CPU first");
        }
    }

    /** Bytes of the values, without padding. */
    long bytes() {
        return array.nbytes();
    }

    /** Writes the values and their padding; returns the bytes that had to be gathered first. */
    long write(AsideFile file) {
        long copied = 0;
        if (array.isCContiguous()) {
            writeContiguous(file, array);
        } else {
            copied = gather(file);
        }
        file.write(ByteBuffer.allocate((int) (IpcEncoder.padded(bytes()) - bytes())));
        return copied;
    }

    private static void writeContiguous(AsideFile file, NdArray array) {
        array.storage().acquire();
        try {
            long end = array.nbytes();
            for (long from = 0; from < end; from += PIECE) {
                file.write(Memory.segment(array.address() + from, Math.min(PIECE, end - from)).asByteBuffer());
            }
        } finally {
            array.storage().release();
        }
    }

    private long gather(AsideFile file) {
        long rows = Math.max(1, GATHERED / array.itemsize());
        for (long from = 0; from < array.size(); from += rows) {
            long to = Math.min(array.size(), from + rows);
            NdArray view = NdArray.of(array.storage(), array.dtype(), array.layout().slice(0, from, to, 1L), false);
            try (NdArray packed = view.copy()) {
                writeContiguous(file, packed);
            }
        }
        CopyEvent.emit("Arrow IPC file", "column \"" + name + "\" is not contiguous", array.nbytes());
        return array.nbytes();
    }
}
