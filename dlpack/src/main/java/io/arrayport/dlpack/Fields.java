package io.arrayport.dlpack;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.memory.Memory;

/**
 * The fields of a {@code DLTensor} that somebody else wrote, each read at most once, so that a producer that writes
 * meanwhile cannot slip a value past its check; and how one is refused.
 */
final class Fields {
    private final String origin;
    private final long tensor;

    /** @param tensor address of the {@code DLTensor} */
    Fields(String origin, long tensor) {
        this.origin = origin;
        this.tensor = tensor;
    }

    int ofInt(long offset) {
        return Memory.RAW.get(JAVA_INT_UNALIGNED, tensor + offset);
    }

    long ofLong(long offset) {
        return Memory.RAW.get(JAVA_LONG_UNALIGNED, tensor + offset);
    }

    /** How elements are written: code, bits of one lane, lanes. */
    record Type(int code, int bits, int lanes) {}

    Type type() {
        return new Type(Byte.toUnsignedInt(Memory.RAW.get(JAVA_BYTE, tensor + Abi.CODE)),
                Byte.toUnsignedInt(Memory.RAW.get(JAVA_BYTE, tensor + Abi.BITS)),
                Short.toUnsignedInt(Memory.RAW.get(JAVA_SHORT_UNALIGNED, tensor + Abi.LANES)));
    }

    Device device() {
        int code = ofInt(Abi.DEVICE_TYPE);
        DeviceType type = Devices.of(code);
        if (type == null) {
            throw refuse("dl_tensor.device.device_type", code + " (" + Devices.name(code) + ")",
                    "a device of DLPack 1.3: 1 to 18 except 5 and 6");
        }
        if (type == DeviceType.CPU) {
            return Device.CPU; // whatever its number
        }
        int id = ofInt(Abi.DEVICE_ID);
        if (id < 0) {
            throw refuse("dl_tensor.device.device_id", id, "at least 0");
        }
        return new Device(type, id);
    }

    ForeignDescriptorException refuse(String field, Object actual, String expected) {
        return new ForeignDescriptorException(
                "dlpack import from " + origin + ": " + field + " is " + actual + ", expected " + expected);
    }

    static String hex(long address) {
        return "0x" + Long.toHexString(address);
    }
}
