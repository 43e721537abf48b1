package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;

/** The C structs of DLPack 1.3 on a 64-bit machine, and the numbers of its header. Offsets are in bytes. */
final class Abi {
    static final StructLayout TENSOR = MemoryLayout
            .structLayout(ADDRESS.withName("data"), JAVA_INT.withName("device_type"),
                    JAVA_INT.withName("device_id"), JAVA_INT.withName("ndim"), JAVA_BYTE.withName("code"),
                    JAVA_BYTE.withName("bits"),
                    JAVA_SHORT.withName("lanes"), ADDRESS.withName("shape"), ADDRESS.withName("strides"),
                    JAVA_LONG.withName("byte_offset"))
            .withName("DLTensor");

    static final StructLayout MANAGED = MemoryLayout
            .structLayout(TENSOR.withName("dl_tensor"), ADDRESS.withName("manager_ctx"), ADDRESS.withName("deleter"))
            .withName("DLManagedTensor");

    static final StructLayout VERSIONED = MemoryLayout
            .structLayout(JAVA_INT.withName("major"), JAVA_INT.withName("minor"),
                    ADDRESS.withName("manager_ctx"), ADDRESS.withName("deleter"), JAVA_LONG.withName("flags"),
                    TENSOR.withName("dl_tensor"))
            .withName("DLManagedTensorVersioned");

    static final long DATA = offset(TENSOR, "data");
    static final long DEVICE_TYPE = offset(TENSOR, "device_type");
    static final long DEVICE_ID = offset(TENSOR, "device_id");
    static final long NDIM = offset(TENSOR, "ndim");
    static final long CODE = offset(TENSOR, "code");
    static final long BITS = offset(TENSOR, "bits");
    static final long LANES = offset(TENSOR, "lanes");
    static final long SHAPE = offset(TENSOR, "shape");
    static final long STRIDES = offset(TENSOR, "strides");
    static final long BYTE_OFFSET = offset(TENSOR, "byte_offset");

    static final long MAJOR = offset(VERSIONED, "major");
    static final long MINOR = offset(VERSIONED, "minor");
    static final long FLAGS = offset(VERSIONED, "flags");

    /** The version written into what leaves. An importer takes any minor version of the same major one. */
    static final int MAJOR_VERSION = 1;
    static final int MINOR_VERSION = 3;

    static final long READ_ONLY = 1;
    static final long IS_COPIED = 2;
    static final long SUBBYTE_PADDED = 4;

    private Abi() {}

    private static long offset(StructLayout struct, String field) {
        return struct.byteOffset(PathElement.groupElement(field));
    }

    /** Where the two kinds of managed tensor differ: the one place that knows it. */
    enum Form {
        /** {@code DLManagedTensor}: no version and no flags, so it cannot say that it is read-only. */
        LEGACY(MANAGED),
        /** {@code DLManagedTensorVersioned}. */
        VERSIONED(Abi.VERSIONED);

        final long size;
        final long tensor;
        final long managerCtx;
        final long deleter;

        Form(StructLayout layout) {
            size = layout.byteSize();
            tensor = offset(layout, "dl_tensor");
            managerCtx = offset(layout, "manager_ctx");
            deleter = offset(layout, "deleter");
        }

        static Form of(boolean versioned) {
            return versioned ? VERSIONED : LEGACY;
        }
    }
}
