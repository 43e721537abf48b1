package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

import io.arrayport.core.backend.Streams;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.foreign.HandleTable;
import io.arrayport.core.foreign.NativeCode;
import io.arrayport.core.foreign.StackRoom;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/**
 * One array at a consumer: the lease that keeps its memory, and the block the consumer holds. The block is one piece of
 * C heap: struct, then shape, then strides; its {@code manager_ctx} is the id of this object in {@link LiveExports}.
 */
final class Export extends HandleTable.Entry {
    private static final MemorySegment RAW = Memory.RAW;
    private static final int WORD = Long.BYTES;

    final long block;
    final Abi.Form form;
    final Lease lease;

    private Export(long block, Abi.Form form, Lease lease) {
        this.block = block;
        this.form = form;
        this.lease = lease;
    }

    /** Exports into a struct that the caller owns; see {@link DlpackRaw}. */
    static long export(NdArray array, Abi.Form form, LegacyConsumer consumer) {
        return export(array, form, consumer, 0, Streams.LEGACY);
    }

    /**
     * Exports as {@link #export(NdArray, Abi.Form, LegacyConsumer)}.
     *
     * @param flags to set besides those that the array asks for
     * @param stream on which the consumer uses a device's memory
     */
    static long export(NdArray array, Abi.Form form, LegacyConsumer consumer, long flags, long stream) {
        StackRoom.require("dlpack export");
        ExportRules.Refusal refusal = ExportRules.refusal(array, form, consumer);
        if (refusal != null) {
            throw new ZeroCopyException("dlpack export: " + refusal.reason() + "; " + refusal.remedy());
        }
        Said said = Said.of(array);
        long block = of(said, array.storage(), form, flags | (array.isWriteable() ? 0 : Abi.READ_ONLY)
                | (said.type().isPadded() ? Abi.SUBBYTE_PADDED : 0));
        try {
            Streams.of(array.device()).ifPresent(streams -> streams.lend(array.storage(), stream));
        } catch (RuntimeException | Error e) {
            Managed.release(block, form);
            throw e;
        }
        return block;
    }

    /**
     * What the tensor says of its elements.
     *
     * @param layout with strides of {@code unit} bytes per element
     * @param data of the first element, or a handle of the buffer it lies in
     */
    record Said(TypeTable type, Layout layout, int unit, long data, long byteOffset) {
        static Said of(NdArray array) {
            TypeTable type = ExportRules.type(array.dtype());
            Layout layout = array.layout();
            boolean folded = Devices.hasAddresses(array.storage().device().type());
            // An empty array has no first element; DLPack asks for NULL. libtorch ignores the offset: folded into data.
            long data = layout.size() == 0 ? 0 : folded ? array.address() : array.storage().address();
            return new Said(type, layout, array.itemsize(), data, folded || layout.size() == 0 ? 0 : layout.offset());
        }
    }

    /** Borrows the storage until the deleter runs. */
    static long of(Said said, Storage storage, Abi.Form form, long flags) {
        Lease lease = storage.lease("dlpack");
        try {
            long block = Natives.malloc(form.size + 2L * WORD * said.layout().ndim());
            try {
                if (form == Abi.Form.VERSIONED) {
                    RAW.set(JAVA_INT_UNALIGNED, block + Abi.MAJOR, Abi.MAJOR_VERSION);
                    RAW.set(JAVA_INT_UNALIGNED, block + Abi.MINOR, Abi.MINOR_VERSION);
                    RAW.set(JAVA_LONG_UNALIGNED, block + Abi.FLAGS, flags);
                }
                write(block, form, said, storage.device());
                LiveExports.add(new Export(block, form, lease));
            } catch (RuntimeException | Error e) {
                NativeCode.free(block);
                throw e;
            }
            return block;
        } catch (RuntimeException | Error e) {
            lease.close();
            throw e;
        }
    }

    static DlpackCapsule capsule(NdArray array, Abi.Form form, LegacyConsumer consumer) {
        return capsule(array, form, consumer, 0, Streams.LEGACY);
    }

    static DlpackCapsule capsule(NdArray array, Abi.Form form, LegacyConsumer consumer, long flags, long stream) {
        return adopt(export(array, form, consumer, flags, stream), form);
    }

    /** A capsule for a tensor of ours; it, or nobody, owns it then. */
    static DlpackCapsule adopt(long address, Abi.Form form) {
        try {
            return DlpackCapsule.adopt(address, form == Abi.Form.VERSIONED);
        } catch (RuntimeException | Error e) {
            Managed.release(address, form);
            throw e;
        }
    }

    private static void write(long block, Abi.Form form, Said said, Device device) {
        Layout layout = said.layout();
        int ndim = layout.ndim();
        long tensor = block + form.tensor;
        long shape = block + form.size;
        long strides = shape + (long) WORD * ndim;
        RAW.set(JAVA_LONG_UNALIGNED, tensor + Abi.DATA, said.data());
        RAW.set(JAVA_INT_UNALIGNED, tensor + Abi.DEVICE_TYPE, device.type().code());
        RAW.set(JAVA_INT_UNALIGNED, tensor + Abi.DEVICE_ID, device.id());
        RAW.set(JAVA_INT_UNALIGNED, tensor + Abi.NDIM, ndim);
        RAW.set(JAVA_BYTE, tensor + Abi.CODE, (byte) said.type().code());
        RAW.set(JAVA_BYTE, tensor + Abi.BITS, (byte) said.type().bits());
        RAW.set(JAVA_SHORT_UNALIGNED, tensor + Abi.LANES, (short) 1);
        RAW.set(JAVA_LONG_UNALIGNED, tensor + Abi.SHAPE, ndim == 0 ? 0 : shape);
        RAW.set(JAVA_LONG_UNALIGNED, tensor + Abi.STRIDES, ndim == 0 ? 0 : strides);
        RAW.set(JAVA_LONG_UNALIGNED, tensor + Abi.BYTE_OFFSET, said.byteOffset());
        writeAxes(shape, strides, layout, said.unit());
    }

    private static void writeAxes(long shape, long strides, Layout layout, int itemsize) {
        long packed = 1;
        for (int axis = layout.ndim() - 1; axis >= 0; axis--) {
            long dim = layout.dim(axis);
            long stride = layout.stride(axis);
            RAW.set(JAVA_LONG_UNALIGNED, shape + (long) WORD * axis, dim);
            boolean taken = layout.size() > 0 && dim > 1;
            // One that no element takes may be no whole number of elements, and libtorch throws on some negative ones:
            // say the packed one.
            RAW.set(JAVA_LONG_UNALIGNED, strides + (long) WORD * axis,
                    stride % itemsize == 0 && (taken || stride >= 0) ? stride / itemsize : packed);
            packed *= Math.max(1, dim);
        }
    }
}
