package io.arrayport.arrow.column;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.util.function.LongSupplier;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/**
 * Some bytes of a storage: one buffer of a column. Borrows the storage.
 *
 * @param offset of the first byte in the storage
 * @param length in bytes
 */
public record ArrowBuffer(Storage storage, long offset, long length) {
    /** @throws ForeignDescriptorException if the bytes are not all inside the storage */
    public ArrowBuffer {
        if (offset < 0 || length < 0 || offset > storage.byteSize() - length) {
            throw new ForeignDescriptorException("arrow buffer: " + length + " bytes at byte " + offset
                    + " are not inside the " + storage.byteSize() + " bytes of " + storage.origin());
        }
    }

    /** All of a storage, borrowed. */
    public static ArrowBuffer of(Storage storage) {
        return new ArrowBuffer(storage, 0, storage.byteSize());
    }

    /** The bytes of an array, which lie side by side. */
    static ArrowBuffer of(NdArray array) {
        return new ArrowBuffer(array.storage(), array.size() == 0 ? 0 : array.address() - array.storage().address(),
                array.nbytes());
    }

    /** Address of the first byte: only to be followed under a lease. */
    public long address() {
        return storage.address() + offset;
    }

    /** A read-only array that shares the buffer, beginning {@code from} bytes into it. */
    public NdArray array(DType dtype, Shape shape, long from) {
        return NdArray.of(storage, dtype, Layout.contiguous(shape, dtype.itemsize()).shifted(offset + from), false);
    }

    /** The bytes, shared, as a read-only array of uint8. */
    public NdArray bytes() {
        return array(DType.UINT8, Shape.of(length), 0);
    }

    /** The 4 or 8 bytes at {@code index * width}, as a signed integer. */
    long integer(long index, int width) {
        if (index < 0 || index >= length / width) {
            throw new ForeignDescriptorException("arrow buffer: expected " + width + " bytes at "
                    + index + " times " + width + ", found a buffer of " + length);
        }
        return held(() -> width == Long.BYTES ? Memory.RAW.get(JAVA_LONG_UNALIGNED, address() + index * width)
                : Memory.RAW.get(JAVA_INT_UNALIGNED, address() + index * width));
    }

    byte[] copy(long from, int count) {
        byte[] bytes = new byte[count];
        held(() -> {
            java.lang.foreign.MemorySegment.copy(Memory.RAW, java.lang.foreign.ValueLayout.JAVA_BYTE, address() + from,
                    bytes, 0, count);
            return 0;
        });
        return bytes;
    }

    /** Whether the processor may follow the address. */
    boolean isHere() {
        return storage.device().type().isHost();
    }

    /** Runs what follows the address; throws where it is none of main memory. */
    long held(LongSupplier read) {
        storage.acquireOnHost();
        try {
            return read.getAsLong();
        } finally {
            storage.release();
        }
    }
}
