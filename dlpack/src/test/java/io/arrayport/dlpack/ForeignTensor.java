package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.invoke.MethodHandles;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.arrayport.core.foreign.NativeCode;
import io.arrayport.core.memory.Memory;
import org.jspecify.annotations.Nullable;

/**
 * A managed tensor of another producer, with a deleter of its own that only counts: the memory stays until {@link
 * #close()}, so that a second call would be counted and not crash. 24 float32 in shape (2, 3, 4) until a test says
 * otherwise.
 */
final class ForeignTensor implements AutoCloseable {
    static final int ELEMENTS = 24;
    private static final long DELETER = Natives.deleterStub(MethodHandles.lookup(), "delete");
    private static final ConcurrentHashMap<Long, AtomicInteger> COUNTS = new ConcurrentHashMap<>();
    private static final AtomicLong IDS = new AtomicLong();

    final Abi.Form form;
    final long address;
    final long data;
    private final long axes;
    private final long id = IDS.incrementAndGet();
    private final AtomicInteger deletions = new AtomicInteger();

    ForeignTensor(boolean versioned) {
        form = Abi.Form.of(versioned);
        address = Natives.malloc(form.size);
        data = Natives.malloc(4 * ELEMENTS);
        axes = Natives.malloc(2 * 8 * 64);
        for (int i = 0; i < ELEMENTS; i++) {
            Memory.RAW.set(JAVA_INT_UNALIGNED, data + 4 * i, Float.floatToRawIntBits(i));
        }
        COUNTS.put(id, deletions);
        setLong(form.managerCtx, id);
        setLong(form.deleter, DELETER);
        if (versioned) {
            setInt(Abi.MAJOR, 1);
            setInt(Abi.MINOR, 0);
            setLong(Abi.FLAGS, 0);
        }
        tensor(Abi.DATA, data);
        setInt(form.tensor + Abi.DEVICE_TYPE, 1);
        setInt(form.tensor + Abi.DEVICE_ID, 0);
        dtype(2, 32, 1);
        tensor(Abi.BYTE_OFFSET, 0);
        axes(new long[]{2, 3, 4}, new long[]{12, 4, 1});
    }

    /** Target of an upcall. */
    static void delete(long self) {
        // manager_ctx lies elsewhere in the two forms; a legacy tensor's data pointer is never a small number.
        long versioned = Memory.RAW.get(JAVA_LONG_UNALIGNED, self + Abi.Form.VERSIONED.managerCtx);
        AtomicInteger count = COUNTS.get(versioned);
        (count != null ? count : COUNTS.get(Memory.RAW.get(JAVA_LONG_UNALIGNED, self + Abi.Form.LEGACY.managerCtx)))
                .incrementAndGet();
    }

    int deletions() {
        return deletions.get();
    }

    ForeignTensor setLong(long offset, long value) {
        Memory.RAW.set(JAVA_LONG_UNALIGNED, address + offset, value);
        return this;
    }

    ForeignTensor setInt(long offset, int value) {
        Memory.RAW.set(JAVA_INT_UNALIGNED, address + offset, value);
        return this;
    }

    /** Sets a 64-bit field of the DLTensor inside. */
    ForeignTensor tensor(long offset, long value) {
        return setLong(form.tensor + offset, value);
    }

    ForeignTensor ndim(int value) {
        return setInt(form.tensor + Abi.NDIM, value);
    }

    ForeignTensor dtype(int code, int bits, int lanes) {
        Memory.RAW.set(JAVA_BYTE, address + form.tensor + Abi.CODE, (byte) code);
        Memory.RAW.set(JAVA_BYTE, address + form.tensor + Abi.BITS, (byte) bits);
        Memory.RAW.set(JAVA_SHORT_UNALIGNED, address + form.tensor + Abi.LANES, (short) lanes);
        return this;
    }

    /** Sets ndim, shape and strides (in elements; null is NULL). */
    ForeignTensor axes(long[] shape, long @Nullable [] strides) {
        ndim(shape.length);
        for (int axis = 0; axis < shape.length; axis++) {
            Memory.RAW.set(JAVA_LONG_UNALIGNED, axes + 8 * axis, shape[axis]);
            if (strides != null) {
                Memory.RAW.set(JAVA_LONG_UNALIGNED, axes + 8 * 64 + 8 * axis, strides[axis]);
            }
        }
        tensor(Abi.SHAPE, axes);
        return tensor(Abi.STRIDES, strides == null ? 0 : axes + 8 * 64);
    }

    DlpackCapsule capsule() {
        return DlpackCapsule.adopt(address, form == Abi.Form.VERSIONED);
    }

    @Override
    public void close() {
        COUNTS.remove(id);
        NativeCode.free(address);
        NativeCode.free(data);
        NativeCode.free(axes);
    }
}
