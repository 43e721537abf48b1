package io.arrayport.arrow;

import io.arrayport.arrow.ipc.ValidityBitmap;
import io.arrayport.arrow.type.ArrowNumber;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;

/** The values of a vector: what it claims is checked, its buffer retained, and released once by the storage's hook. */
record VectorSource(FieldVector vector) implements Source {
    @Override
    public String name() {
        return "Arrow " + vector.getClass().getSimpleName() + " \"" + vector.getName() + "\"";
    }

    @Override
    public NdArray open() {
        DType dtype = ArrowNumber.of(vector.getMinorType()).map(ArrowNumber::dtype).orElseThrow(() -> refusal(
                "its memory is not one plain number per row", "copy it into a vector of fixed-width numbers"));
        int rows = vector.getValueCount();
        requireNoNulls(rows);
        ArrowBuf values = vector.getDataBuffer();
        long bytes = (long) rows * dtype.itemsize();
        if (values.capacity() < bytes) {
            throw new ForeignDescriptorException(name() + ": values buffer: expected at least " + bytes + " bytes for "
                    + rows + " rows of " + dtype.name() + ", found " + values.capacity());
        }
        // The buffer, not the vector: the vector may drop or replace its buffers while the array lives
        retain(values);
        Storage storage = Storage.foreign(name(), rows == 0 ? 0 : values.memoryAddress(), bytes, Device.CPU,
                Access.IMMUTABLE, () -> values.getReferenceManager().release());
        return NdArray.of(storage, dtype, Layout.contiguous(Shape.of(rows), dtype.itemsize()), false);
    }

    private void requireNoNulls(int rows) {
        ArrowBuf validity = vector.getValidityBuffer();
        long needed = Math.ceilDiv(rows, Byte.SIZE);
        if (validity.capacity() < needed) {
            throw new ForeignDescriptorException(name() + ": validity buffer: expected at least " + needed
                    + " bytes for " + rows + " rows, found " + validity.capacity());
        }
        retain(validity);
        long nulls;
        try {
            nulls = rows == 0 ? 0 : ValidityBitmap.zeros(Memory.segment(validity.memoryAddress(), needed), rows);
        } finally {
            validity.getReferenceManager().release();
        }
        if (nulls > 0) {
            throw refusal("it has " + nulls + (nulls == 1 ? " null in " : " nulls in ") + rows
                    + (rows == 1 ? " row" : " rows"), "fill or drop them first");
        }
    }

    /** Before the bytes are touched: a vector that another thread closes meanwhile must not take them away. */
    private void retain(ArrowBuf buffer) {
        try {
            buffer.getReferenceManager().retain();
        } catch (IllegalArgumentException released) {
            throw new ClosedException("import of " + name() + ": it is closed, or was while it was opened; keep it open"
                    + " until the array is there", released);
        }
    }

    private ZeroCopyException refusal(String reason, String remedy) {
        return new ZeroCopyException("import of " + name() + ": " + reason + "; " + remedy);
    }
}
