package io.arrayport.core.backend;

import java.util.Optional;

import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;

/**
 * The order of work between this library and neighbours on one device, who queue theirs on streams of their own. A
 * stream is a number: 1 is the device's legacy default stream, 2 that of the calling thread, others are the driver's
 * handles.
 */
public interface Streams {
    /** The stream that everybody means who says nothing. */
    long LEGACY = 1;
    /** No stream: the neighbour sees to the order itself. */
    long UNORDERED = -1;

    /** The stream of all our work. */
    long own();

    /**
     * Before memory goes to a neighbour: what it queues on {@code stream} from now on comes after all that was asked
     * here. When it is given back, nobody else gets it before the neighbour's work that is queued by then is done.
     *
     * @param storage on this device
     * @throws io.arrayport.core.error.DeviceException if the device fails
     */
    void lend(Storage storage, long stream);

    /**
     * What is asked from now on comes after all that a neighbour has queued on {@code stream}.
     *
     * @throws io.arrayport.core.error.DeviceException if the device fails
     */
    void follow(long stream);

    /**
     * Returns when all that was asked is done, also by neighbours who were lent a neighbour's memory: it may go back to
     * whom it came from. Never throws.
     */
    void settle();

    /**
     * Returns an event behind all that was asked here, for a neighbour who waits for events; the caller closes it.
     *
     * @throws io.arrayport.core.error.DeviceException if the device fails
     */
    Event record();

    /**
     * What is asked from now on comes after a neighbour's event. Does not wait.
     *
     * @param event the driver's handle; it has to be one, as this cannot be checked
     * @throws io.arrayport.core.error.DeviceException if the device fails
     */
    void followEvent(long event);

    /**
     * Returns when a neighbour's event has come: what it has made in main memory can be read.
     *
     * @param event the driver's handle; it has to be one, as this cannot be checked
     * @throws io.arrayport.core.error.DeviceException if the device fails
     */
    void await(long event);

    /** A point in a stream of work. */
    interface Event extends AutoCloseable {
        /** The driver's handle, good until it is closed. */
        long handle();

        /** Gives it back; who waits for it already goes on waiting. Idempotent; never throws. */
        @Override
        void close();
    }

    /** The streams of a device; none where nothing computes on it, or its work is in no streams. */
    static Optional<Streams> of(Device device) {
        return Backends.streams(device);
    }
}
