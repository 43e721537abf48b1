package io.arrayport.arrow;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Lease;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.NdArray;

/** The bytes of an array as a storage of their own, which holds them. */
final class HeldBytes {
    private HeldBytes() {}

    static Storage of(String name, NdArray bytes) {
        if (!bytes.dtype().equals(DType.UINT8) && !bytes.dtype().equals(DType.INT8)) {
            throw new DTypeException("Arrow table " + name + ": expected int8 or uint8, found " + bytes.dtype()
                    + ": view(np.uint8) is the bytes of an array");
        }
        if (bytes.ndim() != 1 || !bytes.isCContiguous() || !bytes.device().equals(Device.CPU)) {
            throw new ZeroCopyException(
                    "Arrow table " + name + ": expected bytes side by side in main memory, found shape "
                            + bytes.shape() + " on " + bytes.device() + ": copy() them first");
        }
        Lease lease = bytes.storage().freeze("Arrow table " + name);
        try {
            return Storage.foreign("Arrow table " + name, bytes.size() == 0 ? 0 : bytes.address(), bytes.nbytes(),
                    Device.CPU, Access.IMMUTABLE, lease::close);
        } catch (RuntimeException | Error refused) {
            lease.close();
            throw refused;
        }
    }
}
