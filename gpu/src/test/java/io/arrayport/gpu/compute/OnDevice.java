package io.arrayport.gpu.compute;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.gpu.CudaDriver;
import io.arrayport.gpu.emulator.Emulator;

/** What the tests of the backend's words share. */
final class OnDevice {
    static final Device GPU = Device.cuda(0);

    private OnDevice() {}

    static void require() {
        assumeTrue(Emulator.get().isPresent() || CudaDriver.probe().available(),
                "neither g++ for the emulator nor a GPU is here");
    }

    static Backend backend() {
        return Backend.of("test", GPU);
    }

    static Operand operand(NdArray array) {
        return Operand.of(array.dtype(), array.layout(), array.storage());
    }

    static NdArray here(NdArray there) {
        return there.toDevice(Device.CPU);
    }
}
