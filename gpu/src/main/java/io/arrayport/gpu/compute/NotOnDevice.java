package io.arrayport.gpu.compute;

import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;

/** What is not computed on NVIDIA devices: refused, since a copy to main memory would be a silent one. */
final class NotOnDevice {
    private NotOnDevice() {}

    static DeviceException refusal(String operation, Device device) {
        return new DeviceException(operation + ": " + device
                + " does not compute this yet; a copy in main memory does: a.toDevice(Device.CPU)");
    }
}
