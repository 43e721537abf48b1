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
 * How many bytes we may hold off the heap: blocks in use and blocks that are kept for later, both in the size in which
 * they were taken from the system; what neighbours own counts nowhere. The collector does not feel off-heap bytes, so
 * over the budget it is asked to run, with back-off, and what is kept is given up, before an allocation fails. The
 * system property {@value #PROPERTY} sets it, in bytes or with a unit ({@code 512MiB}, {@code 4g}); the default is four
 * fifths of the machine's (or container's) memory.
 */
final class Budget {
    static final String PROPERTY = "io.arrayport.memory.budget";
    private static final int ATTEMPTS = 8;
    private static final long OVERHEAD = 4096;
    private static final Pattern SIZE = Pattern.compile("(\\d+)\\s*([kmgtKMGT](?:i[bB])?|)");
    /** What no machine on which a JVM runs is too small for. */
    private static final long SURELY = 64L << 20;
    /** All that we have from the system: what is in use and what is kept. */
    private static final AtomicLong HELD = new AtomicLong();
    private static final AtomicLong POOLED = new AtomicLong();
    private static final AtomicLong PEAK = new AtomicLong();

    private Budget() {}

    /** Initialised at the first allocation. */
    private static final class Limit {
        static final boolean ASKED = System.getProperty(PROPERTY) != null;
        /** What was asked for. Or -1: a bad property is every allocation's error, not one class's failure to start. */
        static final long BYTES = asked(System.getProperty(PROPERTY));

        private static long asked(@Nullable String property) {
            return property == null ? Long.MAX_VALUE : parse(property);
        }
    }

    /** Initialised once so much is held that it matters: asking for it takes longer than a first addition. */
    private static final class Machine {
        static final long BYTES = bytes();

        private static long bytes() {
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
        // The second limit leaves room for padding, fences and the pointer to free, whatever the first one is.
        if (!fits(bytes, 0) || bytes > Long.MAX_VALUE - OVERHEAD) {
            throw exhausted(bytes);
        }
        return Math.max(Memory.ALIGNMENT, Memory.padded(bytes));
    }

    /**
     * Counts so many bytes before they are taken from the system.
     *
     * @param kept what may serve instead, or be given up for it
     * @return a block of that size that served instead, or 0
     */
    static long reserve(long bytes, Kept kept) {
        if (tryReserve(bytes) || Home.giveUp(Allocator.current()) > 0 && tryReserve(bytes)) {
            return 0;
        }
        // An interrupted thread waits as long as any other, and stays interrupted: else it would fail where others
        // pass.
        boolean interrupted = Thread.interrupted();
        try {
            long pause = 1;
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                boolean drained = Reaper.drainOurs();
                // What was derived has to be made again: kept blocks go before
                drained |= attempt > 0 && Derivations.drop();
                long again = kept.take(bytes);
                if (again != 0 || tryReserve(bytes)) {
                    return again;
                }
                // What is kept has pages that would have to be faulted in anew, so garbage goes first.
                if ((attempt > 0 || !Pressure.isLikely()) && makeRoom(bytes, kept)) {
                    return 0;
                }
                if (!drained) {
                    Pressure.collect(attempt > 0);
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
        if (!tryReserve(bytes) && !makeRoom(bytes, kept)) {
            throw exhausted(bytes);
        }
        return 0;
    }

    private static boolean makeRoom(long bytes, Kept kept) {
        long lack = bytes - (limit() - HELD.get());
        return (lack <= 0 || kept.giveUp(lack) > 0) && tryReserve(bytes);
    }

    /** Of what was given to the system. */
    static void release(long bytes) {
        HELD.addAndGet(-bytes);
    }

    /** A block that is no longer used, but kept. */
    static void kept(long bytes) {
        POOLED.addAndGet(bytes);
    }

    /** A block that was kept, and is used again. */
    static void taken(long bytes) {
        POOLED.addAndGet(-bytes);
        notePeak();
    }

    /** A block that was kept, and went to the system. */
    static void givenBack(long bytes) {
        POOLED.addAndGet(-bytes);
        HELD.addAndGet(-bytes);
    }

    static boolean allows(long bytes) {
        return fits(bytes, 0);
    }

    static long limit() {
        return Limit.ASKED ? asked() : Machine.BYTES;
    }

    /** Whether so little is in use that the default limit need not be known. */
    static boolean isIdle() {
        return !Limit.ASKED && HELD.get() <= SURELY;
    }

    private static boolean fits(long bytes, long beside) {
        return bytes <= asked() - beside
                && (Limit.ASKED || bytes + beside <= SURELY || bytes <= Machine.BYTES - beside);
    }

    private static long asked() {
        if (Limit.BYTES < 0) {
            throw new ArrayportException(PROPERTY + ": '" + System.getProperty(PROPERTY)
                    + "' is not a number of bytes; give one such as 4294967296, 4g or 4GiB");
        }
        return Limit.BYTES;
    }

    /** Bytes of blocks in use. */
    static long live() {
        return atMost() - Home.waiting();
    }

    /** As {@link #live()}, without asking what small memory waits: some 2 MB too much, and no lock. */
    static long atMost() {
        return HELD.get() - POOLED.get();
    }

    /** Bytes of blocks that wait to be used again, but small ones. */
    static long pooled() {
        return POOLED.get();
    }

    /** The most that {@link #atMost()} has been. */
    static long peak() {
        return Math.max(PEAK.get(), atMost());
    }

    static void resetPeak() {
        PEAK.set(atMost());
    }

    /** Whether less than half of the limit would be left with {@code more} bytes. */
    static boolean isHalved(long more) {
        return live() + more > limit() / 2;
    }

    static String describe() {
        return live() + " bytes are held of " + limit() + " allowed (" + PROPERTY + ")";
    }

    private static boolean tryReserve(long bytes) {
        long held = HELD.get();
        while (fits(bytes, held)) {
            long witness = HELD.compareAndExchange(held, held + bytes);
            if (witness == held) {
                notePeak();
                return true;
            }
            held = witness;
        }
        return false;
    }

    private static void notePeak() {
        long most = atMost();
        if (most > PEAK.get()) {
            PEAK.accumulateAndGet(most, Math::max);
        }
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
