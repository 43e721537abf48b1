package io.arrayport.core.kernel;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/** What the current thread takes. */
final class OwnThread {
    private static final @Nullable ThreadMXBean THREADS = threads();

    private OwnThread() {}

    private static @Nullable ThreadMXBean threads() {
        return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
                && threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled() ? threads
                        : null;
    }

    /** Returns the bytes of all objects that this thread has made; always 0 where the JVM does not count them. */
    static long bytes() {
        return THREADS == null ? 0 : THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Returns how long it has run, without waits for a processor; where the JVM cannot say, what time it is. */
    static long nanos() {
        return THREADS != null && THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled()
                ? THREADS.getCurrentThreadCpuTime()
                : System.nanoTime();
    }
}
