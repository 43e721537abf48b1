package io.arrayport.dlpack;

import io.arrayport.core.backend.Streams;
import io.arrayport.core.foreign.Releases;
import io.arrayport.core.foreign.StackRoom;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;
import io.arrayport.core.ndarray.NdArray;

/**
 * The exchange in addresses, without capsules: for bridges that hand a managed tensor to a native library in the same
 * breath. Who holds an address has to see to it that its deleter is called exactly once; nothing here can check that.
 */
public final class DlpackRaw {
    private DlpackRaw() {}

    /**
     * Exports an array as a {@code DLManagedTensor}, which has no read-only flag. Shares the array's memory until its
     * deleter runs: closing the array meanwhile only ends Java's access.
     *
     * @param consumer who gets it; decides over arrays that are read-only by convention
     * @return address of the struct; the caller owns it
     * @throws io.arrayport.core.error.ZeroCopyException if DLPack, or its legacy form, cannot say what the array is:
     *         byte order, byte strides, read-only memory
     * @throws io.arrayport.core.error.ClosedException if the array is closed
     */
    public static long exportLegacy(NdArray array, LegacyConsumer consumer) {
        return Export.export(array, Abi.Form.LEGACY, consumer);
    }

    /**
     * Exports an array as a {@code DLManagedTensorVersioned}; a read-only one carries the flag. Shares the array's
     * memory until its deleter runs.
     *
     * @return address of the struct; the caller owns it
     * @throws io.arrayport.core.error.ZeroCopyException if DLPack cannot say what the array is: byte order, byte
     *        strides
     * @throws io.arrayport.core.error.ClosedException if the array is closed
     */
    public static long exportVersioned(NdArray array) {
        return Export.export(array, Abi.Form.VERSIONED, LegacyConsumer.UNKNOWN);
    }

    /**
     * Takes a managed tensor in, as an array over its memory. Takes ownership in every case but a NULL or an owned
     * address: when the tensor is refused, its deleter has run before the exception arrives.
     *
     * @param origin who made it, for messages
     * @param address of the struct
     * @param versioned whether it is a {@code DLManagedTensorVersioned}
     * @param access what a legacy tensor allows; a versioned one says so itself
     * @throws io.arrayport.core.error.ForeignDescriptorException if the descriptor is malformed, or says what we do not
     *         take: another major version, a dtype we have not, a device other than the CPU
     */
    public static NdArray open(String origin, long address, boolean versioned, LegacyAccess access) {
        try (DlpackCapsule capsule = DlpackCapsule.adopt(address, versioned)) {
            return Import.open(origin, capsule, access);
        }
    }

    /**
     * Calls the deleter of a managed tensor that the caller owns.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException if the address is NULL, or owned by a capsule or an
     *        imported array
     */
    public static void release(long address, boolean versioned) {
        Claims.checkFree("release", address);
        Managed.release(address, Abi.Form.of(versioned));
    }

    /** The stream of this library's work on a device, given by DLPack's numbers; 0 where there is none. */
    public static long stream(int deviceType, int deviceId) {
        DeviceType type = Devices.of(deviceType);
        return type == null || deviceId < 0 ? 0
                : Streams.of(new Device(type, deviceId)).map(Streams::own).orElse(0L);
    }

    /**
     * To be called before a call into C that may run deleters, such as one that frees a tensor: at the end of its stack
     * a thread should get an exception, and would take the VM with it if the stack ended inside the deleter. Costs a
     * few ns.
     *
     * @throws StackOverflowError if less than 20 KiB are left
     */
    public static void requireStack(String operation) {
        StackRoom.require(operation);
    }

    /**
     * As {@link #requireStack}, before a call into a library that computes on this thread's stack, such as one that
     * runs a model: native code that runs off the end of the stack ends the VM.
     *
     * @throws StackOverflowError if less than 256 KiB are left
     */
    public static void requireLibraryStack(String operation) {
        StackRoom.requireForLibrary(operation);
    }

    /**
     * Runs what gives memory back and may run deleters: now, or, at the end of this thread's stack, later on another
     * thread. For what closes and so must not fail.
     */
    public static void releaseWithStack(Runnable release) {
        Releases.withStack(release);
    }

    /** Exports that their deleter has released since the start: one for each, however often a deleter is called. */
    public static long releasedExports() {
        return LiveExports.released();
    }

    /** Arrays exported since the start that a consumer, or a capsule, still holds. */
    public static long liveExports() {
        return LiveExports.live();
    }
}
