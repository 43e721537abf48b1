package io.arrayport.core;

import io.arrayport.core.memory.MemoryInfo;

/** What NumPy leaves to its allocator: how much memory arrays use, and giving back what they no longer do. */
public sealed interface MemoryUse permits Np {
    /** What memory off the heap is used for now: arrays made here, imports by their kind, exports, what is kept. */
    default MemoryInfo memoryInfo() {
        return MemoryInfo.now();
    }

    /**
     * Gives to the system what freed arrays have left behind for the next ones; without it that happens after some
     * seconds, or when there is need. Call {@code System.gc()} first if arrays were dropped without being closed.
     *
     * @return bytes given back
     */
    default long memoryTrim() {
        return MemoryInfo.trim();
    }

    /** Lets {@link MemoryInfo#peak} begin anew at what is used now. */
    default void memoryResetPeak() {
        MemoryInfo.resetPeak();
    }
}
