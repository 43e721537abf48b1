package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;

/**
 * Reads a managed tensor that somebody else wrote. Nothing in it is believed, and no field is read twice. Every refusal
 * names the field, what it held and what was expected.
 *
 * <p>Two things cannot be checked: that a pointer points to memory, and that the memory is as large as the shape says.
 */
final class Validator {
    /** Room above the last byte, so that no later arithmetic on addresses can overflow. */
    private static final long MARGIN = 64;

    private final Fields fields;
    private final long flags;

    private Validator(Fields fields, long flags) {
        this.fields = fields;
        this.flags = flags;
    }

    /**
     * Checks the tensor at {@code address}.
     *
     * @throws ForeignDescriptorException on the first field that does not hold
     */
    static Descriptor check(String origin, long address, Abi.Form form, LegacyAccess access) {
        Validator validator = of(origin, address, form);
        boolean readOnly = form == Abi.Form.VERSIONED ? (validator.flags & Abi.READ_ONLY) != 0
                : access == LegacyAccess.READ_ONLY;
        return validator.tensor(readOnly);
    }

    /**
     * Checks the tensor at {@code address}, whose elements are smaller than a byte and lie side by side.
     *
     * @throws ForeignDescriptorException on the first field that does not hold
     */
    static PackedDescriptor checkPacked(String origin, long address, Abi.Form form) {
        Validator validator = of(origin, address, form);
        boolean readOnly = form == Abi.Form.LEGACY || (validator.flags & Abi.READ_ONLY) != 0;
        return PackedDescriptor.of(validator.fields, (validator.flags & Abi.SUBBYTE_PADDED) != 0, readOnly);
    }

    private static Validator of(String origin, long address, Abi.Form form) {
        Fields fields = new Fields(origin, address + form.tensor);
        long flags = 0;
        if (form == Abi.Form.VERSIONED) {
            // First: of another major version only the deleter's place is known.
            long major = Integer.toUnsignedLong(Memory.RAW.get(JAVA_INT_UNALIGNED, address + Abi.MAJOR));
            if (major != Abi.MAJOR_VERSION) {
                throw fields.refuse("version.major", major,
                        "1; ask the producer for max_version (1, " + Abi.MINOR_VERSION + ")");
            }
            flags = Memory.RAW.get(JAVA_LONG_UNALIGNED, address + Abi.FLAGS);
        }
        return new Validator(fields, flags);
    }

    /** What a tensor without data shall be like. */
    record Prototype(DType dtype, Device device, Shape shape) {}

    /**
     * Checks a {@code DLTensor} of which only type, device and shape count.
     *
     * @throws ForeignDescriptorException on the first field that does not hold
     */
    static Prototype prototype(String origin, long tensor) {
        Fields fields = new Fields(origin, tensor);
        Device device = fields.device();
        Fields.Type type = fields.type();
        if (type.lanes() != 1) {
            throw fields.refuse("dl_tensor.dtype.lanes", type.lanes(), "1: memory is made for elements of one lane");
        }
        // Packed or padded a prototype does not say; what is made says that it is padded.
        DType dtype = TypeTable.read(fields, type, true).dtype();
        return new Prototype(dtype, device, Shape.of(Extents.shape(fields, dtype.itemsize(), 1)));
    }

    private Descriptor tensor(boolean readOnly) {
        Device device = fields.device();
        Fields.Type type = fields.type();
        if (type.lanes() == 0) {
            throw fields.refuse("dl_tensor.dtype.lanes", 0, "at least 1");
        }
        DType dtype = TypeTable.read(fields, type, (flags & Abi.SUBBYTE_PADDED) != 0).dtype();
        Extents extents = Extents.of(fields, dtype.itemsize(), type.lanes());
        Shape shape = Shape.of(extents.dims());
        if (extents.isEmpty()) {
            // No element is behind it, so whatever it is does no harm, and an address keeps its sign.
            long data = Math.max(0, fields.ofLong(Abi.DATA));
            return new Descriptor(dtype, device, data, 0, Layout.of(shape, extents.strides(), 0), readOnly);
        }
        return Devices.hasAddresses(device.type()) ? addressed(dtype, device, shape, extents, readOnly)
                : handled(dtype, device, shape, extents, readOnly);
    }

    private long data(Shape shape) {
        long data = fields.ofLong(Abi.DATA);
        if (data <= 0) {
            throw fields.refuse("dl_tensor.data", data == 0 ? "NULL" : Fields.hex(data),
                    "the address of " + shape.size() + " elements");
        }
        return data;
    }

    /** The offset is part of the address. */
    private Descriptor addressed(DType dtype, Device device, Shape shape, Extents extents, boolean readOnly) {
        long data = data(shape);
        long first = data + offset(data, dtype);
        Reach reach = Reach.of(fields, dtype, shape, extents, first, 0);
        return new Descriptor(dtype, device, reach.low(), reach.high() - reach.low(),
                Layout.of(shape, extents.strides(), first - reach.low()), readOnly);
    }

    /** The buffer is known by a handle, and all offsets count from its start. */
    private Descriptor handled(DType dtype, Device device, Shape shape, Extents extents, boolean readOnly) {
        long data = data(shape);
        long first = offset(data, dtype);
        Reach reach = Reach.of(fields, dtype, shape, extents, first, data);
        return new Descriptor(dtype, device, data, reach.high(), Layout.of(shape, extents.strides(), first), readOnly);
    }

    private long offset(long data, DType dtype) {
        long offset = fields.ofLong(Abi.BYTE_OFFSET);
        if (offset < 0 || offset > Long.MAX_VALUE - MARGIN - dtype.itemsize() - data) {
            throw fields.refuse("dl_tensor.byte_offset", Long.toUnsignedString(offset),
                    "an offset that stays in the address space from " + Fields.hex(data));
        }
        return offset;
    }

    /** The range of bytes that elements lie in. */
    private record Reach(long low, long high) {
        /** @param base of a buffer, which the range must not fall below; 0 where {@code first} is an address */
        static Reach of(Fields fields, DType dtype, Shape shape, Extents extents, long first, long base) {
            long least = base == 0 ? 1 : 0;
            long most = Long.MAX_VALUE - MARGIN - base;
            long low = first;
            long high = first + dtype.itemsize();
            for (int axis = 0; axis < shape.ndim(); axis++) {
                long stride = extents.strides()[axis];
                long steps = shape.dim(axis) - 1;
                long reach = stride * steps;
                boolean counts = Math.multiplyHigh(stride, steps) == reach >> 63;
                if (!counts || reach < 0 && low + reach < least || reach > 0 && high > most - reach) {
                    throw fields.refuse("dl_tensor.strides[" + axis + "]", stride / dtype.itemsize(),
                            "a stride whose " + steps + " steps stay " + (base == 0 ? "in the address space from "
                                    : "in the buffer from offset ") + Fields.hex(first));
                }
                low += Math.min(0, reach);
                high += Math.max(0, reach);
            }
            return new Reach(low, high);
        }
    }
}
