package io.arrayport.dlpack;

import io.arrayport.core.memory.DeviceType;

/** Devices as a descriptor numbers them, which may be more than this library knows. */
final class Devices {
    private Devices() {}

    /** The name of a {@code DLDeviceType}, for messages. */
    static String name(int code) {
        for (DeviceType type : DeviceType.values()) {
            if (type.code() == code) {
                return type.name();
            }
        }
        return "unknown to DLPack 1.3";
    }
}
