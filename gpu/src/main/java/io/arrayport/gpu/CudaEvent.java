package io.arrayport.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicBoolean;

import io.arrayport.core.backend.Streams;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DeviceException;
import io.arrayport.core.memory.Device;

/** A point in a stream of work that others can wait for: {@link CudaStream#record()}, or a neighbour's. */
public final class CudaEvent implements Streams.Event {
    /** It only orders: no time is taken, which would cost some. */
    private static final int DISABLE_TIMING = 2;

    private final Device device;
    private final long handle;
    private final boolean isOurs;
    private final AtomicBoolean closed = new AtomicBoolean();

    private CudaEvent(Device device, long handle, boolean isOurs) {
        this.device = device;
        this.handle = handle;
        this.isOurs = isOurs;
    }

    /** Returns a new one, that nothing has been recorded in. */
    static CudaEvent of(Device device) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG);
            LibCuda.of(device.id()).call("cuEventCreate", out.address(), DISABLE_TIMING);
            return new CudaEvent(device, out.get(ValueLayout.JAVA_LONG, 0), true);
        }
    }

    /**
     * Returns a neighbour's event, who keeps it alive; closing it here does nothing to it.
     *
     * @param handle a {@code CUevent}; it has to be one, as this cannot be checked
     * @throws IllegalArgumentException if it is 0
     */
    public static CudaEvent foreign(Device device, long handle) {
        if (handle == 0) {
            throw new IllegalArgumentException("CudaEvent: handle 0 is no event");
        }
        return new CudaEvent(device, handle, false);
    }

    /** @throws ClosedException after {@link #close()} */
    @Override
    public long handle() {
        if (closed.get()) {
            throw new ClosedException("CudaEvent: this one is closed; record another");
        }
        return handle;
    }

    /**
     * Returns whether all is done that it stands behind.
     *
     * @throws DeviceException if the device fails
     */
    public boolean isDone() {
        return isDone(LibCuda.of(device.id()).tried("cuEventQuery", handle()), "cuEventQuery");
    }

    static boolean isDone(int result, String function) {
        if (result != 0 && result != LibCuda.NOT_READY) {
            throw new DeviceException("cuda: " + function + " gives error " + result);
        }
        return result == 0;
    }

    /**
     * Waits until all is done that it stands behind.
     *
     * @throws DeviceException if the device fails
     */
    public void synchronize() {
        LibCuda.of(device.id()).call("cuEventSynchronize", handle());
    }

    /** Gives the event back; who waits for it already goes on waiting. Of a neighbour's event nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true) && isOurs) {
            try {
                LibCuda.of(device.id()).tried("cuEventDestroy_v2", handle);
            } catch (DeviceException lost) {
                // and its events with it
            }
        }
    }
}
