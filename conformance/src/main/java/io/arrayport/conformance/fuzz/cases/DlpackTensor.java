package io.arrayport.conformance.fuzz.cases;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.util.Arrays;

import io.arrayport.core.memory.Memory;
import org.jspecify.annotations.Nullable;

/** A managed tensor before it is written down: every field, sound or not. Float32 of shape (2, 3) at first. */
final class DlpackTensor {
    static final int MAX_NDIM = 64;
    private static final int KNOWN_OF_ANY_VERSION = 24;
    private static final int LEGACY_BYTES = 64;
    private static final int VERSIONED_BYTES = 80;
    private static final int TENSOR_IN_VERSIONED = 32;

    boolean versioned;
    int major = 1;
    int minor = 3;
    long flags;
    long managerCtx;
    long deleter;
    int deviceType = 1;
    int deviceId;
    int code = 2;
    int bits = 32;
    int lanes = 1;
    int ndim = 2;
    long[] shape = {2, 3};
    /** In elements; null for none. */
    long @Nullable [] strides = {3, 1};
    /** Instead of where the shape is; 0 for NULL. */
    @Nullable
    Long shapePointer;
    /** Instead of where the strides are; 0 for NULL. */
    @Nullable
    Long stridesPointer;
    long data;
    long byteOffset;

    /** Length of an axis; 1 where only {@code ndim} says that there is one. */
    long dim(int axis) {
        return axis < shape.length ? shape[axis] : 1;
    }

    /** Whether the tensor has strides that may be read. */
    boolean hasStrides() {
        return strides != null && (stridesPointer == null || stridesPointer != 0);
    }

    long stride(int axis) {
        return strides != null && axis < strides.length ? strides[axis] : 1;
    }

    /** How many lengths may be read. */
    private int axes() {
        return ndim < 0 || ndim > MAX_NDIM ? 0 : ndim;
    }

    /** Writes the struct, and what it points to. Where nothing may be read there is nothing. */
    long write(Guarded memory) {
        boolean known = !versioned || major == 1;
        long address = memory.before(!known ? KNOWN_OF_ANY_VERSION : versioned ? VERSIONED_BYTES : LEGACY_BYTES);
        long dims = memory.before(8L * axes());
        long steps = memory.before(8L * axes());
        for (int axis = 0; axis < axes(); axis++) {
            word(dims + 8L * axis, dim(axis));
            word(steps + 8L * axis, stride(axis));
        }
        if (versioned) {
            Memory.RAW.set(JAVA_INT_UNALIGNED, address, major);
            Memory.RAW.set(JAVA_INT_UNALIGNED, address + 4, minor);
            word(address + 8, managerCtx);
            word(address + 16, deleter);
        }
        if (versioned && known) {
            word(address + 24, flags);
        }
        if (!versioned) {
            word(address + 48, managerCtx);
            word(address + 56, deleter);
        }
        if (known) {
            tensor(versioned ? address + TENSOR_IN_VERSIONED : address, shapePointer == null ? dims : shapePointer,
                    stridesPointer != null ? stridesPointer : strides == null ? 0 : steps);
        }
        return address;
    }

    private void tensor(long at, long dims, long steps) {
        word(at, data);
        Memory.RAW.set(JAVA_INT_UNALIGNED, at + 8, deviceType);
        Memory.RAW.set(JAVA_INT_UNALIGNED, at + 12, deviceId);
        Memory.RAW.set(JAVA_INT_UNALIGNED, at + 16, ndim);
        Memory.RAW.set(JAVA_BYTE, at + 20, (byte) code);
        Memory.RAW.set(JAVA_BYTE, at + 21, (byte) bits);
        Memory.RAW.set(JAVA_SHORT_UNALIGNED, at + 22, (short) lanes);
        word(at + 24, dims);
        word(at + 32, steps);
        word(at + 40, byteOffset);
    }

    private static void word(long address, long value) {
        Memory.RAW.set(JAVA_LONG_UNALIGNED, address, value);
    }

    @Override
    public String toString() {
        return (versioned ? "versioned " + major + "." + minor + ", flags " + flags : "legacy") + ", device "
                + deviceType + ":" + deviceId + ", dtype (" + code + ", " + bits + ", " + lanes + "), ndim " + ndim
                + ", shape " + (shapePointer == null ? Arrays.toString(shape) : hex(shapePointer)) + ", strides "
                + (stridesPointer == null ? Arrays.toString(strides) : hex(stridesPointer)) + ", data " + hex(data)
                + ", byte_offset " + byteOffset + ", deleter " + (deleter == 0 ? "NULL" : "there");
    }

    private static String hex(long pointer) {
        return "0x" + Long.toHexString(pointer);
    }
}
