package io.arrayport.dlpack;

import io.arrayport.core.memory.DeviceType;
import org.jspecify.annotations.Nullable;

/** Devices as a descriptor numbers them, which may be more than this library knows. */
final class Devices {
    private Devices() {}

    /** Null if DLPack 1.3 has no such device. */
    static @Nullable DeviceType of(int code) {
        for (DeviceType type : DeviceType.values()) {
            if (type.code() == code) {
                return type;
            }
        }
        return null;
    }

    /** The name of a {@code DLDeviceType}, for messages. */
    static String name(int code) {
        DeviceType type = of(code);
        return type == null ? "unknown to DLPack 1.3" : type.name();
    }

    /**
     * Whether {@code data} is an address on such a device, so that an offset may be added to it. On the others it is,
     * or may be, a handle of a buffer, and the offset has to stay apart.
     */
    static boolean hasAddresses(DeviceType type) {
        return switch (type) {
            case CPU, CUDA, CUDA_HOST, CUDA_MANAGED, ROCM, ROCM_HOST, ONEAPI -> true;
            case OPENCL, VULKAN, METAL, VPI, EXT_DEV, WEBGPU, HEXAGON, MAIA, TRN -> false;
        };
    }
}
