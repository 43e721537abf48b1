package io.arrayport.core.memory;

import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.MemoryBudgetException;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes we may hold off the heap. The collector does not feel off-heap bytes, so over the budget it is asked
 * to run, with back-off, before an allocation fails. The system property {@value #PROPERTY} sets it, in bytes or with a
 * unit ({@code 512MiB}, {@code 4g}); the default is four fifths of the machine's (or container's) memory.
 */
final class Budget {
    static final String PROPERTY = "io.arrayport.memory.budget";
    private static final int ATTEMPTS = 8;
    private static final long OVERHEAD = 4096;
    private static final Pattern SIZE = Pattern.compile("(\\d+)\\s*([kmgtKMGT](?:i[bB])?|)");
    private static final AtomicLong HELD = new AtomicLong();

    private Budget() {}

    /** Initialised at the first allocation. */
    private static final class Limit {
        /** Or -1: a bad property is every allocation's error, not one class's failure to initialise. */
        static final long BYTES = limit(System.getProperty(PROPERTY));

        private static long limit(@Nullable String property) {
            if (property != null) {
                return parse(property);
            }
            return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                    ? os.getTotalMemorySize() / 5 * 4
                    : Long.MAX_VALUE;
        }
    }

    /** @return bytes, or -1 if {@code text} is not a number of bytes */
    static long parse(String text) {
        Matcher parts = SIZE.matcher(text.strip());
        if (!parts.matches()) {
            return -1;
        }
        String unit = parts.group(2).toLowerCase(Locale.ROOT);
        int shift = unit.isEmpty() ? 0 : 10 * (1 + "kmgt".indexOf(unit.charAt(0)));
        BigInteger bytes = new BigInteger(parts.group(1)).shiftLeft(shift);
        return bytes.bitLength() < Long.SIZE ? bytes.longValue() : Long.MAX_VALUE;
    }

    static long checkedPadding(long bytes) {
        if (Limit.BYTES < 0) {
            throw new ArrayportException(PROPERTY + ": '" + System.getProperty(PROPERTY)
                    + "' is not a number of bytes; give one such as 4294967296, 4g or 4GiB");
        }
        // The second limit leaves room for padding, fences and the pointer to free, whatever the first one is.
        if (bytes > Limit.BYTES || bytes > Long.MAX_VALUE - OVERHEAD) {
            throw exhausted(bytes);
        }
        return Memory.padded(bytes);
    }

    static void reserve(long bytes) {
        if (tryReserve(bytes)) {
            return;
        }
        // An interrupted thread waits as long as any other, and stays interrupted: else it would fail where others
        // pass.
        boolean interrupted = Thread.interrupted();
        try {
            long pause = 1;
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                boolean drained = Derivations.drop() | Reaper.drainOurs();
                if (tryReserve(bytes)) {
                    return;
                }
                if (!drained) {
                    System.gc();
                    interrupted |= sleep(pause);
                    pause *= 2;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        Reaper.drainOurs();
        if (!tryReserve(bytes)) {
            throw exhausted(bytes);
        }
    }

    static void release(long bytes) {
        HELD.addAndGet(-bytes);
    }

    /** Returns whether what is held is too much together with {@code more} bytes. */
    static boolean isExceededBy(long more) {
        return HELD.get() + more > Limit.BYTES;
    }

    /** Returns whether less than half of the budget would be left with {@code more} bytes. */
    static boolean isHalved(long more) {
        return HELD.get() + more > Limit.BYTES / 2;
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

    /** @return whether it was cut short */
    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return false;
        } catch (InterruptedException interrupted) {
            return true;
        }
    }
}
