package io.arrayport.core.kernel;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/** Objects that a thread makes. */
final class Allocations {
    private static final @Nullable ThreadMXBean THREADS = threads();

    private Allocations() {}

    private static @Nullable ThreadMXBean threads() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                && threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled() ? threads
                        : null;
    }

    /** Returns the bytes of all objects that this thread has made; always 0 where the JVM does not count them. */
    static long bytes() {
        return THREADS == null ? 0 : THREADS.getCurrentThreadAllocatedBytes();
    }
}
