package io.arrayport.dlpack;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;

/**
 * What a foreign descriptor of packed elements said, read once and checked.
 *
 * @param type how elements are written
 * @param dtype what they are unpacked to
 * @param shape a last axis of as many as the type has lanes, where it has several
 * @param address of the first byte; may be 0 for an empty tensor
 */
record PackedDescriptor(Fields.Type type, DType dtype, Device device, Shape shape, long address, boolean readOnly) {
    static PackedDescriptor of(Fields fields, boolean padded, boolean readOnly) {
        Device device = fields.device();
        if (!device.type().isHost()) {
            throw fields.refuse("dl_tensor.device.device_type", device, "main memory: packed elements are not carried "
                    + "on devices");
        }
        Fields.Type type = fields.type();
        DType dtype = PackedTensor.unpacked(type.code(), type.bits());
        if (padded) {
            throw fields.refuse("flags", "padded", "packed elements; Dlpack.from takes those of a byte each");
        }
        if (dtype == null) {
            boolean coded = PackedTensor.hasCode(type.code());
            throw fields.refuse(coded ? "dl_tensor.dtype.bits" : "dl_tensor.dtype.code",
                    coded ? type.bits() : type.code() + " (" + TypeTable.codeName(type.code()) + ")",
                    "a type with elements smaller than a byte; Dlpack.from takes the others");
        }
        if (type.lanes() == 0) {
            throw fields.refuse("dl_tensor.dtype.lanes", 0, "at least 1");
        }
        // As if each took a byte, which is more than it does.
        Extents extents = Extents.of(fields, 1, type.lanes());
        long packed = 1;
        for (int axis = extents.dims().length - 1; axis >= 0; axis--) {
            if (extents.dims()[axis] > 1 && !extents.isEmpty() && extents.strides()[axis] != packed) {
                throw fields.refuse("dl_tensor.strides[" + axis + "]", extents.strides()[axis] / type.lanes(),
                        "C order: packed elements have no addresses of their own");
            }
            packed *= Math.max(1, extents.dims()[axis]);
        }
        Shape shape = Shape.of(extents.dims());
        return new PackedDescriptor(type, dtype, device, shape, address(fields, shape), readOnly);
    }

    private static long address(Fields fields, Shape shape) {
        long data = fields.ofLong(Abi.DATA);
        long offset = fields.ofLong(Abi.BYTE_OFFSET);
        if (shape.size() == 0) {
            return Math.max(0, data);
        }
        if (data <= 0) {
            throw fields.refuse("dl_tensor.data", data == 0 ? "NULL" : Fields.hex(data),
                    "the address of " + shape.size() + " elements");
        }
        long most = Long.MAX_VALUE - 64 - shape.size();
        if (offset < 0 || data > most || offset > most - data) {
            throw fields.refuse("dl_tensor.byte_offset", Long.toUnsignedString(offset),
                    "an offset that stays in the address space from " + Fields.hex(data));
        }
        return data + offset;
    }
}
