package io.arrayport.gpu;

import io.arrayport.core.backend.Streams;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.DeviceType;

/**
 * A stream of work on a CUDA device, ours or a neighbour's: a value, whose owner keeps the stream itself alive.
 * {@code CudaStream.own(gpu).follow(theirs)} makes what is asked from now on come after their work, and {@code
 * theirs.follow(CudaStream.own(gpu))} theirs after ours.
 *
 * @param device where its work is done
 * @param handle a {@code CUstream}; 1 is the device's legacy default stream, 2 that of the calling thread. It has to be
 *        one, as this cannot be checked
 */
public record CudaStream(Device device, long handle) {
    /** @throws IllegalArgumentException if the device is not a CUDA one, or the handle is 0 or negative */
    public CudaStream {
        if (device.type() != DeviceType.CUDA || handle <= 0) {
            throw new IllegalArgumentException("CudaStream: handle " + handle + " on " + device
                    + "; expected a CUDA device, and 1, 2 or a CUstream");
        }
    }

    /**
     * Returns the stream on which arrays of that device are computed.
     *
     * @throws DeviceException if there is no such device
     */
    public static CudaStream own(Device device) {
        CudaDriver.require(device.id());
        return new CudaStream(device, Streams.of(device)
                .orElseThrow(() -> new DeviceException("CudaStream: " + device + " has no streams")).own());
    }

    /** Returns the device's legacy default stream. */
    public static CudaStream legacy(Device device) {
        return new CudaStream(device, Streams.LEGACY);
    }

    /**
     * Returns an event behind all that is queued here now; the caller closes it.
     *
     * @throws DeviceException if the device fails
     */
    public CudaEvent record() {
        CudaEvent event = CudaEvent.of(device);
        try {
            LibCuda.of(device.id()).call("cuEventRecord", event.handle(), handle);
            return event;
        } catch (RuntimeException | Error failure) {
            event.close();
            throw failure;
        }
    }

    /**
     * What is queued here from now on comes after that event, which may be closed right away. Does not wait.
     *
     * @throws DeviceException if the device fails
     */
    public void waitFor(CudaEvent event) {
        LibCuda.of(device.id()).call("cuStreamWaitEvent", handle, event.handle(), 0);
    }

    /**
     * What is queued here from now on comes after all that is queued on {@code other} now. Does not wait.
     *
     * @throws DeviceException if a device fails
     */
    public void follow(CudaStream other) {
        if (!other.equals(this)) {
            try (CudaEvent event = other.record()) {
                waitFor(event);
            }
        }
    }

    /**
     * Returns whether all that was queued is done.
     *
     * @throws DeviceException if the device fails
     */
    public boolean isDone() {
        return CudaEvent.isDone(LibCuda.of(device.id()).tried("cuStreamQuery", handle), "cuStreamQuery");
    }

    /**
     * Waits until all that was queued is done.
     *
     * @throws DeviceException if the device fails
     */
    public void synchronize() {
        LibCuda.of(device.id()).call("cuStreamSynchronize", handle);
    }
}
