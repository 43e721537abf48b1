package io.arrayport.conformance.bench.child;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

import javax.management.JMException;
import javax.management.ObjectName;

/** What this JVM's compilers have to do. */
final class CompileQueue {
    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
    /** What the threads are called in which Arrayport brings code to being compiled. */
    private static final String THREADS = "arrayport-compile-";
    private static final long GRACE_NANOS = 5_000_000;

    /**
     * Returns whether nothing is being compiled or waits for it. On one core a compiler gets the time that its program
     * leaves it, so the caller waits a moment where there is work.
     */
    boolean isIdle() {
        String queues = describe();
        boolean idle = queues.lines().map(String::strip).filter(line -> !line.isEmpty())
                .allMatch(line -> line.endsWith(":") || line.equals("Empty")) && !isBroughtAbout();
        if (!idle) {
            LockSupport.parkNanos(GRACE_NANOS);
        }
        return idle;
    }

    private static boolean isBroughtAbout() {
        Thread[] threads = new Thread[2 * Thread.activeCount() + 10];
        Thread.enumerate(threads);
        return Arrays.stream(threads).filter(Objects::nonNull)
                .anyMatch(thread -> thread.getName().startsWith(THREADS));
    }

    private static String describe() {
        try {
            return String.valueOf(ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName(COMMANDS),
                    "compilerQueue", null, null));
        } catch (JMException absent) {
            return ""; // Another JVM than HotSpot: steady times must suffice
        }
    }
}
