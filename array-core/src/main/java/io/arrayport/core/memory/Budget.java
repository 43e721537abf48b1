package io.arrayport.core.memory;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

import io.arrayport.core.error.MemoryBudgetException;

/**
 * How many bytes we may hold off the heap. The collector does not feel off-heap bytes, so over the budget it is asked
 * to run, with back-off, before an allocation fails. The system property {@value #PROPERTY} sets the bytes; the default
 * is four fifths of the machine's (or container's) memory.
 */
final class Budget {
    static final String PROPERTY = "io.arrayport.memory.budget";
    private static final int ATTEMPTS = 8;
    private static final AtomicLong HELD = new AtomicLong();

    private Budget() {}

    /** Initialised at the first allocation. */
    private static final class Limit {
        static final long BYTES = limit();

        private static long limit() {
            Long set = Long.getLong(PROPERTY);
            if (set != null) {
                return set;
            }
            return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                    ? os.getTotalMemorySize() / 5 * 4
                    : Long.MAX_VALUE;
        }
    }

    static long checkedPadding(long bytes) {
        if (bytes > Limit.BYTES) {
            throw exhausted(bytes);
        }
        return Memory.padded(bytes);
    }

    static void reserve(long bytes) {
        if (tryReserve(bytes)) {
            return;
        }
        long pause = 1;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            boolean drained = Reaper.drain();
            if (tryReserve(bytes)) {
                return;
            }
            if (!drained) {
                System.gc();
                sleep(pause);
                pause *= 2;
            }
        }
        Reaper.drain();
        if (!tryReserve(bytes)) {
            throw exhausted(bytes);
        }
    }

    static void release(long bytes) {
        HELD.addAndGet(-bytes);
    }

    static long held() {
        return HELD.get();
    }

    static String describe() {
        return HELD.get() + " bytes are held of " + Limit.BYTES + " allowed (" + PROPERTY + ")";
    }

    private static boolean tryReserve(long bytes) {
        long held = HELD.get();
        while (bytes <= Limit.BYTES - held) {
            long witness = HELD.compareAndExchange(held, held + bytes);
            if (witness == held) {
                return true;
            }
            held = witness;
        }
        return false;
    }

    private static MemoryBudgetException exhausted(long bytes) {
        return new MemoryBudgetException("allocate: " + bytes + " bytes were asked, " + describe()
                + "; close arrays, use a scope, or raise the budget");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
