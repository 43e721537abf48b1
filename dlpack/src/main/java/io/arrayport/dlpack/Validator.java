package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Memory;

/**
 * Reads a managed tensor that somebody else wrote. Nothing in it is believed, and no field is read twice, so that a
 * producer that writes meanwhile cannot slip a value past its check. Every refusal names the field, what it held and
 * what was expected.
 *
 * <p>Two things cannot be checked: that a pointer points to memory, and that the memory is as large as the shape says.
 */
final class Validator {
    private static final MemorySegment RAW = Memory.RAW;
    /** Room above the last byte, so that no later arithmetic on addresses can overflow. */
    private static final long MARGIN = 64;

    private final String origin;
    private final long tensor;

    private Validator(String origin, long tensor) {
        this.origin = origin;
        this.tensor = tensor;
    }

    /**
     * Checks the tensor at {@code address}.
     *
     * @throws ForeignDescriptorException on the first field that does not hold
     */
    static Descriptor check(String origin, long address, Abi.Form form, LegacyAccess access) {
        Validator validator = new Validator(origin, address + form.tensor);
        boolean readOnly = access == LegacyAccess.READ_ONLY;
        if (form == Abi.Form.VERSIONED) {
            validator.checkVersion(address); // first: of another major version only the deleter's place is known
            readOnly = (RAW.get(JAVA_LONG_UNALIGNED, address + Abi.FLAGS) & Abi.READ_ONLY) != 0;
        }
        return validator.tensor(readOnly);
    }

    /** What a tensor without data shall be like. */
    record Prototype(DType dtype, Device device, Shape shape) {}

    /**
     * Checks a {@code DLTensor} of which only type, device and shape count.
     *
     * @throws ForeignDescriptorException on the first field that does not hold
     */
    static Prototype prototype(String origin, long address) {
        Validator validator = new Validator(origin, address);
        validator.checkDevice();
        DType dtype = validator.dtype();
        return new Prototype(dtype, Device.CPU, Shape.of(validator.shape(dtype.itemsize())));
    }

    private void checkVersion(long address) {
        long major = Integer.toUnsignedLong(RAW.get(JAVA_INT_UNALIGNED, address + Abi.MAJOR));
        if (major != Abi.MAJOR_VERSION) {
            throw refuse("version.major", major, "1; ask the producer for max_version (1, " + Abi.MINOR_VERSION + ")");
        }
    }

    private Descriptor tensor(boolean readOnly) {
        checkDevice();
        DType dtype = dtype();
        long[] dims = shape(dtype.itemsize());
        Shape shape = Shape.of(dims);
        long[] strides = strides(dims, shape.size() == 0, dtype.itemsize());
        return shape.size() == 0 ? empty(dtype, shape, strides, readOnly) : filled(dtype, shape, strides, readOnly);
    }

    private void checkDevice() {
        int type = RAW.get(JAVA_INT_UNALIGNED, tensor + Abi.DEVICE_TYPE);
        if (type != DeviceType.CPU.code()) {
            throw refuse("dl_tensor.device.device_type", type + " (" + Devices.name(type) + ")",
                    "1 (CPU); move the tensor to the CPU at its producer");
        }
    }

    private DType dtype() {
        int code = Byte.toUnsignedInt(RAW.get(JAVA_BYTE, tensor + Abi.CODE));
        int bits = Byte.toUnsignedInt(RAW.get(JAVA_BYTE, tensor + Abi.BITS));
        int lanes = Short.toUnsignedInt(RAW.get(JAVA_SHORT_UNALIGNED, tensor + Abi.LANES));
        if (lanes != 1) {
            throw refuse("dl_tensor.dtype.lanes", lanes, "1: vector types have no dtype here");
        }
        TypeTable row = TypeTable.of(code, bits);
        if (row == null) {
            String name = TypeTable.codeName(code);
            throw TypeTable.hasCode(code)
                    ? refuse("dl_tensor.dtype.bits", bits,
                            TypeTable.bitsOf(code) + " for code " + code + " (" + name + ")")
                    : refuse("dl_tensor.dtype.code", code + " (" + name + ")",
                            "0 to 6 except 3: int, uint, float, bfloat, complex, bool");
        }
        return row.dtype();
    }

    /** Lengths, of which the product of those that are not 0 is countable in bytes, as NumPy asks. */
    private long[] shape(int itemsize) {
        int ndim = RAW.get(JAVA_INT_UNALIGNED, tensor + Abi.NDIM);
        if (ndim < 0 || ndim > Shape.MAX_NDIM) {
            throw refuse("dl_tensor.ndim", ndim, "0 to " + Shape.MAX_NDIM);
        }
        long[] dims = new long[ndim];
        long pointer = RAW.get(JAVA_LONG_UNALIGNED, tensor + Abi.SHAPE);
        if (ndim > 0) {
            checkPointer("dl_tensor.shape", pointer, ndim);
        }
        long bytes = itemsize;
        for (int axis = 0; axis < ndim; axis++) {
            dims[axis] = RAW.get(JAVA_LONG_UNALIGNED, pointer + 8L * axis);
            if (dims[axis] < 0) {
                throw refuse("dl_tensor.shape[" + axis + "]", dims[axis], "at least 0");
            }
            long factor = Math.max(1, dims[axis]);
            if (Math.multiplyHigh(bytes, factor) != 0 || bytes * factor < 0) {
                throw refuse("dl_tensor.shape[" + axis + "]", dims[axis], "lengths whose product, times " + itemsize
                        + " bytes, fits 63 bits");
            }
            bytes *= factor;
        }
        return dims;
    }

    private void checkPointer(String field, long pointer, int ndim) {
        if (pointer <= 0 || pointer > Long.MAX_VALUE - 8L * ndim) {
            throw refuse(field, pointer == 0 ? "NULL" : hex(pointer), "a pointer to " + ndim + " lengths");
        }
    }

    /** Byte strides. NULL means C order: not allowed since 1.2, but legacy producers send it. */
    private long[] strides(long[] dims, boolean empty, int itemsize) {
        long pointer = RAW.get(JAVA_LONG_UNALIGNED, tensor + Abi.STRIDES);
        long[] strides = new long[dims.length];
        if (pointer != 0 && dims.length > 0) {
            checkPointer("dl_tensor.strides", pointer, dims.length);
        }
        long packed = itemsize;
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            strides[axis] = pointer == 0 ? packed : RAW.get(JAVA_LONG_UNALIGNED, pointer + 8L * axis);
            if (pointer != 0) {
                strides[axis] = byteStride(axis, strides[axis], dims[axis] > 1 && !empty, itemsize, packed);
            }
            packed *= Math.max(1, dims[axis]);
        }
        return strides;
    }

    private long byteStride(int axis, long stride, boolean taken, int itemsize, long packed) {
        if (Math.multiplyHigh(stride, itemsize) == stride * itemsize >> 63) {
            return stride * itemsize;
        }
        if (taken) {
            throw refuse("dl_tensor.strides[" + axis + "]", stride,
                    "a stride that fits 63 bits in bytes, at " + itemsize + " per element");
        }
        return packed; // no element takes this step; debug builds of NumPy put the largest number there
    }

    private Descriptor empty(DType dtype, Shape shape, long[] strides, boolean readOnly) {
        long data = RAW.get(JAVA_LONG_UNALIGNED, tensor + Abi.DATA);
        // No element is behind it, so whatever it is does no harm, and an address keeps its sign.
        return new Descriptor(dtype, Math.max(0, data), 0, Layout.of(shape, strides, 0), readOnly);
    }

    private Descriptor filled(DType dtype, Shape shape, long[] strides, boolean readOnly) {
        long data = RAW.get(JAVA_LONG_UNALIGNED, tensor + Abi.DATA);
        long byteOffset = RAW.get(JAVA_LONG_UNALIGNED, tensor + Abi.BYTE_OFFSET);
        if (data <= 0) {
            throw refuse("dl_tensor.data", data == 0 ? "NULL" : hex(data),
                    "the address of " + shape.size() + " elements");
        }
        if (byteOffset < 0 || byteOffset > Long.MAX_VALUE - MARGIN - dtype.itemsize() - data) {
            throw refuse("dl_tensor.byte_offset", Long.toUnsignedString(byteOffset),
                    "an offset that stays in the address space from " + hex(data));
        }
        long first = data + byteOffset;
        long low = first;
        long high = first + dtype.itemsize();
        for (int axis = 0; axis < strides.length; axis++) {
            long steps = shape.dim(axis) - 1;
            long reach = strides[axis] * steps;
            boolean counts = Math.multiplyHigh(strides[axis], steps) == reach >> 63;
            if (!counts || reach < 0 && low + reach <= 0 || reach > 0 && high > Long.MAX_VALUE - MARGIN - reach) {
                throw refuse("dl_tensor.strides[" + axis + "]", strides[axis] / dtype.itemsize(),
                        "a stride whose " + steps + " steps stay in the address space from " + hex(first));
            }
            low += Math.min(0, reach);
            high += Math.max(0, reach);
        }
        return new Descriptor(dtype, low, high - low, Layout.of(shape, strides, first - low), readOnly);
    }

    private ForeignDescriptorException refuse(String field, Object actual, String expected) {
        return new ForeignDescriptorException(
                "dlpack import from " + origin + ": " + field + " is " + actual + ", expected " + expected);
    }

    private static String hex(long address) {
        return "0x" + Long.toHexString(address);
    }
}
