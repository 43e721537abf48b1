package io.arrayport.gpu.driver;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;

/**
 * Eight bytes of a device where kernels note the number of the first element that is wrong, read by one small download.
 * Those where nothing was noted are kept, since they are ready for the next operation as they are.
 */
public final class FirstWrong implements AutoCloseable {
    /** What stands there while nothing is wrong. */
    public static final long NONE = -1;

    private final Gpu gpu;
    private final DevicePool.Block block;
    private final MemorySegment host = Arena.ofAuto().allocate(ValueLayout.JAVA_LONG);
    private boolean ready;

    private FirstWrong(Gpu gpu) {
        this.gpu = gpu;
        this.block = gpu.pool().take(Long.BYTES);
        host.set(ValueLayout.JAVA_LONG, 0, NONE);
        try {
            gpu.upload(host.address(), block.address(), Long.BYTES);
        } catch (RuntimeException | Error refused) {
            gpu.pool().give(block);
            throw refused;
        }
    }

    /** Returns one of a device, to be closed when its operation is done. */
    public static FirstWrong on(Gpu gpu) {
        ArrayDeque<FirstWrong> kept = gpu.cells();
        synchronized (kept) {
            if (!kept.isEmpty()) {
                return kept.pop();
            }
        }
        return new FirstWrong(gpu);
    }

    /** Returns where kernels note it. */
    public long address() {
        return block.address();
    }

    /** Waits for what was asked before, and returns what was noted; or {@link #NONE}. */
    public long found() {
        ready = false;
        gpu.download(block.address(), host.address(), Long.BYTES);
        long found = host.get(ValueLayout.JAVA_LONG, 0);
        ready = found == NONE;
        return found;
    }

    /** Returns a long that lies on the device. */
    public long read(long address) {
        gpu.download(address, host.address(), Long.BYTES);
        return host.get(ValueLayout.JAVA_LONG, 0);
    }

    @Override
    public void close() {
        if (!ready) {
            gpu.pool().give(block);
            return;
        }
        ready = false;
        ArrayDeque<FirstWrong> kept = gpu.cells();
        synchronized (kept) {
            kept.push(this);
        }
    }
}
