package io.arrayport.torch;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import io.arrayport.core.error.ZeroCopyException;
import org.jspecify.annotations.Nullable;

/**
 * The direct buffers in which DJL puts what a program gives it: {@code NDManager.create(float[])} makes a tensor over
 * one. No reference to the tensor keeps it, only the NDArray it was made for, until that is closed. Whoever shares
 * such a tensor has to hold the buffer too, or reads what the collector has freed.
 */
final class JavaBuffers {
    private static final @Nullable VarHandle BUFFER = buffer();

    private JavaBuffers() {}

    /** DJL keeps it to itself, and has no other way to it. */
    private static @Nullable VarHandle buffer() {
        try {
            return MethodHandles.privateLookupIn(PtNDArray.class, MethodHandles.lookup())
                    .findVarHandle(PtNDArray.class, "dataRef", ByteBuffer.class);
        } catch (ReflectiveOperationException otherDjl) {
            return null; // such tensors are refused
        }
    }

    /**
     * The buffer that the bytes at {@code data} lie in: that of the NDArray, or, if it is a view, of another one that a
     * manager has: its own first.
     *
     * @throws ZeroCopyException if none of them has it
     */
    static ByteBuffer keeping(PtNDArray array, long data) {
        ByteBuffer own = of(array, data);
        if (own != null) {
            return own;
        }
        for (NDManager manager = array.getManager(); manager != null; manager = manager.getParentManager()) {
            for (NDArray other : manager.getManagedArrays()) {
                ByteBuffer buffer = other instanceof PtNDArray tensor ? of(tensor, data) : null;
                if (buffer != null) {
                    return buffer;
                }
            }
        }
        throw new ZeroCopyException("torch import: the tensor is a view of memory that libtorch does not own, and the"
                + " NDArray that keeps it (NDManager.create made it from Java's data) is closed or detached; import"
                + " that one, or call duplicate(), which copies, while it is open");
    }

    private static @Nullable ByteBuffer of(PtNDArray array, long data) {
        ByteBuffer buffer = BUFFER == null ? null : (ByteBuffer) BUFFER.getVolatile(array);
        if (buffer == null) {
            return null;
        }
        MemorySegment bytes = MemorySegment.ofBuffer(buffer.duplicate().clear());
        return data >= bytes.address() && data < bytes.address() + bytes.byteSize() ? buffer : null;
    }
}
