package io.arrayport.dlpack;

import io.arrayport.core.foreign.StackRoom;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** From a capsule to an array that owns its tensor. */
final class Import {
    private Import() {}

    /** Consumes the capsule, also when the tensor in it is refused. */
    static NdArray open(String origin, DlpackCapsule capsule, LegacyAccess access) {
        StackRoom.require("dlpack import");
        capsule.take("import");
        Tensor tensor = new Tensor(capsule.rawAddress(), capsule.form());
        Descriptor descriptor;
        Storage storage;
        try {
            descriptor = Validator.check(origin, tensor.address, tensor.form, access);
            storage = Storage.foreign(origin, descriptor.address(), descriptor.byteSize(), Device.CPU,
                    descriptor.readOnly() ? Access.IMMUTABLE : Access.WRITEABLE, tensor);
        } catch (RuntimeException | Error e) {
            tensor.run();
            throw e;
        }
        try {
            return NdArray.of(storage, descriptor.dtype(), descriptor.layout());
        } catch (RuntimeException | Error e) {
            storage.close();
            throw e;
        }
    }

    /** The release hook of the array's storage, which sees to it that it runs once. */
    private record Tensor(long address, Abi.Form form) implements Runnable {
        @Override
        public void run() {
            Claims.drop(address); // before the deleter: the C heap may give the address to the next export right after
            Managed.release(address, form);
        }
    }
}
