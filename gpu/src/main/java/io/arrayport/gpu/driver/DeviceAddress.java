package io.arrayport.gpu.driver;

import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;

/** A number as JCuda's pointers and back: JCuda gives out neither, but counts offsets from null. */
final class DeviceAddress extends CUdeviceptr {
    private static final CUdeviceptr DEVICE_NULL = new CUdeviceptr();
    private static final Pointer HOST_NULL = new Pointer();

    /** Returns the number; what the driver has written here. */
    long value() {
        return getNativePointer();
    }

    static CUdeviceptr device(long address) {
        return DEVICE_NULL.withByteOffset(address);
    }

    static Pointer host(long address) {
        return HOST_NULL.withByteOffset(address);
    }
}
