package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.foreign.HandleTable;
import io.arrayport.core.foreign.StackRoom;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Memory;
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
        StackRoom.require("dlpack export");
        ExportRules.Refusal refusal = ExportRules.refusal(array, form, consumer);
        if (refusal != null) {
            throw new ZeroCopyException("dlpack export: " + refusal.reason() + "; " + refusal.remedy());
        }
        Lease lease = array.storage().lease("dlpack");
        try {
            Layout layout = array.layout();
            long block = Natives.malloc(form.size + 2L * WORD * layout.ndim());
            try {
                write(block, form, array, layout);
                LiveExports.add(new Export(block, form, lease));
            } catch (RuntimeException | Error e) {
                Natives.free(block);
                throw e;
            }
            return block;
        } catch (RuntimeException | Error e) {
            lease.close();
            throw e;
        }
    }

    static DlpackCapsule capsule(NdArray array, Abi.Form form, LegacyConsumer consumer) {
        long address = export(array, form, consumer);
        try {
            return DlpackCapsule.adopt(address, form == Abi.Form.VERSIONED);
        } catch (RuntimeException | Error e) {
            Managed.release(address, form);
            throw e;
        }
    }

    private static void write(long block, Abi.Form form, NdArray array, Layout layout) {
        if (form == Abi.Form.VERSIONED) {
            RAW.set(JAVA_INT_UNALIGNED, block + Abi.MAJOR, Abi.MAJOR_VERSION);
            RAW.set(JAVA_INT_UNALIGNED, block + Abi.MINOR, Abi.MINOR_VERSION);
            RAW.set(JAVA_LONG_UNALIGNED, block + Abi.FLAGS, array.isWriteable() ? 0 : Abi.READ_ONLY);
        }
        TypeTable type = ExportRules.type(array.dtype());
        Device device = array.storage().device();
        int ndim = layout.ndim();
        long tensor = block + form.tensor;
        long shape = block + form.size;
        long strides = shape + (long) WORD * ndim;
        // An empty array has no first element; DLPack asks for NULL.
        RAW.set(JAVA_LONG_UNALIGNED, tensor + Abi.DATA, layout.size() == 0 ? 0 : array.address());
        RAW.set(JAVA_INT_UNALIGNED, tensor + Abi.DEVICE_TYPE, device.type().code());
        RAW.set(JAVA_INT_UNALIGNED, tensor + Abi.DEVICE_ID, device.id());
        RAW.set(JAVA_INT_UNALIGNED, tensor + Abi.NDIM, ndim);
        RAW.set(JAVA_BYTE, tensor + Abi.CODE, (byte) type.code());
        RAW.set(JAVA_BYTE, tensor + Abi.BITS, (byte) type.bits());
        RAW.set(JAVA_SHORT_UNALIGNED, tensor + Abi.LANES, (short) 1);
        RAW.set(JAVA_LONG_UNALIGNED, tensor + Abi.SHAPE, ndim == 0 ? 0 : shape);
        RAW.set(JAVA_LONG_UNALIGNED, tensor + Abi.STRIDES, ndim == 0 ? 0 : strides);
        // Folded into data: libtorch ignores this field.
        RAW.set(JAVA_LONG_UNALIGNED, tensor + Abi.BYTE_OFFSET, 0);
        writeAxes(shape, strides, layout, array.itemsize());
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
