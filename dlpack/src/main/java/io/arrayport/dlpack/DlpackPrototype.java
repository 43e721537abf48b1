package io.arrayport.dlpack;

import io.arrayport.core.error.DeviceException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** Plain {@code DLTensor}s, which own nothing: as a prototype to allocate by, and as the tensor in a managed one. */
public final class DlpackPrototype {
    /** Bytes of a {@code DLTensor}. */
    public static final long BYTES = Abi.TENSOR.byteSize();

    private DlpackPrototype() {}

    /** The tensor in a {@code DLManagedTensorVersioned} of this address; pure arithmetic. */
    public static long tensor(long managed) {
        return managed + Abi.Form.VERSIONED.tensor;
    }

    /**
     * Fresh zeroed memory for a tensor of the prototype's dtype, shape and device, in C order.
     *
     * @param tensor address of a {@code DLTensor}, of which data and strides are not looked at
     * @return address of a {@code DLManagedTensorVersioned}; the caller owns it
     * @throws io.arrayport.core.error.ForeignDescriptorException if a field of the prototype does not hold
     * @throws DeviceException if it is not for main memory
     */
    public static long allocate(long tensor) {
        Validator.Prototype wanted = Validator.prototype("prototype", tensor);
        if (!wanted.device().equals(Device.CPU)) {
            throw new DeviceException("dlpack allocate: the prototype asks for memory on " + wanted.device()
                    + ", and this library allocates on the CPU");
        }
        Layout layout = Layout.contiguous(wanted.shape(), wanted.dtype().itemsize());
        Storage storage = Scope.outside(
                () -> Storage.allocateZeroed(wanted.shape().size() * wanted.dtype().itemsize()));
        // Closing ends only our own access: the tensor's lease keeps the bytes.
        try (NdArray array = NdArray.of(storage, wanted.dtype(), layout)) {
            return DlpackRaw.exportVersioned(array);
        }
    }
}
