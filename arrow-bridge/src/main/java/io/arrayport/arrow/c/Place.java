package io.arrayport.arrow.c;

import java.util.Optional;

import io.arrayport.arrow.column.Lines;
import io.arrayport.core.backend.Streams;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;

/**
 * Where an {@code ArrowDeviceArray}'s buffers lie, and from when on. Pinned memory of CUDA is main memory, and managed
 * memory is the device's: a kernel of anybody may be at work there, so that the processor stays away.
 *
 * @param device as arrays have it
 * @param streams the order of work there, where there is one: of the device that pinned memory belongs to, too
 * @param event where the driver's handle lies of what has to come first: in the producer's memory, to be read when the
 *        array is taken; 0 if nothing has to
 */
record Place(Device device, Optional<Streams> streams, long event) {
    /** Main memory, ready. */
    static final Place HERE = new Place(Device.CPU, Optional.empty(), 0);

    /**
     * Reads the members of the device interface, and nothing that they point to; takes nothing.
     *
     * @throws ZeroCopyException where it lies where nobody here computes
     * @throws ForeignDescriptorException where the members contradict each other
     */
    static Place of(String operation, long array) {
        int type = Raw.integer(array + Struct.DEVICE_TYPE);
        long id = Raw.word(array + Struct.DEVICE_ID);
        long pointer = Raw.word(array + Struct.SYNC_EVENT);
        if (type == DeviceType.CPU.code()) {
            if (pointer != 0) {
                throw error(operation, "sync_event: expected NULL on the CPU, found an event");
            }
            return HERE;
        }
        requireKnown(operation, "the array lies", type);
        if (id < (type == DeviceType.CUDA_HOST.code() ? -1 : 0) || id > Integer.MAX_VALUE) {
            throw error(operation, "device_id: expected the number of a device, found " + id);
        }
        Device cuda = Device.cuda((int) Math.max(0, id));
        Optional<Streams> streams = Streams.of(cuda);
        boolean pinned = type == DeviceType.CUDA_HOST.code();
        if (streams.isEmpty() && (!pinned || pointer != 0)) {
            throw nobody(operation, "the array lies", type, ", on " + cuda);
        }
        return new Place(pinned ? Device.CPU : cuda, streams, event(operation, pointer));
    }

    /** Throws unless memory of this type can be taken at all. */
    static void requireKnown(String operation, String what, int type) {
        if (type != DeviceType.CPU.code() && type != DeviceType.CUDA.code() && type != DeviceType.CUDA_HOST.code()
                && type != DeviceType.CUDA_MANAGED.code()) {
            throw new ZeroCopyException("arrow " + operation + ": device_type: " + what + " on a device of type " + type
                    + ", expected 1 (CPU), 2, 3 or 13 (CUDA's): have its producer copy it to the CPU");
        }
    }

    /** Throws unless batches of a stream for devices of this type can be taken: which device, each of them says. */
    static void requireStream(String operation, int type) {
        String what = "the stream's batches lie";
        requireKnown(operation, what, type);
        boolean there = type == DeviceType.CUDA.code() || type == DeviceType.CUDA_MANAGED.code();
        if (there && Streams.of(Device.cuda(0)).isEmpty()) {
            throw nobody(operation, what, type, "");
        }
    }

    private static ZeroCopyException nobody(String operation, String what, int type, String where) {
        return new ZeroCopyException("arrow " + operation + ": device_type: " + what + " on a device of type " + type
                + where
                + ", and no module here computes there: add the gpu module where there is a driver, or have its "
                + "producer copy it to the CPU");
    }

    /** A {@code cudaEvent_t *}, or NULL. */
    private static long event(String operation, long pointer) {
        if (pointer != 0 && (!Raw.isRange(pointer, Struct.WORD) || pointer % Struct.WORD != 0)) {
            throw error(operation, "sync_event: expected the address of an event, found " + Raw.shown(pointer));
        }
        return pointer;
    }

    private static ForeignDescriptorException error(String operation, String problem) {
        return new ForeignDescriptorException(Lines.one("arrow " + operation + ": " + problem));
    }

    /**
     * What is done here from now on comes after what made the array: on a device in its order, in main memory at once.
     * Only for whoever has taken the array: another consumer may have released it, and the event with it.
     *
     * @throws ForeignDescriptorException where the event is NULL
     * @throws io.arrayport.core.error.DeviceException where the device does not take the event
     */
    void follow(String operation) {
        if (event == 0) {
            return;
        }
        long handle = Raw.word(event);
        if (handle == 0) {
            throw error(operation, "sync_event: expected the address of an event, found one of NULL");
        }
        streams.ifPresent(there -> {
            if (isHere()) {
                there.await(handle);
            } else {
                there.followEvent(handle);
            }
        });
    }

    /** Before memory goes back to its producer, who may use it at once: our work there is done. */
    void settle() {
        if (!isHere()) {
            streams.ifPresent(Streams::settle);
        }
    }

    boolean isHere() {
        return device.type().isHost();
    }
}
